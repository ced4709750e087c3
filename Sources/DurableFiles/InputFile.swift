internal import Glibc

/// A file, pipe or device open for reading, closed when this object goes.
package final class InputFile {
    private let file: Descriptor

    /// Opens `path`. Throws `notFound`, `notPermitted`, `wrongKind` for a folder, `system`.
    package init(_ path: String) throws(FileError) {
        guard !PrivateFolder.isFolder(path) else { throw .wrongKind(path: path) }
        self.file = try Descriptor(path, O_RDONLY)
    }

    /// What to read from; open as long as this object lives.
    package var descriptor: Int32 { file.number }
}
