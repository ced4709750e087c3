internal import Glibc

/// A file written in pieces, under a temporary name until it is whole.
///
/// Gone without `commit`, it leaves nothing behind, and what stood at the path is unchanged.
package final class NewFile {
    private let file: Descriptor
    private let temporary: String
    private let path: String
    private var isCommitted = false

    /// Makes the temporary file beside `path`.
    /// - Parameter mode: permissions of the file; 0600 unless given.
    package init(_ path: String, mode: UInt32 = 0o600) throws(FileError) {
        let (folder, name) = DurableFile.split(path)
        guard !name.isEmpty, !PrivateFolder.isFolder(path) else { throw .wrongKind(path: path) }
        let random = String(UInt64.random(in: 0...UInt64.max), radix: 16)
        self.temporary = "\(folder)/.\(name).\(random)\(DurableFile.leftoverSuffix)"
        self.path = path
        self.file = try Self.make(temporary, mode: mode, in: folder)
    }

    private static func make(
        _ path: String, mode: UInt32, in folder: String
    ) throws(FileError) -> Descriptor {
        do throws(FileError) {
            return try Descriptor(path, O_RDWR | O_CREAT | O_EXCL, mode: mode)
        } catch {
            if case .notFound = error { throw .notFound(path: folder) }
            throw error
        }
    }

    /// Where to write; open as long as this object lives.
    package var descriptor: Int32 { file.number }

    /// Gives the file its name, over what stood there.
    ///
    /// - Parameter synchronized: whether to return only when file and name are on the disk. Without, they are whole
    ///   to every program, but a lost power supply within the next seconds may take them.
    package func commit(synchronized: Bool = true) throws(FileError) {
        if synchronized { try file.synchronize() }
        guard unsafe rename(temporary, path) == 0 else { throw .last(path) }
        isCommitted = true
        if synchronized { try DurableFile.synchronizeFolder(of: path) }
    }

    deinit { if !isCommitted { unsafe unlink(temporary) } }
}
