internal import Glibc

/// Folders nobody else of this machine may look into.
package enum PrivateFolder {
    /// Makes the folder with permissions 0700, and any missing one above it.
    ///
    /// One that exists is kept as it is.
    package static func create(_ path: String) throws(FileError) {
        if unsafe mkdir(path, 0o700) == 0 {
            let above = DurableFile.split(trimmed(path)).folder
            return try Descriptor(above, O_RDONLY | O_DIRECTORY).synchronize()
        }
        switch errno {
        case ENOENT:
            try create(DurableFile.split(trimmed(path)).folder)
            guard unsafe mkdir(path, 0o700) == 0 || errno == EEXIST else { throw .last(path) }
        case EEXIST:
            guard isFolder(path) else { throw .wrongKind(path: path) }
        default: throw .last(path)
        }
    }

    /// As `create`, but throws `alreadyExists` when the folder is there and is not empty.
    package static func createEmpty(_ path: String) throws(FileError) {
        try create(path)
        guard try names(in: path).isEmpty else { throw .alreadyExists(path: path) }
    }

    /// The names in a folder, sorted; hidden ones (the lock, temporary files) are left out.
    package static func names(in path: String) throws(FileError) -> [String] {
        try allNames(in: path).filter { !$0.hasPrefix(".") }
    }

    /// Removes temporary files that an interrupted write left; only under the folder's lock.
    package static func removeLeftovers(in path: String) throws(FileError) {
        for name in try allNames(in: path) where isLeftover(name) {
            unsafe unlink("\(path)/\(name)")
        }
    }

    /// Removes a folder that has nothing in it, not even hidden files.
    package static func removeEmpty(_ path: String) throws(FileError) {
        guard unsafe rmdir(path) == 0 else { throw .last(path) }
    }

    /// Gives a folder another name on the same disk, at once and whole; throws `alreadyExists` for one that is taken.
    package static func move(_ path: String, to target: String) throws(FileError) {
        guard !DurableFile.exists(target) else { throw .alreadyExists(path: target) }
        guard unsafe rename(path, target) == 0 else { throw .last(path) }
        try DurableFile.synchronizeFolder(of: target)
    }

    /// Throws `notPermitted` for a folder that is another user's: what is in it can't be told.
    package static func checkPermitted(_ path: String) throws(FileError) {
        let isDenied = unsafe access(path, R_OK | X_OK) != 0 && errno == EACCES
        if isDenied { throw .notPermitted(path: path) }
    }

    /// Whether a folder is at `path`.
    package static func isFolder(_ path: String) -> Bool {
        var status = stat()
        return unsafe stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
    }

    private static func allNames(in path: String) throws(FileError) -> [String] {
        guard let stream = unsafe opendir(path) else { throw .last(path) }
        defer { unsafe closedir(stream) }
        var names: [String] = []
        while let entry = unsafe readdir(stream) {
            let name = unsafe withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
                unsafe String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
            }
            if name != "." && name != ".." { names.append(name) }
        }
        return names.sorted()
    }

    private static func isLeftover(_ name: String) -> Bool {
        name.hasPrefix(".") && name.hasSuffix(DurableFile.leftoverSuffix)
    }

    private static func trimmed(_ path: String) -> String {
        var path = path
        while path.count > 1, path.hasSuffix("/") { path.removeLast() }
        return path
    }
}
