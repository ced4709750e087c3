internal import DurableFiles

// The mirror on its way: what was fetched, copied to a stick. Whoever reads it in checks all of it.
extension Mirror {
    private static let folderName = "mirror"
    private static let fileLimit = 1_000_000

    /// The mirror on a stick: the folder that was chosen when it is called `mirror`, otherwise `mirror` in it.
    package init(onStick folder: String) {
        let isItself = DurableFile.split(folder).name == Self.folderName
        self.init(folder: isItself ? folder : "\(folder)/\(Self.folderName)")
    }

    /// The mirror that a person means by a folder: the folder itself or, when nothing was fetched to it, `mirror` in it.
    package init(meant folder: String) {
        let inside = Mirror(onStick: folder)
        let isHere = Mirror(folder: folder).hasNotes || !inside.hasNotes
        self.init(folder: isHere ? folder : inside.folder)
    }

    private var hasNotes: Bool { DurableFile.exists(folder + "/notes") }

    /// Makes another folder the same as this one. What is whole there already stays; what this one let go is erased
    /// there too. Cut off anywhere, the next call goes on.
    package func copy(to other: Mirror) throws {
        try other.create()
        let paths = try FileTree.paths(in: folder, limit: Self.fileLimit)
        // Envelopes and entries first, then what they are checked by, and the day last.
        let order = paths.sorted { Self.rank($0) < Self.rank($1) }
        for path in order {
            let bytes = try DurableFile.read("\(folder)/\(path)", limit: Self.linesByteLimit)
            let target = "\(other.folder)/\(path)"
            let there = try? FileTree.read(target, limit: bytes.count)
            guard there != bytes else { continue }
            try PrivateFolder.create(DurableFile.split(target).folder)
            try DurableFile.replace(target, with: bytes)
        }
        let kept = Set(paths)
        for path in try FileTree.paths(in: other.folder, limit: Self.fileLimit)
        where Self.rank(path) == 0 && !kept.contains(path) {
            try DurableFile.remove("\(other.folder)/\(path)")
        }
    }

    private static func rank(_ path: String) -> Int {
        if path.hasPrefix("envelopes/") || path.hasPrefix("tile/") { return 0 }
        return path == "fetched" ? 2 : 1
    }
}
