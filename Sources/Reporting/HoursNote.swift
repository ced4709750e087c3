public import TransparencyLog

/// When a counsellor reads, as she signed it. Older than 14 days is said to readers.
public struct HoursNote: Sendable, Equatable {
    static let firstLine = "sottovoce/v1 hours"
    private static let weekdays = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]

    /// Grows with every note of hers; the highest is in force.
    public let serial: Int
    /// The organisation it is for.
    public let genesis: VerifierKey
    /// Her identifier in the roster.
    public let counsellor: String
    /// The day she wrote it, in UTC.
    public let day: Day
    /// Days of the week on which she reads: 0 Monday to 6 Sunday, in order.
    public let reads: [Int]
    /// First and last day of an absence.
    public let absence: ClosedRange<Day>?
    /// Who stands in meanwhile, by identifier.
    public let replacement: String?
    /// A telephone number.
    public let phone: String?
    /// Anything else, one line.
    public let remark: String?

    /// - Parameter reads: 0 Monday to 6 Sunday, in order.
    public init(
        serial: Int, genesis: VerifierKey, counsellor: String, day: Day, reads: [Int],
        absence: ClosedRange<Day>? = nil, replacement: String? = nil, phone: String? = nil,
        remark: String? = nil
    ) {
        self.serial = serial
        self.genesis = genesis
        self.counsellor = counsellor
        self.day = day
        self.reads = reads
        self.absence = absence
        self.replacement = replacement
        self.phone = phone
        self.remark = remark
    }

    /// What is signed.
    public var text: String {
        var writer = LineWriter(Self.firstLine, punctuation: Lines.note)
        writer.add("serial", String(serial))
        writer.add("genesis", genesis.text)
        writer.add("counsellor", counsellor)
        writer.add("day", day.text)
        if !reads.isEmpty { writer.add("reads", reads.map { Self.weekdays[$0] }) }
        if let absence {
            writer.add("absent", [absence.lowerBound.text, absence.upperBound.text])
        }
        writer.add("replacement", optional: replacement)
        writer.add("phone", optional: phone)
        writer.add("remark", optional: remark)
        return writer.text
    }

    /// Reads the text; whether it is signed is another question. Throws `malformedLine`.
    public init(text: String) throws(ReportingError) {
        var reader = try LineReader([UInt8](text.utf8)[...], punctuation: Lines.note)
        try reader.takeFirst(Self.firstLine)
        serial = try reader.take("serial", Lines.number)
        genesis = try reader.take("genesis", verifierKey)
        counsellor = try reader.take("counsellor") { Lines.isIdentifier($0) ? $0 : nil }
        day = try reader.take("day") { Day($0) }
        var reads: [Int] = []
        for name in try reader.takeValues("reads") ?? [] {
            guard let number = Self.weekdays.firstIndex(of: name), number > reads.last ?? -1 else {
                throw reader.error
            }
            reads.append(number)
        }
        self.reads = reads
        if let values = try reader.takeValues("absent") {
            guard values.count == 2, let first = Day(values[0]), let last = Day(values[1]),
                first <= last
            else { throw reader.error }
            absence = first...last
        } else {
            absence = nil
        }
        replacement = try reader.takeOptional("replacement") { Lines.isIdentifier($0) ? $0 : nil }
        phone = try reader.takeOptional("phone")
        remark = try reader.takeOptional("remark")
        try reader.finish()
    }
}
