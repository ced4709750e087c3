internal import Glibc

/// The files below a folder, none of them reached by a symbolic link.
package enum FileTree {
    package static let usualDepth = 4

    /// Paths relative to `folder`, sorted by their bytes.
    ///
    /// - Parameters:
    ///   - depth: folders deeper than this, with `folder` itself as the first, throw `wrongKind`.
    ///   - alsoHidden: the one hidden folder that is looked into; other hidden names are left out.
    ///   - limit: more files throw `tooLarge` of the folder.
    /// - Throws: `wrongKind` for what is neither a file nor a folder, or is too deep; else as the system says.
    package static func paths(
        in folder: String, depth depthLimit: Int = usualDepth, alsoHidden: String? = nil, limit: Int
    ) throws(FileError) -> [String] {
        var found: [String] = []
        // Each folder below with its depth; those still to look into.
        var folders = [(path: "", depth: 1)]
        while let (below, depth) = folders.popLast() {
            let here = below.isEmpty ? folder : folder + "/" + below
            var names = try PrivateFolder.names(in: here)
            if below.isEmpty, let alsoHidden, DurableFile.exists(here + "/" + alsoHidden) {
                names.append(alsoHidden)
            }
            for name in names {
                let path = below.isEmpty ? name : below + "/" + name
                switch try kind(folder + "/" + path) {
                case S_IFREG: found.append(path)
                case S_IFDIR where depth < depthLimit: folders.append((path, depth + 1))
                default: throw .wrongKind(path: folder + "/" + path)
                }
                guard found.count + folders.count <= limit else {
                    throw .tooLarge(path: folder, limit: limit)
                }
            }
        }
        return found.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }

    /// Reads a file that is no symbolic link itself: those are `wrongKind`.
    package static func read(_ path: String, limit: Int) throws(FileError) -> [UInt8] {
        do throws(FileError) {
            return try Descriptor(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK).read(limit: limit)
        } catch {
            if case .system(path, ELOOP) = error { throw .wrongKind(path: path) }
            throw error
        }
    }

    private static func kind(_ path: String) throws(FileError) -> mode_t {
        var status = stat()
        guard unsafe lstat(path, &status) == 0 else { throw .last(path) }
        return status.st_mode & S_IFMT
    }
}
