internal import DropBox
internal import Hummingbird
internal import Reporting
internal import Sodium
internal import TransparencyLog

/// Reports, replies and notes.
extension Gateway {
    private static let sealed = "application/octet-stream"

    func acceptReport(_ request: Request) async throws -> Response {
        let byteCount = LogEntry.tagByteCount + EnvelopeShape.reportByteCount
        let sent = try await SentRequest.reading(
            request, type: Self.sealed, byteCounts: byteCount...byteCount)
        try await notices.requireRoster()
        return try await store(sent.body ?? [], kind: .report)
    }

    func acceptReply(_ request: Request) async throws -> Response {
        let byteCount = LogEntry.tagByteCount + EnvelopeShape.replyByteCount
        let sent = try await SentRequest.reading(
            request, type: Self.sealed, byteCounts: byteCount...byteCount)
        try await dropBox.requireSettledClock()
        let author = try sent.author(in: try await notices.roster(), now: now(), seen: seenRequests)
        let body = sent.body ?? []
        // Posting again what is stored stores nothing, so it is not counted.
        let hash = SHA256.hash([UInt8](body.dropFirst(LogEntry.tagByteCount)))
        if try await dropBox.isStored(hash: hash) { return try await store(body, kind: .reply) }
        let today = today
        try replyQuota.take(author, today: today)
        do { return try await store(body, kind: .reply) } catch {
            replyQuota.giveBack(author, today: today)
            throw error
        }
    }

    func acceptNote(_ request: Request) async throws -> Response {
        let sent = try await SentRequest.reading(
            request, type: "text/plain", byteCounts: 1...NoticeBoard.noteByteLimit)
        try await dropBox.requireSettledClock()
        let author = try sent.author(in: try await notices.roster(), now: now(), seen: seenRequests)
        let accepted = try await dropBox.publish(
            sent.body ?? [], author: author.id, identity: identity, today: today)
        return .plain(try promise(for: accepted))
    }

    /// - Parameter posted: tag (16 bytes) ‖ envelope.
    private func store(_ posted: [UInt8], kind: EntryKind) async throws -> Response {
        let tag = [UInt8](posted.prefix(LogEntry.tagByteCount))
        let envelope = [UInt8](posted.dropFirst(LogEntry.tagByteCount))
        try EnvelopeShape.check(envelope, kind: kind)
        guard let submission = Submission(kind: kind, tag: tag, envelope: envelope) else {
            throw HTTPFailure.badRequest
        }
        let accepted = try await accept(submission)
        if kind == .reply { replyMonths.forget(accepted.day.month) }
        return .plain(try promise(for: accepted))
    }
}
