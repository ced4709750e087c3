internal import Gateway
internal import PageRelease
internal import Terminal

extension GatewayTexts.PageTexts {
    static let dutch = GatewayTexts.PageTexts(
        folder: { fault in
            switch fault {
            case .noIndex(let folder):
                (
                    "in \(folder) staat geen index.html: het is geen pagina",
                    "bouw er een met make page, of geef --page none voor een tekst met hulplijnen"
                )
            case .wrongKind(let path):
                (
                    "\(path) is een symbolische koppeling, of geen bestand",
                    "een pagina heeft alleen bestanden in mappen; bouw haar opnieuw met make page"
                )
            case .unexpected(let path):
                (
                    "\(inert(path)) heeft een naam of extensie die geen pagina heeft",
                    "zet het ergens anders; alles in die map zou openbaar zijn"
                )
            case .tooLarge(let path, let limit):
                ("\(path) heeft meer dan \(limit) bytes; zo'n bestand heeft geen pagina", nil)
            case .tooMuch(let folder, let bytes, let files):
                (
                    "\(folder) heeft meer dan \(files) bestanden of \(bytes) bytes: het is geen pagina",
                    "is het de map die make page heeft gemaakt?"
                )
            case .otherCopy(let path):
                (
                    "\(path) hoort niet bij het bestand ernaast",
                    "bouw de pagina opnieuw met make page, of verwijder deze kopie"
                )
            case .file: ("de pagina is niet te lezen", nil)
            }
        },
        ownTexts: { fault in
            switch fault {
            case .texts(let path, let fault):
                (
                    "\(path), regel \(fault.line): \(words(of: fault.reason))",
                    "in Docs/operations.md staat een voorbeeld; de gateway start als dit klopt"
                )
            case .logo(let path):
                (
                    """
                    \(path) is geen PNG-plaatje van hooguit \(OwnTexts.logoByteLimit) bytes en 2048 punten
                    """, "bewaar het opnieuw als PNG, kleiner; of verwijder het"
                )
            }
        })
}

private func words(of reason: OrganisationTexts.Reason) -> String {
    switch reason {
    case .noName: "een regel moet zijn zoals 'welcome: tekst'"
    case .unknown(let name):
        "'\(inert(name))' is geen van language, welcome, help, for, contact"
    case .empty(let name): "achter '\(name):' staat niets"
    case .notALanguage(let code): "'\(inert(code))' is geen taalcode zoals nl of en"
    case .languageTwice(let code): "de taal \(code) staat er al eerder"
    case .noLanguageYet(let name): "'\(name)' moet onder een regel staan zoals 'language: nl'"
    case .notUnderHelp(let name): "'\(name)' moet onder een 'help' staan, en één keer"
    case .noContact(let name): "de hulp '\(inert(name))' hiervoor heeft geen 'contact'"
    case .tooLong(let name, let limit): "'\(name)' heeft meer dan \(limit) tekens"
    case .tooMany(let name, let limit): "'\(name)' staat er meer dan \(limit) keer"
    case .notUTF8: "de tekens zijn geen UTF-8; bewaar het bestand als UTF-8"
    case .controlCharacter: "er staat een stuurteken; typ de regel opnieuw"
    }
}
