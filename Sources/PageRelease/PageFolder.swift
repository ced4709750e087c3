package import DurableFiles

/// The page as it lies in a folder: all files in memory, within bounds.
package struct PageFolder: Sendable {
    /// Why a folder is not a page.
    package enum Fault: Error, Equatable {
        /// There is no `index.html`.
        case noIndex(folder: String)
        /// A symbolic link, or neither a file nor a folder.
        case wrongKind(path: String)
        /// A name or extension no page has.
        case unexpected(path: String)
        /// Too many bytes in one file.
        case tooLarge(path: String, limit: Int)
        /// Too many bytes, or files, in all.
        case tooMuch(folder: String, byteLimit: Int, fileLimit: Int)
        /// A `.gz` file that is not of the file beside it.
        case otherCopy(path: String)
        /// The system.
        case file(FileError)
    }

    package static let fileLimit = 128
    package static let fileByteLimit = 4 << 20
    package static let byteLimit = 16 << 20
    private static let gzip = ".gz"

    /// Sorted by path.
    package let files: [PageFile]

    package init(files: [PageFile]) { self.files = files.sorted { $0.path < $1.path } }

    /// Reads all files below `folder`. Hidden ones are left out, but for `.well-known`.
    package init(reading folder: String) throws(Fault) {
        let tree: [String]
        do throws(FileError) {
            tree = try FileTree.paths(
                in: folder, alsoHidden: ".well-known", limit: 2 * Self.fileLimit)
        } catch {
            throw Self.fault(error, folder: folder)
        }
        let names = Set(tree)
        guard names.contains(PagePath.index.text) else { throw .noIndex(folder: folder) }
        var files: [PageFile] = []
        var left = Self.byteLimit
        for name in tree {
            if name.hasSuffix(Self.gzip), names.contains(String(name.dropLast(3))) { continue }
            guard let path = PagePath(name) else { throw .unexpected(path: folder + "/" + name) }
            let bytes = try Self.read(name, in: folder, left: &left)
            var gzipped: [UInt8]?
            if names.contains(name + Self.gzip) {
                let copy = try Self.read(name + Self.gzip, in: folder, left: &left)
                guard Gzip.claims(copy, toHold: bytes) else {
                    throw .otherCopy(path: folder + "/" + name + Self.gzip)
                }
                if copy.count < bytes.count { gzipped = copy }
            }
            files.append(PageFile(path: path, bytes: bytes, gzipped: gzipped))
            guard files.count <= Self.fileLimit else { throw Self.tooMuch(folder) }
        }
        self.init(files: files)
    }

    /// The file at a path.
    package func file(_ path: PagePath) -> PageFile? { files.first { $0.path == path } }

    private static func read(
        _ name: String, in folder: String, left: inout Int
    ) throws(Fault) -> [UInt8] {
        let bytes: [UInt8]
        do throws(FileError) {
            bytes = try FileTree.read(folder + "/" + name, limit: fileByteLimit)
        } catch {
            throw fault(error, folder: folder)
        }
        left -= bytes.count
        guard left >= 0 else { throw tooMuch(folder) }
        return bytes
    }

    private static func tooMuch(_ folder: String) -> Fault {
        .tooMuch(folder: folder, byteLimit: byteLimit, fileLimit: fileLimit)
    }

    private static func fault(_ error: FileError, folder: String) -> Fault {
        switch error {
        case .wrongKind(let path): .wrongKind(path: path)
        case .tooLarge(folder, _): tooMuch(folder)
        case .tooLarge(let path, let limit): .tooLarge(path: path, limit: limit)
        default: .file(error)
        }
    }
}
