internal import Age
internal import Foundation
internal import GRDB
package import Reporting
internal import Sodium
package import TransparencyLog

/// A case that came by telephone, meeting or letter, as she enters it.
package struct NewCase: Sendable, Equatable {
    package var route: CaseRoute
    /// The day it came.
    package var day: Day
    package var track: Track
    package var category: Category?
    /// A first private note; empty for none.
    package var note = ""
    /// What was told, for the reporter to check; empty for none.
    package var account = ""

    package init(route: CaseRoute, day: Day, track: Track) {
        self.route = route
        self.day = day
        self.track = track
    }
}

/// What the reporter told in speech, as she wrote it down.
///
/// A person who reports in speech may check, correct and agree to what was written down. Source: Directive
/// (EU) 2019/1937, article 18(2) and (4).
package struct Account: Sendable, Equatable {
    package enum State: String, Sendable, CaseIterable {
        case written
        /// Sent or handed to the reporter, to be checked.
        case asked
        case agreed
        /// The reporter's corrections are in it.
        case corrected
    }

    package let body: String
    package let state: State
    /// Of the state.
    package let day: Day
}

extension OfflineHome {
    /// Enters a case. Who told it knows that it was received: that clock is stopped on its day.
    /// - Returns: its number.
    /// - Throws: `badDay` for one after today.
    package func add(_ new: NewCase, today: Day) throws -> Int {
        guard new.day <= today else { throw CaseworkError.life(.badDay) }
        return try vault.save { database in
            let number = try CaseRecords.newCase(
                by: new.route, track: new.track.rawValue,
                category: new.category?.rawValue ?? "", on: new.day, in: database)
            try CaseRecords.reach(
                CaseStep.acknowledgement.rawValue, in: number, on: new.day, database)
            if !VisibleText.isBlank(new.note) {
                try CaseRecords.add(note: new.note, to: number, on: today, in: database)
            }
            if !VisibleText.isBlank(new.account) {
                try CaseRecords.keep(new.account, .written, in: number, on: today, database)
            }
            return number
        }
    }

    /// What was written down of what was told; nil when nothing was.
    package func account(_ number: Int) throws -> Account? {
        try vault.database.read {
            try Row.fetchOne(
                $0, sql: "SELECT * FROM account WHERE conversation = ?", arguments: [number]
            ).map {
                Account(
                    body: $0["body"], state: Account.State(rawValue: $0["state"]) ?? .written,
                    day: Day(number: $0["day"]))
            }
        }
    }

    /// Keeps what was told, and how far checking it is. Throws `unknownCase`, `emptyText`.
    package func keep(
        account body: String, _ state: Account.State, of number: Int, today: Day
    ) throws {
        guard !VisibleText.isBlank(body) else { throw CaseworkError.emptyText }
        try vault.save { database in
            try CaseRecords.requireCase(number, in: database)
            try CaseRecords.keep(body, state, in: number, on: today, database)
        }
    }

    /// Keeps what was told, and where a letter is given seals that to the reporter as an answer.
    ///
    /// Within `together`: both or neither.
    /// - Throws: as `keep(account:_:of:today:)` and `reply`.
    package func keep(
        account body: String, _ state: Account.State, of number: Int, sending letter: String?,
        today: Day
    ) throws {
        try keep(account: body, state, of: number, today: today)
        if let letter { _ = try reply(to: number, .answer, body: letter, today: today) }
    }

    /// Makes a receipt code for a case that has none, and keeps only what the reporter's own device would have
    /// told: where replies are sealed to, and the thread's public key. The code itself is kept nowhere.
    ///
    /// Costs one Argon2id. Source: Docs/protocol.md §2, "A code given along".
    /// - Returns: the code, to be shown once.
    /// - Throws: `unknownCase`; `hasCode` where the reporter has one.
    package func giveCode(to number: Int, today: Day) throws -> ReceiptCode {
        let code = ReceiptCode()
        let genesis = try VerifierKey(requiredSetting(.genesis))
        let keys = try ReceiptKeys(entropy: code.entropy, genesis: genesis)
        try vault.save { database in
            let summary = try CaseRecords.summary(database, of: number)
            guard summary.route != .digital, !summary.hasCode, !summary.isPractice else {
                throw CaseworkError.life(.hasCode(number: number))
            }
            try database.execute(
                sql: "UPDATE conversation SET thread = ?, reply_to = ? WHERE number = ?",
                arguments: [
                    Data(keys.thread.publicKey), keys.replyIdentity.recipient.text, number,
                ])
            try CaseRecords.note("code", "", in: number, on: today, database)
        }
        return code
    }
}

extension CaseRecords {
    /// A case that nobody has a code for: its thread is random bytes, of which nobody has the other half.
    static func newCase(
        by route: CaseRoute, track: String, category: String, on day: Day, in database: Database
    ) throws -> Int {
        try database.execute(
            sql: """
                INSERT INTO conversation (number, thread, reply_to, opened, state, answered,
                    next_number, told_track, told_category, route)
                VALUES (\(CaseSQL.nextNumber), ?, '', ?, 'open', 1, 0, ?, ?, ?)
                """,
            arguments: [Data(randomBytes(32)), day.number, track, category, route.rawValue])
        return Int(database.lastInsertedRowID)
    }

    static func add(
        note: String, to number: Int, on day: Day, in database: Database
    ) throws {
        try database.execute(
            sql: "INSERT INTO private_note (conversation, day, body) VALUES (?, ?, ?)",
            arguments: [number, day.number, note])
    }

    static func keep(
        _ account: String, _ state: Account.State, in number: Int, on day: Day,
        _ database: Database
    ) throws {
        try database.execute(
            sql: """
                INSERT INTO account VALUES (:number, :body, :state, :day)
                ON CONFLICT DO UPDATE SET body = :body, state = :state, day = :day
                """,
            arguments: [
                "number": number, "body": account, "state": state.rawValue, "day": day.number,
            ])
        try note("account", state.rawValue, in: number, on: day, database)
    }
}
