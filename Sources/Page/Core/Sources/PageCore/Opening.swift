internal import Age
internal import Reporting
internal import Sodium

extension Operations {
    /// A counsellor's side, for tests of the core against the native build: month identity's seed, thread
    /// key's seed (32 bytes each), her identifier, envelope → the report's text, if authentic.
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
}
