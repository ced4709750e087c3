package import PageRelease
internal import TransparencyLog

/// What is wrong with a page as it was served, in one line, in the language of this run.
package func described(_ finding: PageFinding) -> String {
    switch finding {
    case .noManifest(let status):
        help(
            en: "no signed list of files is served (HTTP \(status))",
            nl: "er wordt geen ondertekende lijst van bestanden gegeven (HTTP \(status))")
    case .manifest(.malformed):
        help(
            en: "the list of files is not in its form",
            nl: "de lijst van bestanden heeft niet de juiste vorm")
    case .manifest(.unsigned):
        help(
            en: "the list of files is not signed: this page is not a release",
            nl: "de lijst van bestanden is niet ondertekend: deze pagina is geen release")
    case .manifest(.notBy(let key)):
        help(
            en: "the list of files is not signed by \(key.name) with the key given",
            nl: "de lijst van bestanden is niet ondertekend door \(key.name) met de gegeven sleutel"
        )
    case .altered(let path):
        help(
            en: "\(path.text): other content than was released",
            nl: "\(path.text): een andere inhoud dan uitgegeven is")
    case .missing(let path, let status):
        help(
            en: "\(path.text): not given (HTTP \(status))",
            nl: "\(path.text): niet gegeven (HTTP \(status))")
    case .unlisted(let path):
        help(
            en: "\(path.text): used by the page, but not released",
            nl: "\(path.text): gebruikt door de pagina, maar niet uitgegeven")
    case .header(let path, let name):
        help(
            en: "\(path.text): given with another \(inert(name)) header",
            nl: "\(path.text): gegeven met een andere kop \(inert(name))")
    case .compressed(let path, let coding):
        help(
            en:
                "\(path.text): compressed by something in between (\(inert(coding))), so it can't be compared",
            nl:
                "\(path.text): ingepakt door iets ertussen (\(inert(coding))), en zo niet te vergelijken"
        )
    }
}
