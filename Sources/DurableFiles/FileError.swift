// DurableFiles: files that are whole or not there. Writes are atomic and reach the disk before they
// are reported; folders are private; one process at a time. It never looks into what it stores.
internal import Glibc

/// What a file operation met; paths are those given by the caller.
package enum FileError: Error, Equatable {
    /// No file or folder of this name.
    case notFound(path: String)
    /// A file or folder of this name stands where a new one was to be made.
    case alreadyExists(path: String)
    /// The system refuses access.
    case notPermitted(path: String)
    /// No room: the disk or a quota is full. The file that stood there is unchanged.
    case diskFull(path: String)
    /// More bytes than `limit`.
    case tooLarge(path: String, limit: Int)
    /// Another process holds the lock of this folder.
    case inUse(path: String)
    /// A folder, pipe or device where a file was expected, or a file where a folder was.
    case wrongKind(path: String)
    /// Anything else: the system's error number.
    case system(path: String, code: Int32)

    /// The error of the system call that has just failed on `path`.
    static func last(_ path: String) -> FileError { FileError(code: errno, path: path) }

    /// What the system's error number `code` says of `path`.
    package init(code: Int32, path: String) {
        self =
            switch code {
            case ENOENT: .notFound(path: path)
            case EEXIST, ENOTEMPTY: .alreadyExists(path: path)
            case EACCES, EPERM, EROFS: .notPermitted(path: path)
            case ENOSPC, EDQUOT, EFBIG: .diskFull(path: path)
            case EISDIR, ENOTDIR: .wrongKind(path: path)
            default: .system(path: path, code: code)
            }
    }

    /// The path the error is about.
    package var path: String {
        switch self {
        case .notFound(let path), .alreadyExists(let path), .notPermitted(let path),
            .diskFull(let path), .tooLarge(let path, _), .inUse(let path), .wrongKind(let path),
            .system(let path, _):
            path
        }
    }
}
