/// What several queries about cases say in the same words; `c` is the conversation.
enum CaseSQL {
    /// Hers, else the reporter's.
    static let track = "CASE c.own_track WHEN '' THEN c.told_track ELSE c.own_track END"
    static let category =
        "CASE c.own_category WHEN '' THEN c.told_category ELSE c.own_category END"

    /// A real case: not set apart, not invented, and no part of another.
    static let isCase = "c.sorted = '' AND c.practice = 0 AND c.part_of = 0"

    /// Whether a row belongs to `c` or to one of its parts.
    static let ofWhole = """
        conversation IN (SELECT c.number UNION ALL
            SELECT part.number FROM conversation part
            WHERE part.part_of = c.number AND part.part_of <> 0)
        """

    /// The cases, each once, of which a row of `source` is, or of whose parts.
    ///
    /// - Parameter source: a query that gives conversations.
    static func wholes(of source: String) -> String {
        """
        SELECT DISTINCT CASE own.part_of WHEN 0 THEN own.number ELSE own.part_of END
        FROM (\(source)) AS found CROSS JOIN conversation own ON own.number = found.conversation
        """
    }

    static let unseen = wholes(of: "SELECT DISTINCT conversation FROM report WHERE seen = 0")

    /// The whole of which `:number` is, with all its parts.
    static let allOfIt = """
        (SELECT CASE part_of WHEN 0 THEN number ELSE part_of END
            FROM conversation WHERE number = :number) IN (number, part_of)
        """

    /// The case `:number` and, of a part, the case it is a part of.
    static let itsWhole = """
        number IN (SELECT :number UNION
            SELECT part_of FROM conversation WHERE number = :number)
        """

    /// A number that no case has or had.
    static let nextNumber = """
        (SELECT max(ifnull((SELECT max(number) FROM conversation), 0), ifnull((
            SELECT CAST(value AS INTEGER) FROM setting WHERE name = 'last-number'), 0)) + 1)
        """
}
