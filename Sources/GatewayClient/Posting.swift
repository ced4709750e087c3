internal import Foundation
internal import Reporting
internal import Sodium
package import TransparencyLog

/// Who signs requests: a counsellor's `request` key.
package typealias RequestSigner = NoteSigner

extension GatewayClient {
    static let binary = "application/octet-stream"
    static let text = "text/plain; charset=utf-8"
    static let promiseByteLimit = 8_192

    /// Posts one envelope; the same one again gets the same answer, so repeating is safe.
    ///
    /// - Parameters:
    ///   - target: `/reports` or `/replies`.
    ///   - headers: what else goes with it.
    /// - Throws: `unreachable`, `uncertain`, `refused`, `workAsked`, `notTrusted`, `tooLarge`.
    func post(
        _ envelope: SealedEnvelope, target: String, headers: [(String, String)],
        expecting expectation: PromiseExpectation
    ) async throws(GatewayError) -> SignedPromise {
        let body = envelope.posted
        let answer = try await post(
            target, type: Self.binary, headers: headers, body: body, limit: Self.promiseByteLimit)
        do throws(PromiseProblem) {
            return try expectation.promise(answer, entry: envelope.entry)
        } catch {
            throw .notTrusted(error)
        }
    }

    /// Publishes a note of the signer's own, or a roster signed by the roots.
    ///
    /// Repeating is safe.
    package func post(
        note: SignedNote, signer: RequestSigner
    ) async throws(GatewayError) {
        let body = note.bytes
        _ = try await post(
            "/notes", type: Self.text, headers: signed("POST", "/notes", body: body, by: signer),
            body: body, limit: Self.promiseByteLimit)
    }

    /// Hands a counsellor's cosignature to the log: a checkpoint with her line under it.
    ///
    /// Repeating is safe.
    package func post(
        cosigned checkpoint: SignedNote, signer: RequestSigner
    ) async throws(GatewayError) {
        let body = checkpoint.bytes
        _ = try await post(
            "/cosignatures", type: Self.text,
            headers: signed("POST", "/cosignatures", body: body, by: signer), body: body,
            limit: Self.promiseByteLimit)
    }

    /// The fields that sign a request now.
    ///
    /// Source: RFC 9421.
    func signed(
        _ method: String, _ target: String, body: [UInt8]?, by signer: RequestSigner
    ) -> [(String, String)] {
        let fields = RequestSignature.sign(
            RequestSignature.Request(method: method, target: target, body: body),
            created: Int(Date().timeIntervalSince1970),
            nonce: randomBytes(RequestSignature.nonceByteCount),
            keyName: signer.verifierKey.name, key: signer.key)
        return [
            ("signature-input", fields.signatureInput), ("signature", fields.signature),
        ] + (fields.contentDigest.map { [("content-digest", $0)] } ?? [])
    }
}
