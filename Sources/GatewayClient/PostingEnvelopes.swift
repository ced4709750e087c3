package import Reporting
package import TransparencyLog

extension GatewayClient {
    /// How often the work that is asked is done for one report: the tree may grow and the flood rise meanwhile.
    private static let workLimit = 3

    /// Posts a report; the same one again gets the same answer.
    ///
    /// A busy gateway asks for work first: then the report goes once more, on a connection of its own, with
    /// the work done.
    /// - Parameters:
    ///   - roster: in force, with the promise key.
    ///   - days: when it can have been accepted; see `PromiseExpectation`.
    ///   - works: told each time that work begins, which takes seconds.
    /// - Returns: the promise, and the note that proves it to others.
    /// - Throws: `unreachable`, `uncertain`, `refused`, `notTrusted`, `tooLarge`.
    package func post(
        report: SealedEnvelope, roster: Roster, days: ClosedRange<Day>,
        works: () -> Void = {}
    ) async throws(GatewayError) -> SignedPromise {
        var headers: [(String, String)] = []
        for _ in 0...Self.workLimit {
            do throws(GatewayError) {
                return try await post(
                    report, target: "/reports", headers: headers,
                    expecting: PromiseExpectation(roster, days: days))
            } catch {
                guard case .workAsked(let demand) = error else { throw error }
                works()
                guard let work = try? demand.work(for: report.posted) else { break }
                headers = [("sottovoce-work", work.text)]
            }
        }
        throw .refused(status: Self.workStatus)
    }

    /// Posts a counsellor's reply, signed by her `request` key; the same one again gets the same
    /// answer.
    ///
    /// - Throws: `unreachable`, `uncertain`, `refused`, `notTrusted`, `tooLarge`.
    package func post(
        reply: SealedEnvelope, roster: Roster, signer: RequestSigner, days: ClosedRange<Day>
    ) async throws(GatewayError) -> SignedPromise {
        try await post(
            reply, target: "/replies",
            headers: signed("POST", "/replies", body: reply.posted, by: signer),
            expecting: PromiseExpectation(roster, days: days))
    }
}
