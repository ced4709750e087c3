internal import DurableFiles
internal import Foundation
internal import Terminal

/// Files that options name to be made: looked at before anything is fetched, asked or shown.
struct NewFiles {
    let texts: Texts

    /// - Parameter files: an option and the path it gives, if it is given.
    /// - Throws: when two are one, when one exists, or when nothing can be written where it should be.
    func check(_ files: [(option: String, path: String?)]) throws(CommandFailure) {
        let named = files.compactMap { file in file.path.map { (file.option, $0) } }
        let places = named.map { URL(filePath: $0.1).resolvingSymlinksInPath().path }
        guard Set(places).count == places.count else {
            let options = named.map(\.0).joined(separator: ", ")
            throw CommandFailure(
                texts.failures.sameFile(options), status: CommandFailure.Status.usage)
        }
        for (_, path) in named {
            guard !DurableFile.exists(path) else {
                throw CommandFailure(texts.failures.alreadyThere(inert(path)))
            }
            let folder = DurableFile.split(path).folder
            guard !path.hasSuffix("/"), PrivateFolder.isFolder(folder),
                FileManager.default.isWritableFile(atPath: folder)
            else {
                throw CommandFailure(texts.failures.cannotWrite(inert(path)))
            }
        }
    }
}
