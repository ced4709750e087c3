internal import Casework
internal import Hummingbird
internal import Reporting
internal import Synchronization
internal import Terminal
internal import TransparencyLog

/// One request of someone who was let in.
struct Visit: Sendable {
    /// All organisations, and the door.
    let house: Desk
    /// The organisation that the path is in.
    let desk: OrganisationDesk
    let path: [String]
    let query: FormBody
    let form: FormBody?
    let language: Language
    /// Without use until the desk locks.
    let idleSeconds: Int
    /// The organisation's name, once its vault is open.
    let organisation: String?
    /// What was typed in its forms and not sent.
    let drafts: [Draft]

    /// - Throws: `FormBody.Malformed`.
    init(
        house: Desk, desk: OrganisationDesk, path: [String], query: Substring, _ request: Request
    ) async throws {
        self.house = house
        self.desk = desk
        self.path = path
        self.query = try FormBody(query: query)
        self.form = request.method == .post ? try await FormBody(request) : nil
        let known = try? await desk.safe.use {
            (
                try $0.chosenLanguage(), try $0.organisationName() ?? $0.host(), try $0.drafts()
            )
        }
        self.organisation = known?.1
        self.drafts = known?.2 ?? []
        let usual = house.language.withLock { language in
            language = known?.0 ?? language
            return language
        }
        self.language = usual
        self.idleSeconds = await desk.safe.idleSeconds
    }

    /// The same visit once the organisation it was in is gone.
    init(leaving visit: Visit) {
        house = visit.house
        desk = visit.house.organisations.main
        path = ["organisations"]
        query = visit.query
        form = nil
        language = visit.language
        idleSeconds = visit.idleSeconds
        organisation = nil
        drafts = []
    }

    /// Where this organisation's pages begin, without a slash at the end.
    var root: String { house.door.root + desk.path }

    var texts: Texts { desk.pages.text(language) }
    var today: Day { desk.today() }

    func response() async throws -> Response {
        if path.first == "assets", path.count == 2, form == nil {
            return desk.pages.asset(path[1]) ?? notFound()
        }
        do {
            if let away = try await handedAway() { return away }
            if form == nil, let life = try await lifeShown() { return life }
            if let form { await dropDrafts(of: form) }
            if let form, let life = try await lifeChanged(form) { return life }
            if form == nil { return try await shown() }
            return try await changed()
        } catch is Safe.Locked {
            if let form { await keepTexts(of: form) }
            guard desk.isThere else {
                return house.pages.redirect(to: house.door.root + house.entrance)
            }
            return unlockScreen(problem: nil)
        } catch let fault as FormBody.Malformed {
            throw fault
        } catch {
            if let form { await keepTexts(of: form) }
            return try await problemScreen(texts.explain(error))
        }
    }

    /// Whether what went wrong is said where it was tried, with what was typed.
    static func isTold(_ error: any Error) -> Bool {
        !(error is Safe.Locked || error is FormBody.Malformed)
    }

    private func shown() async throws -> Response {
        switch (path.first ?? "", path.count) {
        case ("today", 1): try await todayScreen()
        case ("recover", 1): recoverScreen()
        case ("start", _): try startScreen()
        case ("restore", 1): restoreScreen()
        case ("collector", 1): try collectorScreen()
        case ("ceremony", 1): ceremonyScreen()
        case ("organisations", 1): try await organisationsScreen()
        case ("keeping", _): try await keepingScreen()
        case ("cases", 1): try await casesScreen()
        case ("cases", 2): try await caseScreen(caseNumber(path[1]))
        case ("cases", 3) where Self.referralScreens.contains(path[2]):
            try await referralScreen(caseNumber(path[1]), path[2])
        case ("exchange", 1): try await exchangeScreen()
        case ("cards", 1): try await cardsScreen()
        default: notFound()
        }
    }

