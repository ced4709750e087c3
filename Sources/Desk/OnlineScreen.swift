internal import Casework
internal import Hummingbird
internal import Reporting
internal import Terminal

// Fetch and Send as one button each, on a machine that may go online.
extension Visit {
    /// What the exchange screen shows of it: nothing where no collector is.
    func online(_ settings: OnlineSettings) -> [String: Any] {
        ["isHere": desk.online.isHere, "isOn": settings.isOn, "proxy": settings.proxy]
    }

    func goOnline(_ action: String, _ form: FormBody) async throws -> Response {
        guard desk.online.isHere else { return notFound() }
        if action == "settings" {
            let settings = OnlineSettings(
                isOn: form.has("online"), proxy: try form.text("proxy").filter { !$0.isWhitespace })
            try await desk.safe.change { try $0.set(settings) }
            return redirect("exchange")
        }
        let settings = try await desk.safe.use { try $0.onlineSettings() }
        guard settings.isOn else { return notFound() }
        switch action {
        case "fetch": return try await fetch(through: settings.proxy)
        case "send": return try await send(through: settings.proxy)
        default: return notFound()
        }
    }

    /// What could be fetched is read in, also when something is wrong with the rest.
    private func fetch(through proxy: String) async throws -> Response {
        let (today, mirror) = (today, desk.mirror)
        let fetched = try await desk.online(["fetch"], proxy: proxy, language: language)
        do {
            let result = try await desk.safe.use {
                try $0.importMirror(Mirror(folder: mirror), today: today)
            }
            let read = texts.imported(result)
            return try await exchangeScreen(
                said: fetched.isDone ? "\(texts["online-fetched"]) \(read)" : nil,
                problem: fetched.isDone ? nil : "\(texts["online-fetchFailed"]) \(read)",
                lines: fetched.lines)
        } catch let fault where Self.isTold(fault) {
            let failed = fetched.isDone ? "" : texts["online-fetchFailed"] + " "
            return try await exchangeScreen(
                problem: failed + texts.explain(fault), lines: fetched.lines)
        }
    }

    private func send(through proxy: String) async throws -> Response {
        let (today, outbox) = (today, desk.online.outbox)
        do {
            let handed = try await desk.safe.use { try $0.handOver(to: outbox, today: today) }
            let sent = try await desk.online(["post", outbox], proxy: proxy, language: language)
            return try await exchangeScreen(
                said: sent.isDone ? sentence(about: handed) : nil,
                problem: sent.isDone ? nil : texts["online-sendFailed"], lines: sent.lines)
        } catch let fault where Self.isTold(fault) {
            return try await exchangeScreen(problem: texts.explain(fault))
        }
    }

    private func sentence(about handed: OfflineHome.HandedOver) -> String {
        if let last = handed.lastReply { return texts("online-sentUntil", words(of: last)) }
        return texts[handed.atOnce > 0 ? "online-sentAtOnce" : "online-sentNothing"]
    }
}
