internal import Sodium
public import TransparencyLog

extension Roster {
    /// One confidential counsellor, with the keys the roots vouch for.
    public struct Counsellor: Sendable, Equatable {
        /// Whose counsellor she is.
        public enum Role: String, Sendable, CaseIterable {
            /// Employed by the organisation.
            case `internal`
            /// From outside.
            case external
            /// Stands in for another.
            case deputy
        }

        /// `a`–`z`, `0`–`9`, `-`: how reports and replies name her.
        public var id: String
        /// How people know her.
        public var name: String
        /// Whose counsellor she is.
        public var role: Role
        /// Those she answers in.
        public var languages: [Language]
        /// Other ways to reach her: telephone, a meeting.
        public var ways: [String]
        /// Signs her online machine's requests.
        public var request: VerifierKey
        /// Cosigns what her online machine holds: a key of type `cosignature`.
        public var collector: VerifierKey
        /// Cosigns what her offline machine imported: a key of type `cosignature`.
        public var imported: VerifierKey
        /// Signs her keys and hours notes, offline.
        public var notes: VerifierKey
        /// Her X25519 key of every thread, 32 bytes.
        public var threadKey: [UInt8]
        /// Days she has to fetch before "not confirmed" is said.
        public var fetchDays: Int
        /// Replies she posts a day, cover included.
        public var cover: Int
        /// The day this person and these keys came: for 60 days they are shown as new.
        public var since: Day

        /// - Parameter threadKey: 32 bytes.
        public init(
            id: String, name: String, role: Role, languages: [Language], ways: [String] = [],
            request: VerifierKey, collector: VerifierKey, imported: VerifierKey,
            notes: VerifierKey, threadKey: [UInt8], fetchDays: Int = 4, cover: Int = 1,
            since: Day
        ) {
            self.id = id
            self.name = name
            self.role = role
            self.languages = languages
            self.ways = ways
            self.request = request
            self.collector = collector
            self.imported = imported
            self.notes = notes
            self.threadKey = threadKey
            self.fetchDays = fetchDays
            self.cover = cover
            self.since = since
        }

        static let enrolmentFirstLine = "sottovoce/v1 enrolment"

        /// The lines of an enrolment file: what a counsellor hands to the holders of the root keys.
        public var enrolment: String {
            var writer = LineWriter(Self.enrolmentFirstLine, punctuation: Lines.note)
            write(to: &writer)
            return writer.text
        }

        /// Reads an enrolment file. Throws `malformedLine`.
        public init(enrolment: String) throws(ReportingError) {
            var reader = try LineReader([UInt8](enrolment.utf8)[...], punctuation: Lines.note)
            try reader.takeFirst(Self.enrolmentFirstLine)
            let id = try reader.take("counsellor") { Lines.isIdentifier($0) ? $0 : nil }
            try self.init(id: id, reading: &reader)
            try reader.finish()
        }

        func write(to writer: inout LineWriter) {
            writer.add("counsellor", id)
            writer.add("name", name)
            writer.add("role", role.rawValue)
            writer.add("languages", languages.map { $0.rawValue })
            for way in ways { writer.add("way", way) }
            writer.add("request", request.text)
            writer.add("collector", collector.text)
            writer.add("imported", imported.text)
            writer.add("notes", notes.text)
            writer.add("thread-key", Hex.encode(threadKey))
            writer.add("fetch-days", String(fetchDays))
            writer.add("cover", String(cover))
            writer.add("since", since.text)
        }

        init(id: String, reading reader: inout LineReader) throws(ReportingError) {
            self.id = id
            name = try reader.take("name")
            role = try reader.take("role") { Role(rawValue: $0) }
            guard let languages = try reader.takeValues("languages") else { throw reader.error }
            self.languages = languages.compactMap { Language(rawValue: $0) }
            guard self.languages.count == languages.count else { throw reader.error }
            ways = []
            while let way = try reader.takeOptional("way") { ways.append(way) }
            request = try reader.take("request", verifierKey)
            collector = try reader.take("collector", cosignerKey)
            imported = try reader.take("imported", cosignerKey)
            notes = try reader.take("notes", verifierKey)
            threadKey = try reader.take("thread-key", key)
            fetchDays = try reader.take("fetch-days", Lines.number)
            cover = try reader.take("cover", Lines.number)
            since = try reader.take("since") { Day($0) }
        }
    }
}
