internal import Casework
internal import GatewayClient
internal import PageRelease
internal import Reporting
internal import Sodium
internal import Terminal
internal import TransparencyLog

/// A look at the reporters' page by the way, on connections of its own and at a moment that nobody can foretell.
///
/// It never keeps anything from being fetched: it runs beside that, and what it finds is thrown by who asked.
struct PageWatch {
    /// Milliseconds within which it begins.
    private static let delays = 0..<3000
    /// It then gives up: there is always a next time.
    private static let longest = Duration.seconds(120)

    private let folder: String
    private let address: String
    private let proxy: String?
    /// nil without one: then there is nothing to compare with.
    private let key: Result<VerifierKey, any Error>?

    init(_ folder: CollectorFolder, proxy: String?) {
        self.folder = folder.folder
        self.address = folder.anchor.gateway
        self.proxy = proxy
        do {
            key = try folder.releaseKey().map { .success($0) }
        } catch {
            key = .failure(error)
        }
    }

    /// The alarm, when the page is not the released one; nil when it is, and when nothing could be seen, which is said.
    func look(_ texts: Texts, _ console: Console) async -> CommandFailure? {
        guard let key else { return nil }
        do {
            let key = try key.get()
            try await Task.sleep(for: .milliseconds(Int.random(in: Self.delays)))
            guard let outcome = try await visited(key) else {
                console.notice(texts.page.notSeen)
                return nil
            }
            guard outcome.findings.isEmpty else {
                return CommandFailure(
                    texts.page.different(
                        outcome.findings.map { described($0) }.joined(separator: "; ")),
                    hint: texts.page.differentHint, status: CommandFailure.Status.badInput)
            }
            console.print(texts.page.same(outcome.fileCount))
            return nil
        } catch is CaseworkError {
            return CommandFailure(
                texts.page.badKey(folder + "/release.vkey"),
                status: CommandFailure.Status.badInput)
        } catch {
            console.notice(texts.page.notSeen)
            return nil
        }
    }

    /// nil when it took too long.
    private func visited(_ key: VerifierKey) async throws -> PageVisit.Outcome? {
        let visit = try PageVisit(try GatewayAddress(address), proxy: proxy)
        let outcome: Result<PageVisit.Outcome?, any Error>
        do {
            outcome = .success(
                try await withThrowingTaskGroup(of: PageVisit.Outcome?.self) { group in
                    group.addTask { try await visit.check(against: key) }
                    group.addTask {
                        try await Task.sleep(for: Self.longest)
                        return nil
                    }
                    defer { group.cancelAll() }
                    return try await group.next() ?? nil
                })
        } catch {
            outcome = .failure(error)
        }
        await visit.close()
        return try outcome.get()
    }
}
