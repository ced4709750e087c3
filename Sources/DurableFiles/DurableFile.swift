internal import CProcess
internal import Glibc

/// Whole files, written so that a lost power supply leaves the old one or the new one, never a part.
package enum DurableFile {
    /// Reads a regular file, pipe or device.
    /// - Parameter limit: more bytes than this throw `tooLarge`.
    package static func read(_ path: String, limit: Int) throws(FileError) -> [UInt8] {
        let file = try Descriptor(path, O_RDONLY)
        return try file.read(limit: limit)
    }

    /// Reads a file of a folder that somebody else may have filled: a pipe there would make its reader wait for ever.
    ///
    /// Throws `wrongKind` for what is no regular file.
    package static func readRegular(_ path: String, limit: Int) throws(FileError) -> [UInt8] {
        let file = try Descriptor(path, O_RDONLY | O_NONBLOCK)
        guard file.isRegular else { throw .wrongKind(path: path) }
        return try file.read(limit: limit)
    }

    /// Reads standard input to its end; more than `limit` bytes throw `tooLarge`.
    package static func readStandardInput(limit: Int) throws(FileError) -> [UInt8] {
        try read("/dev/stdin", limit: limit)
    }

    /// Replaces the file at `path`, or makes it.
    ///
    /// Returns when the new file and its name are on the disk. A temporary file in the same folder is written, synchronized and renamed over the old one, and
    /// the folder is synchronized. On any error the old file is unchanged and the temporary is removed.
    /// - Parameter mode: permissions of the new file; 0600 unless given.
    package static func replace(
        _ path: String, with bytes: [UInt8], mode: UInt32 = 0o600
    ) throws(FileError) {
        let temporary = try writeTemporary(beside: path, bytes, mode: mode)
        guard unsafe Glibc.rename(temporary, path) == 0 else {
            let error = FileError.last(path)
            unsafe unlink(temporary)
            throw error
        }
        try synchronizeFolder(of: path)
    }

    /// Makes a new file, whole and on the disk; throws `alreadyExists` rather than replace one.
    package static func create(
        _ path: String, with bytes: [UInt8], mode: UInt32 = 0o600
    ) throws(FileError) {
        let temporary = try writeTemporary(beside: path, bytes, mode: mode)
        do throws(FileError) { try rename(temporary, toFree: path) } catch {
            unsafe unlink(temporary)
            throw error
        }
        try synchronizeFolder(of: path)
    }

    /// Gives a file another name, which must be free: throws `alreadyExists`.
    private static func rename(_ old: String, toFree path: String) throws(FileError) {
        // The disks that people carry (FAT) have no second names to link.
        if unsafe process_rename_to_free(old, path) == 0 { return }
        // Disks that some other program serves may know only the older call.
        guard errno == EINVAL || errno == ENOSYS else { throw .last(path) }
        guard unsafe link(old, path) == 0 else { throw .last(path) }
        unsafe unlink(old)
    }

    /// Removes a file; one that is not there is no error.
    package static func remove(_ path: String) throws(FileError) {
        guard unsafe unlink(path) == 0 || errno == ENOENT else { throw .last(path) }
        try synchronizeFolder(of: path)
    }

    /// Whether anything of this name is there.
    package static func exists(_ path: String) -> Bool { unsafe access(path, F_OK) == 0 }

    private static func writeTemporary(
        beside path: String, _ bytes: [UInt8], mode: UInt32
    ) throws(FileError) -> String {
        let (folder, name) = split(path)
        let random = UInt64.random(in: 0...UInt64.max)
        let temporary = "\(folder)/.\(name).\(String(random, radix: 16))\(leftoverSuffix)"
        do throws(FileError) {
            let file = try Descriptor(temporary, O_WRONLY | O_CREAT | O_EXCL, mode: 0o600)
            // What others may read is said here, whatever the process's umask.
            guard mode == 0o600 || fchmod(file.number, mode) == 0 else { throw .last(path) }
            try file.write(bytes)
            try file.synchronize()
            return temporary
        } catch {
            unsafe unlink(temporary)
            // Named after the file meant, not after the temporary one.
            if case .system(_, let code) = error { throw .system(path: path, code: code) }
            if case .diskFull = error { throw .diskFull(path: path) }
            if case .notPermitted = error { throw .notPermitted(path: path) }
            if case .notFound = error { throw .notFound(path: folder) }
            throw error
        }
    }

    static func synchronizeFolder(of path: String) throws(FileError) {
        let folder = try Descriptor(split(path).folder, O_RDONLY | O_DIRECTORY)
        try folder.synchronize()
    }

    /// The ending of temporary files; `PrivateFolder.removeLeftovers` looks for it.
    static let leftoverSuffix = ".part"

    /// The folder and the name of a path; "." is the folder of a bare name.
    package static func split(_ path: String) -> (folder: String, name: String) {
        guard let slash = path.lastIndex(of: "/") else { return (".", path) }
        let folder = path[..<slash]
        return (folder.isEmpty ? "/" : String(folder), String(path[path.index(after: slash)...]))
    }
}
