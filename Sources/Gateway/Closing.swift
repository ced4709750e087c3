package import DropBox
internal import Reporting
package import TransparencyLog

extension DropBox {
    /// Closes days by the rules of the notes in force.
    ///
    /// - Returns: whether there was a day to close.
    /// - Throws: `DropBoxError`, `LogDamage`.
    package func closeDays(
        through day: Day, limit: Int? = nil, identity: GatewayIdentity
    ) throws -> Bool {
        try closeDays(through: day, limit: limit) {
            try NoticeBoard(notes: $0, identity: identity).closingRules
        }
    }

    /// What is kept longer than the roster in force says; nil when nothing is.
    package func keptBeyondRetention(identity: GatewayIdentity) async throws -> KeptBeyond? {
        try await keptBeyondRetention {
            try NoticeBoard(notes: $0, identity: identity).closingRules
        }
    }
}

extension DropBox {
    /// Recomputes everything that is stored; cosignatures by the keys of every roster ever.
    ///
    /// - Throws: `LogDamage` with the first thing wrong; `DropBoxError`.
    package func verify(identity: GatewayIdentity) async throws -> VerifiedStore {
        try await verify { notes in
            try NoticeBoard(notes: notes, identity: identity).rosters.flatMap { note in
                try Roster(text: note.text).counsellors.flatMap { [$0.collector, $0.imported] }
            }
        }
    }
}

extension NoticeBoard {
    /// What the notes say of closing days; before the first roster nothing is covered or erased.
    package var closingRules: ClosingRules {
        var rules = ClosingRules { Cover.report().bytes }
        rules.notesInForce = inForce.map(\.bytes)
        rules.rosters = rosters.map(\.bytes)
        rules.retentionMonths = roster?.retentionMonths
        rules.collectors = roster?.counsellors.map(\.collector) ?? []
        rules.coverTotal = roster?.coverTotal ?? 0
        return rules
    }
}
