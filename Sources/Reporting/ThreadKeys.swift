public import Sodium
internal import TransparencyLog

/// What one reporter and one counsellor share, and nobody else: the two session keys of their thread.
///
/// They authenticate reports and replies to each other deniably, since either could have made both,
/// and give replies the labels by which the reporter finds them. Source: Docs/protocol.md §4.
public final class ThreadKeys: Sendable {
    /// The reporter looks for reply numbers 0 up to but not including this.
    public static let labelCount = 1000
    /// Of a MAC.
    public static let macByteCount = 32

    /// The reporter is the client.
    private let session: SessionKeys

    /// The reporter's side. Throws `authenticationFailed` for a key of small order.
    /// - Parameter counsellorKey: the roster's thread-key, 32 bytes.
    public init(
        reporter: KeyExchangePrivateKey, counsellorKey: [UInt8]
    ) throws(ReportingError) {
        do throws(SodiumError) {
            session = try reporter.clientSession(server: counsellorKey)
        } catch { throw .authenticationFailed }
    }

    /// The counsellor's side. Throws `authenticationFailed` for a key of small order.
    /// - Parameter reporterThread: the report's `thread`, 32 bytes.
    public init(
        counsellor: KeyExchangePrivateKey, reporterThread: [UInt8]
    ) throws(ReportingError) {
        do throws(SodiumError) {
            session = try counsellor.serverSession(client: reporterThread)
        } catch { throw .authenticationFailed }
    }

    /// The 16-byte label of the counsellor's reply with this number.
    public func label(_ number: Int) -> [UInt8] {
        session.hash(
            .serverToClient, Labels.label, bigEndian(UInt32(number)),
            byteCount: EnvelopeShape.tagByteCount)
    }

    /// 32 bytes over all that stands after a report's last mac line.
    package func reportMAC(_ covered: [UInt8]) -> [UInt8] {
        session.hash(
            .clientToServer, Labels.report, covered, byteCount: Self.macByteCount)
    }

    /// 32 bytes over all that stands after a reply's mac line.
    package func replyMAC(_ covered: [UInt8]) -> [UInt8] {
        session.hash(
            .serverToClient, Labels.reply, covered, byteCount: Self.macByteCount)
    }

    /// Proof, to the counsellor of this (old) thread, that its reporter moves to a new one. 32 bytes.
    public func continuation(to newThread: [UInt8]) -> [UInt8] {
        session.hash(
            .clientToServer, Labels.continues, newThread, byteCount: Self.macByteCount)
    }
}
