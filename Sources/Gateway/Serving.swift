internal import DropBox
internal import Hummingbird
internal import NIOCore
internal import Reporting
internal import Sodium
internal import TransparencyLog

/// What can be read. Unsigned resources are the same for everyone.
extension Gateway {
    func read(_ resource: Resource, _ sent: SentRequest) async throws -> Response {
        switch resource {
        case .home:
            return page?.response("/", acceptEncoding: sent.acceptEncoding)
                ?? .plain(HomePage.text)
        case .pageFile(let path):
            guard let page, let file = page.response(path, acceptEncoding: sent.acceptEncoding)
            else { throw HTTPFailure.notFound }
            return file
        case .organisationTexts: return .json(ownTexts.json)
        case .logo:
            guard let logo = ownTexts.logo else { throw HTTPFailure.notFound }
            return .png(logo)
        case .status: return .plain("ok\n")
        case .notes: return .plain(try await notices.bundle())
        case .month(let text): return try await month(text)
        case .days: return .plain(try await logResources.currentDays())
        case .checkpoint: return .plain(try await logResources.currentCheckpoint())
        case .work: return .plain(try await workDemand(reportLoad.difficulty(now: now())).text)
        case .tile(let tile):
            guard let bytes = try await logResources.bytes(of: tile) else {
                throw HTTPFailure.notFound
            }
            return .immutable(bytes)
        case .pending:
            try await requireAuthor(of: sent)
            return .plain(
                try await dropBox.pending().map { $0.day.text + " " + $0.entry.line }.joined())
        case .envelope(let text):
            try await requireAuthor(of: sent)
            guard let hash = Hex.decode(String(text)), hash.count == SHA256.byteCount,
                let envelope = try await dropBox.envelope(hash: hash)
            else { throw HTTPFailure.notFound }
            return .bytes(ByteBuffer(bytes: envelope))
        case .reports, .replies, .cosignatures:
            throw HTTPFailure.methodNotAllowed(allowed: resource.methods)
        }
    }

    /// The current month and the months of retention before it; no other has an answer.
    private func month(_ text: Substring) async throws -> Response {
        guard let month = Month(String(text)) else { throw HTTPFailure.notFound }
        let current = today.month
        let oldest = current.adding(-(try await notices.roster().retentionMonths))
        guard oldest <= month, month <= current else { throw HTTPFailure.notFound }
        return .bytes(try await replyMonths.records(of: month))
    }

    private func requireAuthor(of sent: SentRequest) async throws {
        _ = try sent.author(in: try await notices.roster(), now: now(), seen: seenRequests)
    }
}

extension LogEntry {
    /// `<kind> <hash> <tag>` and a line feed.
    fileprivate var line: String {
        "\(kind.rawValue) \(Hex.encode(hash)) \(Hex.encode(tag))\n"
    }
}
