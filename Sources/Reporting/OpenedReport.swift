public import Age
internal import Sodium
internal import TransparencyLog

/// A report as a counsellor opened it: what it says, and the proofs it carries.
public struct OpenedReport: Sendable {
    /// What it says. Nothing in it is proven until `isAuthentic`.
    public let report: Report
    /// One of 32 bytes for each counsellor addressed, in that order.
    let macs: [[UInt8]]
    /// All that stands after the last mac line.
    let covered: [UInt8]

    /// Opens an envelope with any of the identities.
    ///
    /// Costs one X-Wing decapsulation for each stanza and identity tried.
    /// - Parameter envelope: 16,384 bytes.
    /// - Throws: `wrongEnvelopeSize`, `authenticationFailed`; for an authentic plaintext that isn't a report
    ///   `malformedLine`, `malformedPadding` or `forbiddenCharacter`.
    public static func open(
        _ envelope: [UInt8], with identities: [HybridIdentity]
    ) throws(ReportingError) -> OpenedReport {
        guard envelope.count == EnvelopeShape.reportByteCount else {
            throw .wrongEnvelopeSize(
                expected: EnvelopeShape.reportByteCount, actual: envelope.count)
        }
        let plaintext: [UInt8]
        do throws(AgeError) {
            plaintext = try AgeFile.open(envelope, with: identities).plaintext
        } catch { throw .authenticationFailed }
        return try OpenedReport(plaintext: plaintext)
    }

    /// Whether the holder of the thread wrote this report for the counsellor with this identifier.
    ///
    /// Deniable: she could have made the proof herself, so it convinces nobody else.
    public func isAuthentic(for id: String, _ thread: ThreadKeys) -> Bool {
        guard let index = report.addressed.firstIndex(of: id) else { return false }
        return constantTimeEqual(macs[index], thread.reportMAC(covered))
    }

    /// The proof made for the counsellor with this identifier, 32 bytes; nil when she isn't addressed.
    ///
    /// An authentic one met again is the same report, sealed again.
    public func mac(for id: String) -> [UInt8]? {
        report.addressed.firstIndex(of: id).map { macs[$0] }
    }

    /// Whether a holder of the older thread that this one names agreed to go on with this one.
    ///
    /// It says nothing of who wrote the rest: see `isAuthentic`.
    /// - Parameter old: the keys of the older thread with the counsellor of this identifier.
    public func continues(_ old: ThreadKeys, for id: String) -> Bool {
        guard let continues = report.continues, continues.thread != report.thread,
            let index = report.addressed.firstIndex(of: id)
        else { return false }
        return constantTimeEqual(
            continues.proofs[index], old.continuation(to: report.thread))
    }

    init(plaintext: [UInt8]) throws(ReportingError) {
        guard plaintext.count == EnvelopeShape.reportPlaintextByteCount else {
            throw .malformedPadding
        }
        let (head, body) = try Plaintext.parts(plaintext)
        var reader = try LineReader(head, punctuation: Lines.sealed)
        try reader.takeFirst(Report.firstLine)
        var macs: [[UInt8]] = []
        var coveredStart = Report.firstLine.utf8.count + 1
        while let mac = try reader.takeOptional("mac", key) {
            macs.append(mac)
            coveredStart += "mac \n".utf8.count + ThreadKeys.macByteCount * 2
        }
        guard let addressed = try reader.takeValues("addressed"), addressed.count == macs.count,
            (1...EnvelopeShape.reportStanzaCount).contains(addressed.count),
            addressed.isDistinct, addressed.allSatisfy(Lines.isIdentifier)
        else { throw reader.error }
        let thread = try reader.take("thread", key)
        let replyTo = try reader.take("reply-to", hybridRecipient)
        let sequence = try reader.take("sequence", Lines.number)
        var report = Report(
            addressed: addressed, thread: thread, replyTo: replyTo,
            kind: try reader.take("kind") { Report.Kind(rawValue: $0) }, body: body)
        report.sequence = sequence
        if let values = try reader.takeValues("about") {
            guard values.count == 2, Lines.isIdentifier(values[0]),
                let number = Lines.number(values[1])
            else { throw reader.error }
            report.about = Report.Answer(counsellor: values[0], number: number)
        }
        if let values = try reader.takeValues("continues") {
            let keys = values.compactMap(key)
            guard keys.count == values.count, keys.count == addressed.count + 1 else {
                throw reader.error
            }
            report.continues = Report.Continuation(thread: keys[0], proofs: [[UInt8]](keys[1...]))
        }
        if let values = try reader.takeValues("refers") {
            guard let referral = Report.Referral(values: values) else { throw reader.error }
            report.refers = referral
        }
        guard (report.kind == .referral) == (report.refers != nil) else { throw reader.error }
        report.track = try reader.takeOptional("track") { Track(rawValue: $0) }
        report.category = try reader.takeOptional("category") {
            Lines.isIdentifier($0) ? Category(rawValue: $0) : nil
        }
        report.language = try reader.takeOptional("language") { Language(rawValue: $0) }
        while let values = try reader.takeValues("attachment") {
            guard let attachment = Attachment(values: values),
                report.attachments.count < Attachment.limit
            else { throw reader.error }
            report.attachments.append(attachment)
        }
        try reader.finish()
        self.report = report
        self.macs = macs
        self.covered = [UInt8](plaintext[coveredStart...])
    }
}

/// 32 bytes in hexadecimal.
func key(_ text: String) -> [UInt8]? {
    Hex.decode(text).flatMap { $0.count == 32 ? $0 : nil }
}

/// An age1pq recipient; it has one text.
func hybridRecipient(_ text: String) -> HybridRecipient? {
    do throws(AgeError) { return try HybridRecipient(text) } catch { return nil }
}
