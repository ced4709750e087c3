internal import Sodium

/// A Sigsum trust policy, compiled into the bytes that WEBCAT's enrolment has.
///
/// Source: sigsum-go's policy files; Sigsum's "compiled policy" sketch of 2025-09-12, whose reference compiler's output
/// a test compares.
struct SigsumPolicy {
    /// What is wrong, on which line from 1; nil for the whole.
    struct Fault: Error, Equatable {
        let line: Int?
    }

    /// One more would need longer instructions, which this does not write.
    private static let limit = 64
    private static let add: UInt8 = 0x01
    private static let witness: UInt8 = 0x40
    private static let atLeast: UInt8 = 0x80

    private enum Quorum {
        case witness([UInt8])
        case group(Int, [Quorum])
    }

    /// Public keys of the logs, 32 bytes each, with their addresses.
    private(set) var logs: [(key: [UInt8], address: String)] = []
    private var witnesses: [[UInt8]] = []
    private var named: [Substring: Quorum] = [:]
    private var quorum: Quorum?

    /// Reads the text form: `log KEY [ADDRESS]`, `witness NAME KEY`, `group NAME K|any|all NAME…`, `quorum NAME`.
    init(parsing text: String) throws(Fault) {
        var number = 0
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            number += 1
            let words = line.split(whereSeparator: { $0 == " " || $0 == "\t" || $0 == "\r" })
            guard let first = words.first, !first.hasPrefix("#") else { continue }
            guard read(words) else { throw Fault(line: number) }
        }
        guard !logs.isEmpty, logs.count < Self.limit, quorum != nil,
            witnesses.count <= Self.limit
        else { throw Fault(line: nil) }
    }

    private mutating func read(_ words: [Substring]) -> Bool {
        switch (words[0], words.count) {
        case ("log", 2...3):
            guard let key = Self.key(words[1]) else { return false }
            logs.append((key, words.count == 3 ? String(words[2]) : ""))
        case ("witness", 3...4):
            guard let key = Self.key(words[2]), named[words[1]] == nil else { return false }
            witnesses.append(key)
            named[words[1]] = .witness(key)
        case ("group", 4...):
            let members = words.dropFirst(3).compactMap { named[$0] }
            let least: Int? =
                switch words[2] {
                case "any": 1
                case "all": members.count
                default: Int(words[2])
                }
            guard let least, members.count == words.count - 3, named[words[1]] == nil,
                (1...members.count).contains(least), least < Self.limit
            else { return false }
            named[words[1]] = .group(least, members)
        case ("quorum", 2):
            guard quorum == nil, let chosen = named[words[1]] else { return false }
            quorum = chosen
        default: return false
        }
        return true
    }

    private static func key(_ text: Substring) -> [UInt8]? {
        Hex.decode(String(text)).flatMap { $0.count == 32 ? $0 : nil }
    }

    /// Version, counts, keys in the order of their hashes, and the quorum's instructions.
    func compiled() -> [UInt8]? {
        let logs = Self.sorted(logs.map(\.key))
        let witnesses = Self.sorted(witnesses)
        guard let code = quorum.map({ Self.code($0, witnesses) }), code.count <= 255 else {
            return nil
        }
        return [0, UInt8(logs.count), UInt8(witnesses.count), UInt8(code.count)]
            + logs.flatMap { $0 } + witnesses.flatMap { $0 } + code
    }

    private static func sorted(_ keys: [[UInt8]]) -> [[UInt8]] {
        keys.sorted { SHA256.hash($0).lexicographicallyPrecedes(SHA256.hash($1)) }
    }

    /// Members by length, then by bytes; each but the first is added to what stands before it.
    private static func code(_ quorum: Quorum, _ witnesses: [[UInt8]]) -> [UInt8] {
        switch quorum {
        case .witness(let key):
            return [witness | UInt8(witnesses.firstIndex(of: key) ?? 0)]
        case .group(_, let members) where members.count == 1:
            return code(members[0], witnesses)
        case .group(let least, let members):
            let codes = members.map { code($0, witnesses) }.sorted {
                $0.count != $1.count
                    ? $0.count < $1.count : $0.lexicographicallyPrecedes($1)
            }
            return codes[0] + codes.dropFirst().flatMap { $0 + [add] } + [atLeast | UInt8(least)]
        }
    }
}
