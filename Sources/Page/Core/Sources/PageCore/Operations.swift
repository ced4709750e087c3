import Age
import Reporting
import Sodium
import TransparencyLog

/// What the page asks of the core. Each takes fields and gives bytes; nothing is kept between two.
enum Operations {
    /// code, genesis vkey → the reply recipient (age1pq1…), a line feed, the thread key in hexadecimal.
    static func derive(_ fields: inout Fields) throws(PageFault) -> [UInt8] {
        let code = try receiptCode(fields.nextText())
        let genesis: VerifierKey
        let text = try fields.nextText()
        do throws(NoteError) { genesis = try VerifierKey(text) } catch {
            throw .malformedInput
        }
        try fields.finish()
        let keys = try receiptKeys(code, genesis)
        let recipient = keys.replyIdentity.recipient.text
        let answer = recipient + "\n" + Hex.encode(keys.thread.publicKey)
        return [UInt8](answer.utf8)
    }

    /// link, note bundle, day (2026-11-24), code, readers (identifiers with spaces), text
    /// → tag ‖ envelope, as it is posted.
    static func sealReport(_ fields: inout Fields) throws(PageFault) -> [UInt8] {
        let (organisation, day) = try trustedOrganisation(&fields)
        let code = try receiptCode(fields.nextText())
        let addressed = try fields.nextText().split(separator: " ").map { String($0) }
        let body = try fields.nextText()
        try fields.finish()
        let all = organisation.readers(in: day.month)
        let readers = addressed.compactMap { id in all.first { $0.counsellor.id == id } }
        guard readers.count == addressed.count else { throw .untrusted }
        let keys = try receiptKeys(code, organisation.roster.genesis)
        do throws(ReportingError) {
            return try Report(from: keys, addressed: addressed, body: body)
                .sealed(from: keys, to: readers).posted
        } catch { throw .notSealable }
    }

    /// link, note bundle, day, code, counsellor's identifier, reply number, envelope → the reply's text.
    static func openReply(_ fields: inout Fields) throws(PageFault) -> [UInt8] {
        let (organisation, _) = try trustedOrganisation(&fields)
        let code = try receiptCode(fields.nextText())
        let id = try fields.nextText()
        guard let number = Int(try fields.nextText()) else { throw .malformedInput }
        let envelope = try fields.next()
        try fields.finish()
        guard let counsellor = organisation.roster.counsellor(id) else { throw .untrusted }
        let keys = try receiptKeys(code, organisation.roster.genesis)
        do throws(ReportingError) {
            let reply = try Reply.open(
                envelope, keys: keys, counsellor: counsellor, number: number)
            return [UInt8](reply.body.utf8)
        } catch { throw .authenticationFailed }
    }

    /// A counsellor's side, for tests of the core against the native build: month identity's seed,
    /// thread key's seed (32 bytes each), her identifier, envelope → the report's text, if authentic.
    static func openReport(_ fields: inout Fields) throws(PageFault) -> [UInt8] {
        let monthSeed = SecretBytes(copying: try fields.next())
        let threadSeed = SecretBytes(copying: try fields.next())
        let id = try fields.nextText()
        let envelope = try fields.next()
        try fields.finish()
        guard threadSeed.byteCount == KeyExchangePrivateKey.seedByteCount else {
            throw .malformedInput
        }
        let identity: HybridIdentity
        do throws(AgeError) { identity = try HybridIdentity(seed: monthSeed) } catch {
            throw .malformedInput
        }
        do throws(ReportingError) {
            let opened = try OpenedReport.open(envelope, with: [identity])
            let thread = try ThreadKeys(
                counsellor: KeyExchangePrivateKey(seed: threadSeed),
                reporterThread: opened.report.thread)
            guard opened.isAuthentic(for: id, thread) else { throw .authenticationFailed }
            return [UInt8](opened.report.body.utf8)
        } catch { throw .authenticationFailed }
    }

    // MARK: Steps

    private static func receiptCode(_ text: String) throws(PageFault) -> ReceiptCode {
        guard case .valid(let code, _) = ReceiptCode.parse(text) else { throw .invalidCode }
        return code
    }

    private static func receiptKeys(
        _ code: ReceiptCode, _ genesis: VerifierKey
    ) throws(PageFault) -> ReceiptKeys {
        do throws(ReportingError) {
            return try ReceiptKeys(entropy: code.entropy, genesis: genesis)
        } catch { throw .outOfMemory }
    }

    private static func trustedOrganisation(
        _ fields: inout Fields
    ) throws(PageFault) -> (Organisation, Day) {
        let link = try fields.nextText()
        let notes = try fields.next()
        guard let day = Day(try fields.nextText()) else { throw .malformedInput }
        let anchor: TrustAnchor
        let bundle: NoteBundle
        do throws(ReportingError) {
            anchor = try TrustAnchor(link: link)
            bundle = try NoteBundle(parsing: notes)
        } catch { throw .malformedInput }
        do throws(OrganisationError) {
            return (try Organisation(bundle: bundle, anchor: anchor, today: day), day)
        } catch { throw .untrusted }
    }
}
