public import Age
public import TransparencyLog

/// The recipients a counsellor's reports are sealed to, a month each, as she signed them.
///
/// Source: Docs/protocol.md §6.
public struct KeysNote: Sendable, Equatable {
    static let firstLine = "sottovoce/v1 keys"

    /// One month's.
    public struct MonthKey: Sendable, Equatable {
        /// The month it is for, in UTC.
        public let month: Month
        /// What its reports are sealed to.
        public let recipient: HybridRecipient

        /// - Parameter month: the month it is for, in UTC.
        public init(month: Month, recipient: HybridRecipient) {
            self.month = month
            self.recipient = recipient
        }
    }

    /// Grows with every note of hers; the highest is in force.
    public let serial: Int
    /// The organisation it is for.
    public let genesis: VerifierKey
    /// Her identifier in the roster.
    public let counsellor: String
    /// In the order of months, each once.
    public let months: [MonthKey]

    /// - Parameter counsellor: her identifier in the roster.
    public init(serial: Int, genesis: VerifierKey, counsellor: String, months: [MonthKey]) {
        self.serial = serial
        self.genesis = genesis
        self.counsellor = counsellor
        self.months = months
    }

    /// What is signed.
    public var text: String {
        var writer = LineWriter(Self.firstLine, punctuation: Lines.note)
        writer.add("serial", String(serial))
        writer.add("genesis", genesis.text)
        writer.add("counsellor", counsellor)
        for key in months { writer.add("month", [key.month.text, key.recipient.text]) }
        return writer.text
    }

    /// Reads the text; whether it is signed is another question. Throws `malformedLine`.
    public init(text: String) throws(ReportingError) {
        var reader = try LineReader([UInt8](text.utf8)[...], punctuation: Lines.note)
        try reader.takeFirst(Self.firstLine)
        serial = try reader.take("serial", Lines.number)
        genesis = try reader.take("genesis", verifierKey)
        counsellor = try reader.take("counsellor") { Lines.isIdentifier($0) ? $0 : nil }
        var months: [MonthKey] = []
        while let values = try reader.takeValues("month") {
            guard values.count == 2, let month = Month(values[0]),
                let recipient = hybridRecipient(values[1]),
                months.last.map({ $0.month < month }) ?? true
            else { throw reader.error }
            months.append(MonthKey(month: month, recipient: recipient))
        }
        try reader.finish()
        self.months = months
    }

    /// The recipient of a month.
    public func recipient(in month: Month) -> HybridRecipient? {
        months.first { $0.month == month }?.recipient
    }
}
