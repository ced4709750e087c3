internal import DurableFiles
package import Reporting
internal import Sodium
package import TransparencyLog

/// What a collector has seen and been promised: by it a gateway that goes back on its word is found out.
///
/// Files beside the keys: `seen` (the edge of the newest tree checked), `held` (its size, once every
/// envelope is here), `notes-logged` (`<index> <hash>` lines), `approved` (counsellors), and the folder
/// `promises`. None is secret.
package struct CollectorMemory: Sendable {
    static let byteLimit = 1 << 24
    private let folder: String

    init(folder: String) { self.folder = folder }

    static let fileNames = ["seen", "notes-logged", "approved", "held"]
    static let promisesName = "promises"

    private var seenPath: String { folder + "/seen" }
    private var notesPath: String { folder + "/notes-logged" }
    private var approvedPath: String { folder + "/approved" }
    var promisesFolder: String { "\(folder)/\(Self.promisesName)" }
    private var heldPath: String { folder + "/held" }

    /// The edge of the newest tree that was checked; nil before the first. Throws `damagedCollector`.
    package func seen() throws -> TreeEdge? {
        guard let text = try text(seenPath) else { return nil }
        guard let edge = TreeEdge(text: text) else {
            throw CaseworkError.damagedCollector(file: seenPath)
        }
        return edge
    }

    /// Remembers the newest tree. From now on no smaller and no other one is believed.
    package func remember(seen edge: TreeEdge) throws {
        try DurableFile.replace(seenPath, with: [UInt8](edge.text.utf8))
    }

    /// Up to which size every envelope is in the mirror. Throws `damagedCollector`.
    package func held() throws -> Int {
        guard let text = try text(heldPath) else { return 0 }
        guard let size = Int(text.dropLast()), "\(size)\n" == text else {
            throw CaseworkError.damagedCollector(file: heldPath)
        }
        return size
    }

    /// Remembers it.
    package func remember(held size: Int) throws {
        try DurableFile.replace(heldPath, with: [UInt8]("\(size)\n".utf8))
    }

    private func text(_ path: String) throws -> String? {
        guard DurableFile.exists(path) else { return nil }
        return String(
            decoding: try DurableFile.readRegular(path, limit: Self.byteLimit), as: UTF8.self)
    }
}

// Notes: where the log has which.
extension CollectorMemory {
    /// The hash of every note logged, by its index. Throws `damagedCollector`.
    package func notesLogged() throws -> [Int: [UInt8]] {
        var notes: [Int: [UInt8]] = [:]
        for line in try text(notesPath)?.split(separator: "\n") ?? [] {
            let parts = line.split(separator: " ")
            guard parts.count == 2, let index = Int(parts[0]),
                let hash = Hex.decode(String(parts[1]))
            else { throw CaseworkError.damagedCollector(file: notesPath) }
            notes[index] = hash
        }
        return notes
    }

    /// Remembers them.
    package func remember(notesLogged notes: [Int: [UInt8]]) throws {
        let lines = notes.sorted { $0.key < $1.key }.map { "\($0.key) \(Hex.encode($0.value))\n" }
        try DurableFile.replace(notesPath, with: [UInt8](lines.joined().utf8))
    }
}

// Counsellors: whom this machine has approved, by the fingerprint of all that is signed about them.
extension CollectorMemory {
    /// Those of a roster that nobody has approved here; nil before anybody was.
    package func unapproved(in roster: Roster) throws -> [Roster.Counsellor]? {
        guard let text = try text(approvedPath) else { return nil }
        let approved = Set(text.split(separator: "\n").map(String.init))
        return roster.counsellors.filter { !approved.contains(Self.line($0)) }
    }

    /// Approves counsellors, besides those approved before.
    package func approve(_ counsellors: [Roster.Counsellor]) throws {
        var lines = try text(approvedPath)?.split(separator: "\n").map(String.init) ?? []
        for counsellor in counsellors where !lines.contains(Self.line(counsellor)) {
            lines.append(Self.line(counsellor))
        }
        try DurableFile.replace(
            approvedPath, with: [UInt8](lines.map { $0 + "\n" }.joined().utf8))
    }

    private static func line(_ counsellor: Roster.Counsellor) -> String {
        "\(counsellor.id) \(Fingerprint.words(of: counsellor, in: .english))"
    }
}