    private func changed() async throws -> Response {
        guard let form else { return notFound() }
        switch (path.first ?? "", path.count) {
        case ("unlock", 1): return await unlock(form)
        case ("recover", 1): return await recover(form)
        case ("start", _): return try await start(form)
        case ("restore", 1): return try await restore(form)
        case ("collector", 2): return try await collector(path[1], form)
        case ("ceremony", 2): return try await ceremony(form)
        case ("organisations", 2): return try await organisations(path[1], form)
        case ("keeping", _): return try await keep(form)
        case ("drafts", 1): return try await keepDraft(form)
        case ("lock", 1):
            await desk.safe.lock()
            return unlockScreen(problem: nil)
        case ("language", 1): return try await choose(form)
        case ("clock", 1): return try await settleClock()
        case ("strength", 1): return desk.pages.sentence(texts[strengthKey(form)])
        case ("awake", 1):
            try await desk.safe.use { _ in }
            return redirect("today")
        case ("exchange", 2): return try await exchange(path[1], form)
        case ("online", 2): return try await goOnline(path[1], form)
        case ("cases", 3) where Self.referralActions.contains(path[2]):
            return try await referralAction(caseNumber(path[1]), path[2], form)
        case ("cases", 3): return try await change(caseNumber(path[1]), path[2], form)
        default: return notFound()
        }
    }

    /// What could not be done, above what is there to do.
    private func problemScreen(_ problem: String) async throws -> Response {
        do { return try await todayScreen(problem: problem) } catch {
            return screen("problem", ["problem": problem], status: .badRequest)
        }
    }

    func notFound() -> Response {
        screen("problem", ["problem": texts["notFound"]], status: .notFound)
    }

    /// The path of the screen that is shown: what a form was sent to is none.
    private var here: String {
        let whole = path.joined(separator: "/")
        guard form != nil else { return whole }
        switch (path.first ?? "", path.count) {
        case ("cases", 3):
            return Self.referralScreens.contains(path[2])
                ? whole : path.prefix(2).joined(separator: "/")
        case ("online", _): return "exchange"
        case ("collector", _), ("ceremony", _), ("contacts", _), ("exchange", _), ("keeping", _),
            ("new", _), ("organisations", _), ("restore", _), ("settings", _), ("start", _),
            ("templates", _):
            return path[0]
        default: return "today"
        }
    }

    func redirect(_ path: String) -> Response {
        desk.pages.redirect(to: "\(root)/\(path)")
    }

    /// The organisation's name; of further ones also what their folder is called, for two may have the same name.
    var shownOrganisation: String? { organisation.map { desk.shown($0) } }

    /// Screens without a vault on which a choice of language loses nothing.
    private static let lockedWithLanguages: Set = [
        "unlock", "collector", "ceremony", "organisations", "restore", "recover",
    ]

    /// A screen with what every one has: where it stands, and where one can go from it.
    func screen(
        _ name: String, _ values: [String: Any], status: HTTPResponse.Status = .ok
    ) -> Response {
        var values = values
        values["root"] = root
        values["top"] = house.door.root
        values["organisation"] = (shownOrganisation ?? desk.name) ?? false
        values["colour"] = colours[desk.name] ?? "colour-0"
        values["hasOthers"] = house.organisations.all().count > 1
        values["here"] = here
        values["at"] = [name: true]
        values["idleSeconds"] = idleSeconds
        values["isDutch"] = language == .nl
        let isLocked = values["isLocked"] as? Bool ?? false
        values["hasLanguages"] = !isLocked || Self.lockedWithLanguages.contains(name)
        values["drafts"] = isLocked ? [] : shownDrafts(isProblem: status == .badRequest)
        values["sticks"] = Sticks.found().map { ["path": $0] }
        return desk.pages.screen(name, values, language: language, status: status)
    }
}

// Coming in, going out, the language.
extension Visit {
    func unlockScreen(problem: String?) -> Response {
        screen(
            "unlock",
            [
                "problem": problem ?? false, "isLocked": true,
                "canRecover": OfflineHome.hasRecovery(desk.folder), "asides": shownAsides,
            ])
    }

    private func unlock(_ form: FormBody) async -> Response {
        do {
            try await desk.safe.unlock(form.bytes("passphrase"))
            if form.has("others") { house.openOthers(than: desk, with: form.bytes("passphrase")) }
            return redirect("today")
        } catch {
            return unlockScreen(problem: texts.explain(error))
        }
    }

    private func choose(_ form: FormBody) async throws -> Response {
        guard let chosen = Language(rawValue: try form.text("language")) else {
            throw FormBody.Malformed()
        }
        house.language.withLock { $0 = chosen }
        do { try await desk.safe.use { try $0.choose(language: chosen) } } catch is Safe.Locked {}
        return redirect(try form.text("here"))
    }
}
