internal import Glibc

/// The right to change a folder, held by one process until this value goes.
///
/// The system gives it back when a process dies, so a lock is never left behind.
package struct FolderLock: ~Copyable {
    private let file: Descriptor

    /// Takes the lock of `folder`, kept in its file `.lock`.
    /// - Throws: `inUse` at once when another process has it.
    package init(folder: String) throws(FileError) {
        let file = try Descriptor("\(folder)/.lock", O_RDWR | O_CREAT, mode: 0o600)
        guard retried({ flock(file.number, LOCK_EX | LOCK_NB) }) == 0 else {
            throw errno == EWOULDBLOCK ? .inUse(path: folder) : .last(folder)
        }
        self.file = file
    }
}
