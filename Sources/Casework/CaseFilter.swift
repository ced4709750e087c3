internal import GRDB
package import Reporting
package import TransparencyLog

/// How a case came to her.
package enum CaseRoute: String, Sendable, CaseIterable {
    case digital, phone, meeting, letter
    /// Those that she enters herself.
    package static let spoken: [CaseRoute] = [.phone, .meeting, .letter]
}

/// Why something that came is no case.
package enum SortedOut: String, Sendable, CaseIterable {
    case spam, threat
}

/// Which cases are looked for. What is not said matters not.
package struct CaseFilter: Sendable, Equatable {
    /// Which of all.
    package enum Group: String, Sendable, CaseIterable {
        /// Cases.
        case all
        /// With messages that were not shown yet.
        case new
        case open, closed
        /// Something is owed within a week, or late.
        case due
        /// No cases: set apart, or invented.
        case spam, threat, practice
    }

    package var words = ""
    package var group = Group.all
    package var track: Track?
    package var category: Category?
    package var status: CaseStatus?
    package var route: CaseRoute?

    package init() {}
}

/// One page of the cases found, newest first.
package struct CasePage: Sendable, Equatable {
    /// Cases on a page.
    package static let size = 50

    package let cases: [CaseOverview]
    /// Of all pages.
    package let count: Int
    /// From 0.
    package let page: Int

    package var pageCount: Int { max(1, (count + Self.size - 1) / Self.size) }
}

extension OfflineHome {
    /// The cases that fit, newest first, a page of them.
    ///
    /// - Parameter page: from 0; one past the last is empty.
    package func cases(
        where filter: CaseFilter, page: Int = 0, today: Day
    ) throws -> CasePage {
        try vault.database.read { database in
            var conditions = [Self.condition(filter.group)]
            var arguments = StatementArguments()
            func require(_ condition: String, _ value: String) {
                conditions.append(condition)
                arguments += [value]
            }
            if let track = filter.track {
                require("ifnull(nullif(\(CaseSQL.track), ''), 'conversation') = ?", track.rawValue)
            }
            if let category = filter.category {
                require("\(CaseSQL.category) = ?", category.rawValue)
            }
            if let status = filter.status { require("c.status = ?", status.rawValue) }
            if let route = filter.route { require("c.route = ?", route.rawValue) }
            if let found = try Self.found(filter.words, in: database) {
                conditions.append("c.number IN (\(Self.list(found)))")
            }
            if filter.group == .due {
                let due = try CaseRecords.due(database).filter { $0.day <= today.adding(7) }
                conditions.append("c.number IN (\(Self.list(due.map(\.number))))")
            }
            let sql = "FROM conversation c WHERE " + conditions.joined(separator: " AND ")
            let numbers = try Int.fetchAll(
                database,
                sql: """
                    SELECT c.number \(sql) ORDER BY c.number DESC
                    LIMIT \(CasePage.size) OFFSET \(max(0, page) * CasePage.size)
                    """, arguments: arguments)
            return CasePage(
                cases: try CaseRecords.overviews(database, of: numbers).reversed(),
                count: try Int.fetchOne(
                    database, sql: "SELECT count(*) \(sql)", arguments: arguments) ?? 0,
                page: max(0, page))
        }
    }

    private static func list(_ numbers: some Sequence<Int>) -> String {
        numbers.map(String.init).joined(separator: ", ")
    }

    /// The cases in which all words are found, whichever part of them; nil where there are no words.
    private static func found(_ text: String, in database: Database) throws -> Set<Int>? {
        let words = text.split(whereSeparator: \.isWhitespace).map(String.init)
        guard !words.isEmpty else { return nil }
        // Long words are rare: what is left to look in soon is little. A long list of cases costs more than it saves.
        return try words.sorted { $0.utf8.count > $1.utf8.count }.reduce(nil) { found, word in
            let within = found.flatMap { $0.count <= 500 ? $0 : nil }
            let more = try CaseRecords.numbers(of: word, within: within, in: database)
            return found?.intersection(more) ?? more
        }
    }

    private static func condition(_ group: CaseFilter.Group) -> String {
        switch group {
        case .all, .due: CaseSQL.isCase
        case .new: "\(CaseSQL.isCase) AND c.number IN (\(CaseSQL.unseen))"
        case .open: "\(CaseSQL.isCase) AND c.state = 'open'"
        case .closed: "\(CaseSQL.isCase) AND c.state = 'closed'"
        case .spam, .threat: "c.sorted = '\(group.rawValue)' AND c.part_of = 0"
        case .practice: "c.practice = 1"
        }
    }
}
