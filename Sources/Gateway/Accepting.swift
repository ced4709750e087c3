internal import DropBox
internal import Hummingbird
internal import Reporting
internal import TransparencyLog

/// Reports, replies and notes.
extension Gateway {
    private static let sealed = "application/octet-stream"

    func acceptReport(_ request: Request) async throws -> Response {
        let byteCount = LogEntry.tagByteCount + EnvelopeShape.reportByteCount
        let sent = try await SentRequest.reading(
            request, type: Self.sealed, byteCounts: byteCount...byteCount)
        try await notices.requireRoster()
        let body = sent.body ?? []
        let work = try sent.work()
        let submission = try submission(body, kind: .report)
        if let difficulty = reportLoad.difficulty(now: now()),
            // Posting again what is stored stores nothing, so it needs no work.
            try await !dropBox.isStored(hash: submission.entry.hash)
        {
            try await require(work, for: body, difficulty: difficulty)
        }
        let accepted = try await accept(submission)
        if accepted.isNew { reportLoad.add(now: now()) }
        return .plain(try promise(for: accepted))
    }

    func acceptReply(_ request: Request) async throws -> Response {
        let byteCount = LogEntry.tagByteCount + EnvelopeShape.replyByteCount
        let sent = try await SentRequest.reading(
            request, type: Self.sealed, byteCounts: byteCount...byteCount)
        try await dropBox.requireSettledClock()
        let author = try sent.author(in: try await notices.roster(), now: now(), seen: seenRequests)
        // Posting again what is stored stores nothing, so it is not counted.
        let submission = try submission(sent.body ?? [], kind: .reply)
        if try await dropBox.isStored(hash: submission.entry.hash) {
            return try await storeReply(submission)
        }
        let today = today
        try replyQuota.take(author, today: today)
        do { return try await storeReply(submission) } catch {
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
    private func submission(_ posted: [UInt8], kind: EntryKind) throws -> Submission {
        let tag = [UInt8](posted.prefix(LogEntry.tagByteCount))
        let envelope = [UInt8](posted.dropFirst(LogEntry.tagByteCount))
        try EnvelopeShape.check(envelope, kind: kind)
        guard let submission = Submission(kind: kind, tag: tag, envelope: envelope) else {
            throw HTTPFailure.badRequest
        }
        return submission
    }

    private func storeReply(_ submission: Submission) async throws -> Response {
        let accepted = try await accept(submission)
        replyMonths.forget(accepted.day.month)
        return .plain(try promise(for: accepted))
    }
}
