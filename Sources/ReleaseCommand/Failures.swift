internal import Casework
internal import DurableFiles
internal import PageRelease
internal import Terminal

/// Runs `body`, turning what it throws into words for the maintainer.
func explaining(_ body: () throws -> Void) throws {
    do { try body() } catch let fault as PageFolder.Fault {
        throw CommandFailure(words(of: fault), status: CommandFailure.Status.badInput)
    } catch let error as FileError {
        throw CommandFailure(words(of: error))
    } catch CaseworkError.wrongPassphrase {
        throw CommandFailure(
            help(en: "that is not the passphrase", nl: "dat is niet de wachtzin"))
    } catch CaseworkError.damaged(let file) {
        throw CommandFailure(
            help(
                en: "\(file) is not a release key, or it is damaged",
                nl: "\(file) is geen release-sleutel, of is beschadigd"),
            status: CommandFailure.Status.badInput)
    }
}

private func words(of fault: PageFolder.Fault) -> String {
    switch fault {
    case .noIndex(let folder):
        help(
            en: "\(folder) has no index.html: build the page with make page",
            nl: "in \(folder) staat geen index.html: bouw de pagina met make page")
    case .wrongKind(let path):
        help(
            en: "\(path) is a symbolic link, or not a file",
            nl: "\(path) is een symbolische koppeling, of geen bestand")
    case .unexpected(let path):
        help(
            en: "\(inert(path)) has a name or extension that no page has; remove it",
            nl: "\(inert(path)) heeft een naam of extensie die geen pagina heeft; verwijder het")
    case .tooLarge(let path, let limit):
        help(
            en: "\(path) has more than \(limit) bytes", nl: "\(path) heeft meer dan \(limit) bytes")
    case .tooMuch(let folder, let bytes, let files):
        help(
            en: "\(folder) has more than \(files) files or \(bytes) bytes",
            nl: "\(folder) heeft meer dan \(files) bestanden of \(bytes) bytes")
    case .otherCopy(let path):
        help(
            en: "\(path) is not of the file beside it; build the page again",
            nl: "\(path) hoort niet bij het bestand ernaast; bouw de pagina opnieuw")
    case .file(let error): words(of: error)
    }
}

private func words(of error: FileError) -> String {
    switch error {
    case .notFound(let path): help(en: "\(path) is not there", nl: "\(path) is er niet")
    case .alreadyExists(let path):
        help(
            en: "\(path) is there already and was left as it is",
            nl: "\(path) is er al en is niet veranderd")
    case .diskFull(let path):
        help(
            en: "the disk is full; \(path) was not written",
            nl: "de schijf is vol; \(path) is niet geschreven")
    default:
        help(
            en: "\(error.path) can't be read or written",
            nl: "\(error.path) is niet te lezen of te schrijven")
    }
}
