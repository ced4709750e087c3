internal import Casework
internal import Hummingbird
internal import Reporting

// Leaving, or ill for long: every reporter with an open case is asked in the thread who may go on.
extension Visit {
    func successionScreen(
        _ form: FormBody? = nil, said: String? = nil, problem: String? = nil
    ) async throws -> Response {
        let (colleagues, cases) = try await desk.safe.use {
            (try $0.listedColleagues(), try $0.succession())
        }
        let chosen = (try? form?.text("to")) ?? ""
        let successor = colleagues.first { $0.id == chosen }
        let names = ShownNames(colleagues)
        let typed = (try? form?.text("text")) ?? ""
        return screen(
            "succession",
            [
                "said": said ?? false, "problem": problem ?? false,
                "hasColleagues": !colleagues.isEmpty,
                "colleagues": colleagues.map {
                    [
                        "id": $0.id, "isChosen": $0.id == chosen,
                        "name": names[$0.id], "role": texts["keeping-role-\($0.role.rawValue)"],
                    ] as [String: Any]
                },
                "isPreview": successor != nil,
                "to": chosen, "successor": successor.map { names[$0.id] } ?? "",
                "text": typed.isEmpty
                    ? successor.map { texts.successionLetter(naming: $0.name) } ?? "" : typed,
                "count": texts("succession-count", cases.told.count),
                "untold": cases.untold.isEmpty
                    ? false
                    : texts(
                        "succession-untold",
                        cases.untold.map { texts("case", $0) }.joined(separator: ", ")),
                "hasCases": !cases.told.isEmpty,
            ], status: problem == nil ? .ok : .badRequest)
    }

    /// First shows what will be written; writes it to all when it was seen.
    func announce(_ form: FormBody) async throws -> Response {
        let (to, text, today) = (try form.text("to"), try form.text("text"), today)
        guard form.has("send") else { return try await successionScreen(form) }
        do {
            let language = language
            let told = try await desk.safe.change {
                try $0.announceSuccession(to: to, text: text, in: language, today: today)
            }
            return try await successionScreen(said: texts("succession-told", told.told.count))
        } catch let fault where !(fault is Safe.Locked) {
            return try await successionScreen(form, problem: texts.explain(fault))
        }
    }
}

// The end of a contract with one organisation.
extension Visit {
    func endScreen(_ form: FormBody? = nil, problem: String? = nil) async throws -> Response {
        let today = today
        let facts = try await desk.safe.use { try $0.contractSummary(today: today) }
        return screen(
            "end",
            [
                "problem": problem ?? false, "folder": (try? form?.text("folder")) ?? "",
                "hasOpenCases": facts.hasOpenCases,
                "about": texts("ending-about", shownOrganisation ?? ""),
                "typeName": texts("ending-typeName", shownOrganisation ?? ""),
            ], status: problem == nil ? .ok : .badRequest)
    }

    func end(_ form: FormBody) async throws -> Response {
        let (typed, today, texts) = (try form.text("name"), today, texts)
        do {
            let folder = try place("folder", form)
            guard typed.trimmingSpaces == shownOrganisation else {
                throw Problem("ending-otherName")
            }
            try await desk.safe.end(
                exportingTo: folder, collector: desk.collector,
                passphrase: form.bytes("passphrase"), today: today
            ) { texts.summary($0) }
            return try await Visit(leaving: self).organisationsScreen(
                said: texts("ending-done", typed.trimmingSpaces, folder))
        } catch let fault where !(fault is Safe.Locked) {
            return try await endScreen(form, problem: texts.explain(fault))
        }
    }
}
