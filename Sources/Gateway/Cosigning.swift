internal import DropBox
internal import Hummingbird
internal import Reporting
internal import TransparencyLog

/// Counsellors' cosignatures of checkpoints.
extension Gateway {
    private static let cosignedByteLimit = 16_384
    /// An offline machine's cosignature travels on a stick, and may wait there.
    private static let importedDayLimit = 31

    func acceptCosignature(_ request: Request) async throws -> Response {
        let sent = try await SentRequest.reading(
            request, type: "text/plain", byteCounts: 1...Self.cosignedByteLimit)
        try await dropBox.requireSettledClock()
        let author = try sent.author(in: try await notices.roster(), now: now(), seen: seenRequests)
        let note = try SignedNote(parsing: sent.body ?? [])
        let checkpoint = try Checkpoint(text: note.text)
        let keys = [
            (key: author.collector, oldest: today.adding(-1)),
            (key: author.imported, oldest: today.adding(-Self.importedDayLimit)),
        ].filter { !note.signatures(of: $0.key).isEmpty }
        var given: [(day: Day, signature: SignedNote.Signature)] = []
        for (key, oldest) in keys {
            let signatures = note.signatures(of: key)
            guard signatures.count == 1 else { throw HTTPFailure.badRequest }
            guard let day = try? note.cosignatureDay(by: key) else {
                throw HTTPFailure.forbidden
            }
            // One of another day may stand under the checkpoint as it was served.
            if oldest <= day, day <= today.adding(1) { given.append((day, signatures[0])) }
        }
        guard !given.isEmpty else { throw HTTPFailure.forbidden }
        guard checkpoint.origin == identity.log.name else { throw HTTPFailure.conflict }
        for (day, signature) in given {
            try await dropBox.cosign(checkpoint.head, day: day, signature: signature)
        }
        return .plain("ok\n")
    }
}
