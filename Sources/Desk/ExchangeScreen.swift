internal import Casework
internal import Hummingbird
internal import Terminal

// Reports in, answers out: folders on a stick, or where the collector keeps them.
extension Visit {
    func exchangeScreen(
        said: String? = nil, problem: String? = nil, lines: [String] = []
    ) async throws -> Response {
        let (mirror, outbox, fetched, mayGoOnline) = try await desk.safe.use {
            (
                try $0.folder(.mirror), try $0.folder(.outbox), try $0.lastFetch(),
                try $0.mayGoOnline()
            )
        }
        return screen(
            "exchange",
            [
                "mirror": mirror ?? desk.mirror, "outbox": outbox ?? "",
                "said": said ?? restored ?? taken ?? false,
                "problem": problem ?? false,
                "fetched": fetched.map { texts("fetchedOn", words(of: $0)) }
                    ?? texts["neverFetched"],
                "online": try online(mayGoOnline), "lines": lines.map { ["line": inert($0)] },
                "hasLines": !lines.isEmpty,
            ], status: problem == nil ? .ok : .badRequest)
    }

    func exchange(_ action: String, _ form: FormBody) async throws -> Response {
        let (today, isRight) = (today, form.has("clock-is-right"))
        do {
            let folder = try place("folder", form)
            switch action {
            case "import":
                let result = try await desk.safe.importMirror(
                    Mirror(meant: folder), today: today, clockIsRight: isRight)
                try await desk.safe.use { try $0.remember(folder, as: .mirror) }
                return try await exchangeScreen(said: texts.imported(result))
            case "outbox":
                let handed = try await desk.safe.use {
                    try $0.checkClock(today: today, isRight: false)
                    let handed = try $0.handOver(to: folder, today: today)
                    try $0.remember(folder, as: .outbox)
                    return handed
                }
                return try await exchangeScreen(
                    said: texts("handedOver", folder, handed.scheduled + handed.atOnce))
            default: return notFound()
            }
        } catch let fault where Self.isTold(fault) {
            return try await exchangeScreen(problem: texts.explain(fault))
        }
    }
}

extension Texts {
    /// What was read in, and whether anything was missing or damaged.
    func imported(_ result: ImportResult) -> String {
        let read = self("imported", result.messages, result.newCases)
        if result.isComplete { return read }
        return read + " " + self("incomplete", result.missing + result.damaged.count)
    }
}
