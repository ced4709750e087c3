internal import Casework
internal import Hummingbird
internal import Reporting
internal import Terminal

// Fetch and Send as one button each, on a machine with a vault that may go online.
extension Visit {
    /// What the exchange screen shows of it: nothing where no collector is.
    func online(_ isOn: Bool) throws -> [String: Any] {
        guard desk.online.isHere else { return ["isHere": false] }
        return [
            "isHere": true, "isOn": isOn, "proxy": try desk.online.proxy(),
            "unapproved": unapproved(), "approving": "\(root)/online/approve",
        ]
    }

    func goOnline(_ action: String, _ form: FormBody) async throws -> Response {
        guard desk.online.isHere else { return notFound() }
        switch action {
        case "settings":
            let isOn = form.has("online")
            try await desk.safe.change(isDated: false) { try $0.choose(mayGoOnline: isOn) }
            try desk.online.set(online: isOn)
            try desk.online.choose(proxy: try proxy(form))
            return redirect("exchange")
        case "approve":
            try await desk.safe.use { _ in }
            let (said, problem) = try approve(form)
            return try await exchangeScreen(said: said, problem: problem)
        default: break
        }
        guard try await desk.safe.use({ try $0.mayGoOnline() }) else { return notFound() }
        switch action {
        case "fetch": return try await fetch()
        case "send": return try await send()
        default: return notFound()
        }
    }

    func proxy(_ form: FormBody) throws -> String {
        try form.text("proxy").filter { !$0.isWhitespace }
    }

    /// What could be fetched is read in, also when something is wrong with the rest.
    private func fetch() async throws -> Response {
        let (today, mirror) = (today, desk.mirror)
        let fetched = try await desk.online(["fetch"], language: language)
        do {
            let result = try await desk.safe.importMirror(Mirror(folder: mirror), today: today)
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

    private func send() async throws -> Response {
        let (today, outbox) = (today, desk.online.outbox)
        do {
            let handed = try await desk.safe.use {
                try $0.checkClock(today: today, isRight: false)
                return try $0.handOver(to: outbox, today: today)
            }
            let sent = try await desk.online(["post", outbox], language: language)
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

// Whoever is new in the list, or has new keys: nothing is confirmed until she is approved.
extension Visit {
    /// Approves whom the form shows, unless she is another by now: one of the two is said.
    func approve(_ form: FormBody) throws -> (said: String?, problem: String?) {
        let isDone = try desk.online.approve(try form.text("shown"), today: today)
        return isDone ? (texts["online-approved"], nil) : (nil, texts["online-changed"])
    }

    func unapproved() -> [[String: Any]] {
        desk.online.unapproved(today: today).map { one in
            [
                "name": inert(one.name), "about": about(one),
                "ways": one.ways.map { ["way": inert($0)] },
                "fingerprint": lines(Fingerprint.lines(of: one)),
                "shown": Fingerprint.lines(of: one),
            ]
        }
    }
}
