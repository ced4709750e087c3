internal import DurableFiles

/// The mark on a folder that is still being made, so that only files which never served anybody are made again.
enum Unfinished {
    private static let name = "unfinished"

    private static func path(_ folder: String) -> String { "\(folder)/\(name)" }

    /// Makes the folder, marked. To be called only for one that may be made.
    static func begin(_ folder: String) throws {
        try PrivateFolder.create(folder)
        try DurableFile.replace(path(folder), with: [])
    }

    /// What was made is whole.
    static func end(_ folder: String) throws { try DurableFile.remove(path(folder)) }

    static func isThere(_ folder: String) -> Bool { DurableFile.exists(path(folder)) }

    /// Removes the named files of a folder that is marked, and the folder when nothing else is in it.
    static func abandon(_ folder: String, files: [String]) {
        guard isThere(folder) else { return }
        for file in files + [name, ".lock"] {
            try? DurableFile.remove("\(folder)/\(file)")
        }
        try? PrivateFolder.removeEmpty(folder)
    }
}
