internal import Foundation
internal import Reporting
internal import Sodium
package import TransparencyLog

/// What a promise must say to be believed.
package struct PromiseExpectation: Sendable {
    /// The log's name.
    package let origin: String
    /// The gateway's promise key, of the roster in force.
    package let key: VerifierKey
    /// Today and tomorrow for what was sealed today: two clocks may differ by a midnight.
    ///
    /// Earlier days only for what was kept to send later, which may have been accepted then.
    package let days: ClosedRange<Day>

    package init(origin: String, key: VerifierKey, days: ClosedRange<Day>) {
        self.origin = origin
        self.key = key
        self.days = days
    }

    /// The promise in `answer`, when it proves that `entry` was accepted.
    func promise(_ answer: [UInt8], entry: LogEntry) throws(PromiseProblem) -> SignedPromise {
        let note: SignedNote
        let promise: Promise
        do throws(NoteError) {
            note = try SignedNote(parsing: answer)
            promise = try Promise.open(note, by: key)
        } catch {
            throw .notSigned
        }
        guard promise.origin == origin else { throw .otherOrigin }
        guard promise.entry == entry else { throw .otherEntry }
        guard days.contains(promise.day) else { throw .otherDay(promise.day) }
        return SignedPromise(promise: promise, note: note)
    }
}

/// A promise that was checked, and the note that proves it to others.
package struct SignedPromise: Sendable {
    /// What it says.
    package let promise: Promise
    /// As the gateway signed it.
    package let note: SignedNote
}

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
    ///   - signer: for replies.
    /// - Throws: `unreachable`, `uncertain`, `refused`, `notTrusted`, `tooLarge`.
    func post(
        _ envelope: [UInt8], entry: LogEntry, target: String, signer: RequestSigner?,
        expecting expectation: PromiseExpectation
    ) async throws(GatewayError) -> SignedPromise {
        let body = entry.tag + envelope
        let headers = signer.map { signed("POST", target, body: body, by: $0) } ?? []
        let answer = try await post(
            target, type: Self.binary, headers: headers, body: body, limit: Self.promiseByteLimit)
        do throws(PromiseProblem) {
            return try expectation.promise(answer, entry: entry)
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
