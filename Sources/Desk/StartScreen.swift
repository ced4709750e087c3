internal import Casework
internal import Hummingbird
internal import Reporting
internal import Synchronization
internal import Terminal
internal import TransparencyLog

// First use, step by step: the organisation, who you are, the passphrase. What was answered goes along in the form,
// so that nothing is kept before all of it is there.
extension Visit {
    private static let fields = ["link", "roster", "label", "id", "name", "role", "ways", "phone"]
    private static let steps = ["welcome", "organisation", "you", "passphrase"]

    func startScreen() throws -> Response { startStep("welcome", form: nil) }

    func start(_ form: FormBody) async throws -> Response {
        switch path.count == 2 ? path[1] : "" {
        case "language":
            guard let chosen = Language(rawValue: try form.text("language")) else {
                throw FormBody.Malformed()
            }
            house.language.withLock { $0 = chosen }
            return redirect("start")
        case "online":
            do { return try await takeCollector(form) } catch let fault where Self.isTold(fault) {
                return startStep("welcome", form: form, problem: texts.explain(fault))
            }
        case "organisation": return startStep("organisation", form: form)
        case "you":
            return attempt("organisation", form) {
                _ = try anchor(form)
                return startStep("you", form: form)
            }
        case "passphrase":
            return attempt("you", form) {
                _ = try newCounsellor(form)
                _ = try newDesk(form)
                return startStep("passphrase", form: form)
            }
        case "make":
            do {
                let desk = try newDesk(form)
                let new = try newCounsellor(form)
                try await desk.safe.make(
                    new, collector: desk.collector, passphrase: try newPassphrase(form),
                    language: language, today: today)
                return house.pages.redirect(to: house.door.root + desk.path + "/keeping/first")
            } catch let fault as FormBody.Malformed {
                throw fault
            } catch {
                return startStep("passphrase", form: form, problem: texts.explain(error))
            }
        default: return notFound()
        }
    }

    private func attempt(
        _ step: String, _ form: FormBody, _ body: () throws -> Response
    ) -> Response {
        do { return try body() } catch {
            return startStep(step, form: form, problem: texts.explain(error))
        }
    }

    private func startStep(_ step: String, form: FormBody?, problem: String? = nil) -> Response {
        var values: [String: Any] = ["isLocked": true, "problem": problem ?? false]
        for field in Self.fields { values[field] = (try? form?.text(field)) ?? "" }
        values["step"] = Self.steps.reduce(into: [String: Bool]()) { $0[$1] = $1 == step }
        values["progress"] = texts(
            "first-progress", (Self.steps.firstIndex(of: step) ?? 0) + 1, Self.steps.count)
        values["stick"] = (try? form?.text("stick")) ?? ""
        values["isAnother"] = house.organisations.main.isThere
        values["roles"] = Roster.Counsellor.Role.allCases.map { role in
            [
                "value": role.rawValue, "title": texts["first-role-\(role.rawValue)"],
                "isChosen": role.rawValue == values["role"] as? String,
            ] as [String: Any]
        }
        values["days"] = dayChoices(form)
        values["speaks"] = Language.allCases.map { spoken in
            [
                "value": spoken.rawValue, "title": texts["first-speaks-\(spoken.rawValue)"],
                "isChosen": form?.has("speaks-\(spoken.rawValue)") ?? false,
            ] as [String: Any]
        }
        values["chosenDays"] = (0..<7).filter { form?.has("day-\($0)") ?? false }
            .map { ["value": $0] }
        return screen(
            "start", values.merging(passphraseValues(form)) { own, _ in own },
            status: problem == nil ? .ok : .badRequest)
    }

    private func anchor(_ form: FormBody) throws -> (TrustAnchor, VerifierKey) {
        let anchor: TrustAnchor
        let typed = try form.text("link")
        do {
            anchor = try OrganisationLink.anchor(Place.whole(typed) ?? typed)
        } catch is ReportingError {
            throw Problem("first-badLink")
        }
        let roster = try optionalPlace("roster", form)
        return (
            anchor,
            try OrganisationLink.genesis(
                of: anchor, roster: roster, today: today)
        )
    }

    /// Where the new vault comes: the usual folder, or for a further organisation one of its own.
    private func newDesk(_ form: FormBody) throws -> OrganisationDesk {
        let main = house.organisations.main
        guard main.isThere else { return main }
        guard let named = house.organisations.named(try form.text("label")) else {
            throw Problem("first-badLabel")
        }
        guard !named.isThere else { throw Problem("first-labelTaken") }
        return named
    }

    private func newCounsellor(_ form: FormBody) throws -> NewCounsellor {
        let (anchor, genesis) = try anchor(form)
        let id = try form.text("id")
        guard NewCounsellor.isIdentifier(id) else { throw Problem("first-badId") }
        let name = try plain(form.text("name"))
        guard !name.isEmpty, let role = Roster.Counsellor.Role(rawValue: try form.text("role"))
        else { throw Problem("first-incomplete") }
        let languages = Language.allCases.filter { form.has("speaks-\($0.rawValue)") }
        guard !languages.isEmpty else { throw Problem("first-incomplete") }
        var new = NewCounsellor(
            owner: OfflineHome.Owner(id: id, anchor: anchor, genesis: genesis), name: name,
            role: role, languages: languages)
        new.ways = try form.text("ways").split(separator: "\n").map { try plain(String($0)) }
            .filter { !$0.isEmpty }
        let phone = try plain(form.text("phone"))
        new.hours = OfflineHome.Hours(
            reads: (0..<7).filter { form.has("day-\($0)") }, phone: phone.isEmpty ? nil : phone)
        return new
    }

    /// One line, as it will be shown. Throws `Problem` for what would be shown as something else.
    func plain(_ text: String) throws -> String {
        let text = text.trimmingSpaces
        guard inert(text) == text, !text.contains("\n") else { throw Problem("first-notPlain") }
        return text
    }

    /// The days of the week, as checkboxes.
    func dayChoices(_ form: FormBody?, chosen: [Int] = []) -> [[String: Any]] {
        (0..<7).map { day in
            [
                "value": day, "title": texts["weekday-\(day)"],
                "isChosen": form?.has("day-\(day)") ?? chosen.contains(day),
            ]
        }
    }
}

extension String {
    var trimmingSpaces: String {
        String(drop { $0.isWhitespace }.reversed().drop { $0.isWhitespace }.reversed())
    }
}
