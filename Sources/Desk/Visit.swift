internal import Casework
internal import Hummingbird
internal import Reporting
internal import TransparencyLog

/// One request of someone who was let in.
struct Visit: Sendable {
    let desk: Desk
    let path: [String]
    let query: FormBody
    let form: FormBody?
    let language: Language

    /// - Throws: `FormBody.Malformed`.
    init(desk: Desk, path: [String], query: Substring, _ request: Request) async throws {
        self.desk = desk
        self.path = path
        self.query = try FormBody(query: query)
        self.form = request.method == .post ? try await FormBody(request) : nil
        let chosen = try? await desk.safe.use { try $0.chosenLanguage() }
        self.language = (chosen ?? nil) ?? desk.pages.language
    }

    var texts: Texts { desk.pages.text(language) }
    var today: Day { desk.today() }

    func response() async throws -> Response {
        if path.first == "assets", path.count == 2, form == nil {
            return desk.pages.asset(path[1]) ?? notFound()
        }
        do {
            if form == nil { return try await shown() }
            return try await changed()
        } catch is Safe.Locked {
            return unlockScreen(problem: nil)
        } catch let fault as FormBody.Malformed {
            throw fault
        } catch {
            return screen("today", ["problem": texts.explain(error)], status: .badRequest)
        }
    }

    private func shown() async throws -> Response {
        switch (path.first ?? "", path.count) {
        case ("today", 1): try await todayScreen()
        case ("cases", 1): try await casesScreen()
        case ("cases", 2): try await caseScreen(number(path[1]))
        case ("cases", 3) where Self.referralScreens.contains(path[2]):
            try await referralScreen(number(path[1]), path[2])
        case ("exchange", 1): try await exchangeScreen()
        case ("cards", 1): try await cardsScreen()
        default: notFound()
        }
    }

    private func changed() async throws -> Response {
        guard let form else { return notFound() }
        switch (path.first ?? "", path.count) {
        case ("unlock", 1): return await unlock(form)
        case ("lock", 1):
            await desk.safe.lock()
            return unlockScreen(problem: nil)
        case ("language", 1): return try await choose(form)
        case ("awake", 1):
            try await desk.safe.use { _ in }
            return redirect("today")
        case ("exchange", 2): return try await exchange(path[1], form)
        case ("cases", 3) where Self.referralActions.contains(path[2]):
            return try await referralAction(number(path[1]), path[2], form)
        case ("cases", 3): return try await change(number(path[1]), path[2], form)
        default: return notFound()
        }
    }

    private func number(_ text: String) throws -> Int {
        guard let number = Int(text) else { throw CaseworkError.unknownCase(number: 0) }
        return number
    }

    func notFound() -> Response { desk.pages.plain(.notFound, "notFound") }

    func redirect(_ path: String) -> Response {
        desk.pages.redirect(to: "\(desk.door.root)/\(path)")
    }

    /// A screen with what every one has: where it stands, and where one can go from it.
    func screen(
        _ name: String, _ values: [String: Any], status: HTTPResponse.Status = .ok
    ) -> Response {
        var values = values
        values["root"] = desk.door.root
        values["here"] = path.joined(separator: "/")
        values["at"] = [name: true]
        values["isDutch"] = language == .nl
        return desk.pages.screen(name, values, language: language, status: status)
    }
}

// Coming in, going out, the language.
extension Visit {
    func unlockScreen(problem: String?) -> Response {
        screen("unlock", ["problem": problem ?? false, "isLocked": true])
    }

    private func unlock(_ form: FormBody) async -> Response {
        do {
            try await desk.safe.unlock(form.bytes("passphrase"))
            return redirect("today")
        } catch {
            return unlockScreen(problem: texts.explain(error))
        }
    }

    private func choose(_ form: FormBody) async throws -> Response {
        guard let chosen = Language(rawValue: try form.text("language")) else {
            throw FormBody.Malformed()
        }
        try await desk.safe.use { try $0.choose(language: chosen) }
        return redirect(try form.text("here"))
    }
}
