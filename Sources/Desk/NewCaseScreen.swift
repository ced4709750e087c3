internal import Casework
internal import Hummingbird
internal import Reporting
internal import Sodium
internal import Terminal
internal import TransparencyLog

// What came by telephone, meeting or letter, and a code to give along.
extension Visit {
    func newCaseScreen(
        problem: String? = nil, typed: FormBody? = nil
    ) async throws -> Response {
        try await desk.safe.use { _ in }
        let typed = try typed ?? FormBody([])
        let day = try typed.text("day")
        return screen(
            "new",
            [
                "routes": choices(
                    CaseRoute.spoken.map { ($0.rawValue, texts["life-route-\($0.rawValue)"]) },
                    chosen: try typed.text("route")),
                "tracks": choices(
                    Track.allCases.map { ($0.rawValue, $0.name(in: language)) },
                    chosen: try typed.text("track")),
                "categories": choices(
                    [("", texts["life-noCategory"])]
                        + Category.all.map { ($0.rawValue, $0.name(in: language)) },
                    chosen: try typed.text("category")),
                "day": day.isEmpty ? today.text : day, "todayText": today.text,
                "note": try typed.text("note"), "account": try typed.text("account"),
                "problem": problem ?? false,
            ], status: problem == nil ? .ok : .badRequest)
    }

    func enter(_ form: FormBody) async throws -> Response {
        guard let route = CaseRoute(rawValue: try form.text("route")),
            CaseRoute.spoken.contains(route), let day = Day(try form.text("day"))
        else {
            return try await newCaseScreen(problem: texts["life-fault-route"], typed: form)
        }
        let today = today
        do {
            var new = NewCase(
                route: route, day: day,
                track: Track(rawValue: try form.text("track")) ?? .conversation)
            let category = Category(rawValue: try form.text("category"))
            new.category = category.isKnown ? category : nil
            (new.note, new.account) = (try form.text("note"), try form.text("account"))
            let case_ = new
            let number = try await desk.safe.change { try $0.add(case_, today: today) }
            if form.has("code") { return try await giveCode(number) }
            return redirect("cases/\(number)")
        } catch let error as CaseworkError {
            return try await newCaseScreen(problem: texts.explain(error), typed: form)
        }
    }

    /// The card with the code, which is shown in this answer and kept nowhere.
    func giveCode(_ number: Int) async throws -> Response {
        let today = today
        let (code, link, name) = try await desk.safe.change { home in
            let link = try home.link()
            // Before a first import only the address is known.
            return (
                try home.giveCode(to: number, today: today), link,
                try home.organisationName() ?? TrustAnchor(link: link).host
            )
        }
        let words = code.words(in: .list(for: language))
        let address = try TrustAnchor(link: link).gateway
        return screen(
            "code-card",
            [
                "number": number, "title": texts("case", number), "link": link,
                "short": texts("life-cardShort", address), "organisation": inert(name),
                "words": words.map { ["word": $0] },
            ])
    }

    /// What a reporter told, to be printed, checked and signed.
    func accountScreen(_ number: Int) async throws -> Response {
        let (account, name) = try await desk.safe.use {
            (try $0.account(number), try $0.organisationName())
        }
        guard let account else { return notFound() }
        return screen(
            "account",
            [
                "number": number, "title": texts("case", number), "organisation": inert(name ?? ""),
                "day": words(of: account.day), "body": inert(account.body, lines: true),
            ])
    }

    /// The clock of one case, for the reporter or, by the counsellor, an authority.
    func statementScreen(_ number: Int) async throws -> Response {
        let today = today
        let statement = try await desk.safe.use { try $0.statement(of: number, today: today) }
        return screen(
            "statement",
            [
                "number": number, "title": texts("case", number), "today": words(of: today),
                "facts": texts.facts(of: statement, language).map {
                    ["label": $0.label, "value": $0.value]
                },
                "isPractice": statement.isPractice, "hasLogged": !statement.logged.isEmpty,
            ])
    }
}
