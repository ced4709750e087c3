package import Age
internal import DurableFiles
internal import Sodium
package import TransparencyLog

/// The counsellor's monthly sealing identities, in a key store of their own: `months.age`.
///
/// Never part of a content backup. Inside it is an age identity file: a comment `# <yyyy-mm>` above each
/// `AGE-SECRET-KEY-PQ-1…` line. Source: Docs/protocol.md §6.
package struct MonthKeys: Sendable {
    /// How many days after its month's end a key is destroyed, at the earliest.
    static let daysKept = 35
    static let byteLimit = 1 << 20

    /// The identity of each month.
    package private(set) var identities: [Month: HybridIdentity] = [:]

    /// None yet.
    package init() {}

    var months: [Month] { identities.keys.sorted() }

    /// Makes the keys that are missing of `count` months from `first` on.
    package mutating func extend(from first: Month, count: Int) {
        for offset in 0..<count {
            let month = first.adding(offset)
            if identities[month] == nil { identities[month] = HybridIdentity() }
        }
    }

    /// The months whose keys an entry of `day` is tried with: its own; in the first seven days of a month
    /// the previous one too; on its last day the next one too.
    static func tried(on day: Day) -> [Month] {
        let month = day.month
        var months = [month]
        if day < month.firstDay.adding(7) { months.append(month.adding(-1)) }
        if day == month.lastDay { months.append(month.adding(1)) }
        return months
    }

    /// Whether `month`'s key has no more use once a log closed on `closed` is imported and opened.
    static func isSpent(_ month: Month, closed: Day) -> Bool {
        closed > month.lastDay.adding(daysKept)
    }

    /// Destroys the keys that are spent both by the log and by this machine's clock: neither a gateway
    /// that lies about the day nor a wrong clock destroys one alone. Returns the months destroyed.
    mutating func destroySpent(closed: Day, today: Day) -> [Month] {
        let spent = months.filter { Self.isSpent($0, closed: min(closed, today)) }
        for month in spent { identities[month] = nil }
        return spent
    }

    /// The same keys without those that have expired by the clock: what a backup may hold.
    func unexpired(today: Day) -> MonthKeys {
        var kept = self
        kept.identities = identities.filter { !Self.isSpent($0.key, closed: today) }
        return kept
    }
}

extension MonthKeys {
    private static let firstLine = "# sottovoce/v1 month keys"

    /// Throws `damaged`.
    init(opening path: String, with identity: HybridIdentity) throws {
        var text = try SealedFile.open(path, with: identity, limit: Self.byteLimit)
        defer { wipe(&text) }
        var month: Month?
        let lines = text.split(separator: 0x0a, omittingEmptySubsequences: true)
        guard lines.first.map({ $0.elementsEqual(Self.firstLine.utf8) }) == true else {
            throw CaseworkError.damaged(file: path)
        }
        for line in lines.dropFirst() {
            if line.starts(with: "# ".utf8) {
                month = Month(String(decoding: line.dropFirst(2), as: UTF8.self))
                continue
            }
            guard let named = month else { throw CaseworkError.damaged(file: path) }
            var secret = [UInt8](line)
            defer { wipe(&secret) }
            do throws(AgeError) { identities[named] = try HybridIdentity(text: secret.span) } catch
            {
                throw CaseworkError.damaged(file: path)
            }
            month = nil
        }
    }

    /// Replaces the store on disk.
    func save(_ path: String, sealedTo recipient: HybridRecipient) throws {
        var text = [UInt8]((Self.firstLine + "\n").utf8)
        defer { wipe(&text) }
        text.reserveCapacity(256 * (identities.count + 1))
        for month in months {
            guard let identity = identities[month] else { continue }
            text += [UInt8]("# \(month.text)\n".utf8)
            text += identity.text().copyOut()
            text.append(0x0a)
        }
        try SealedFile.replace(path, with: text, sealedTo: recipient)
    }
}
