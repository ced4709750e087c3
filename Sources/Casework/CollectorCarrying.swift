internal import DurableFiles
internal import Reporting
internal import TransparencyLog

// The collector's folder moved to another disk: to a stick, and from it to the computer that goes online.
extension CollectorFolder {
    /// How it is called on a stick, where a person has to know it again.
    package static let carriedName = "sottovoce-online"
    private static let fileLimit = 1_000_000
    private static let byteLimit = 1 << 30
    /// Deeper than the deepest, a bundle of entries that is not full yet.
    private static let depth = 8

    /// Where it is on a stick: the folder that was chosen when it is called so, otherwise one in it.
    ///
    /// - Parameter name: of the organisation's folder; nil for the main one.
    package static func carried(on stick: String, name: String?) -> String {
        guard !DurableFile.split(stick).name.hasPrefix(carriedName) else { return stick }
        return "\(stick)/\(carriedName)" + (name.map { "-" + $0 } ?? "")
    }

    /// Those on a stick, or the one that the folder itself is.
    package static func allCarried(on stick: String) -> [String] {
        if isThere(stick) { return [stick] }
        let names = (try? PrivateFolder.names(in: stick)) ?? []
        return names.filter { $0.hasPrefix(carriedName) }.map { "\(stick)/\($0)" }.filter(isThere)
    }

    private static func isThere(_ folder: String) -> Bool {
        DurableFile.exists(anchorPath(folder))
    }

    /// Moves the folder: copies all of it, opens the copy, and only then erases what was here. Cut off anywhere, it can
    /// be done again.
    ///
    /// - Throws: `noHome`; `homeExists` for a place with another one; as `init(opening:)` of either.
    package static func move(_ folder: String, to target: String) throws {
        let here = try CollectorFolder(opening: folder)
        if isThere(target) {
            let there = try CollectorFolder(opening: target)
            guard there.request.verifierKey == here.request.verifierKey else {
                throw CaseworkError.homeExists(path: target)
            }
        }
        let paths = try FileTree.paths(in: folder, depth: depth, limit: fileLimit)
        // The anchor last: without it the copy is none yet.
        for path in paths.filter({ $0 != "anchor" }) + ["anchor"] {
            let bytes = try FileTree.read("\(folder)/\(path)", limit: byteLimit)
            let copy = "\(target)/\(path)"
            guard (try? FileTree.read(copy, limit: bytes.count)) != bytes else { continue }
            try PrivateFolder.create(DurableFile.split(copy).folder)
            try DurableFile.replace(copy, with: bytes)
        }
        _ = try CollectorFolder(opening: target)
        try erase(paths, in: folder)
        withExtendedLifetime(here) {}
    }

    /// The anchor and the keys first: what is left after that is no collector.
    private static func erase(_ paths: [String], in folder: String) throws {
        let first = ["anchor", "request.key", "collector.key"]
        for path in first + paths.filter({ !first.contains($0) }) + [".lock"] {
            try DurableFile.remove("\(folder)/\(path)")
        }
        let folders = Set(
            (paths + ["mirror/envelopes/"]).flatMap { path in
                path.indices.filter { path[$0] == "/" }.map { String(path[..<$0]) }
            })
        for one in folders.sorted(by: { $0.count > $1.count }) {
            try? PrivateFolder.removeEmpty("\(folder)/\(one)")
        }
        try? PrivateFolder.removeEmpty(folder)
    }
}
