internal import Sodium
public import TransparencyLog

/// Who may read reports here and by which keys, as the organisation's root keys signed it.
///
/// Source: Docs/protocol.md §6.
public struct Roster: Sendable, Equatable {
    /// No roster is valid longer, in days.
    public static let longestValidity = 400
    static let firstLine = "sottovoce/v1 roster"

    /// Grows with every change; the highest is in force.
    public var serial: Int
    /// The organisation's name.
    public var organisation: String
    /// Its first root key, the same in every later roster: receipt codes depend on it.
    public var genesis: VerifierKey
    /// The one or two keys that sign rosters.
    public var roots: [VerifierKey]
    /// Where the gateway is: `https://…`, and its onion address where it has one.
    public var gateways: [String]
    /// The log's key; its name is the log's origin.
    public var log: VerifierKey
    /// Signs promises.
    public var promise: VerifierKey
    /// From this day.
    public var issued: Day
    /// Up to and including this day.
    public var expires: Day
    /// Whole months that entries are kept after their own.
    public var retentionMonths: Int
    /// Reports a day the gateway tops up to.
    public var coverTotal: Int
    /// In the order shown.
    public var counsellors: [Counsellor]

    /// - Parameter roots: one or two.
    public init(
        serial: Int, organisation: String, genesis: VerifierKey, roots: [VerifierKey],
        gateways: [String], log: VerifierKey, promise: VerifierKey, issued: Day, expires: Day,
        retentionMonths: Int = 6, coverTotal: Int = 0, counsellors: [Counsellor]
    ) {
        self.serial = serial
        self.organisation = organisation
        self.genesis = genesis
        self.roots = roots
        self.gateways = gateways
        self.log = log
        self.promise = promise
        self.issued = issued
        self.expires = expires
        self.retentionMonths = retentionMonths
        self.coverTotal = coverTotal
        self.counsellors = counsellors
    }

    /// The counsellor with this identifier.
    public func counsellor(_ id: String) -> Counsellor? { counsellors.first { $0.id == id } }

    /// The months whose replies are served on a day, newest first: its own and those kept before it.
    public func repliesMonths(on day: Day) -> [Month] {
        (0...retentionMonths).map { day.month.adding(-$0) }
    }

    /// What is signed.
    public var text: String {
        var writer = LineWriter(Self.firstLine, punctuation: Lines.note)
        writer.add("serial", String(serial))
        writer.add("organisation", organisation)
        writer.add("genesis", genesis.text)
        for (name, key) in zip(["root", "second"], roots) { writer.add(name, key.text) }
        writer.add("gateway", gateways)
        writer.add("log", log.text)
        writer.add("promise", promise.text)
        writer.add("issued", issued.text)
        writer.add("expires", expires.text)
        writer.add("retention", String(retentionMonths))
        writer.add("cover-total", String(coverTotal))
        for counsellor in counsellors { counsellor.write(to: &writer) }
        return writer.text
    }

    /// Reads the text of a roster; whether it is signed is another question.
    /// - Throws: `malformedLine`.
    public init(text: String) throws(ReportingError) {
        var reader = try LineReader([UInt8](text.utf8)[...], punctuation: Lines.note)
        try reader.takeFirst(Self.firstLine)
        serial = try reader.take("serial", Lines.number)
        organisation = try reader.take("organisation")
        genesis = try reader.take("genesis", verifierKey)
        roots = [try reader.take("root", verifierKey)]
        if let second = try reader.takeOptional("second", verifierKey) {
            guard second.key != roots[0].key else { throw reader.error }
            roots.append(second)
        }
        guard let gateways = try reader.takeValues("gateway") else {
            throw .malformedLine(roots.count + 5)
        }
        self.gateways = gateways
        log = try reader.take("log", verifierKey)
        promise = try reader.take("promise", verifierKey)
        issued = try reader.take("issued") { Day($0) }
        let issued = issued
        expires = try reader.take("expires") { text in
            Day(text).flatMap { day in
                (0...Self.longestValidity).contains(day.number - issued.number) ? day : nil
            }
        }
        retentionMonths = try reader.take("retention") { text in
            Lines.number(text).flatMap { (1...120).contains($0) ? $0 : nil }
        }
        coverTotal = try reader.take("cover-total", Lines.number)
        counsellors = []
        while let id = try reader.takeOptional("counsellor") {
            guard Lines.isIdentifier(id), counsellor(id) == nil else { throw reader.error }
            counsellors.append(try Counsellor(id: id, reading: &reader))
        }
        try reader.finish()
        guard self.text == text else { throw .malformedLine(1) }
    }
}

/// The key of a note's signatures.
func verifierKey(_ text: String) -> VerifierKey? { key(text, .ed25519) }

/// The key of a checkpoint's cosignatures.
func cosignerKey(_ text: String) -> VerifierKey? { key(text, .cosignature) }

private func key(_ text: String, _ type: SignatureType) -> VerifierKey? {
    do throws(NoteError) {
        let key = try VerifierKey(text)
        return key.type == type ? key : nil
    } catch { return nil }
}
