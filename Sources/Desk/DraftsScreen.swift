internal import Casework
internal import Hummingbird

// What is typed is not lost: each text of a form is kept in the vault until the form is sent, by the path it is sent to.
extension Visit {
    private static let nameLimit = 80

    /// Keeps one field's text. It is no change of a case: a wrong clock keeps nobody from it.
    func keepDraft(_ form: FormBody) async throws -> Response {
        let draft = Draft(
            form: try form.text("form"), field: try form.text("field"),
            proposed: try form.text("proposed"), body: try form.text("text"))
        guard Self.isName(draft.form), Self.isName(draft.field) else { throw FormBody.Malformed() }
        try await desk.safe.keep(draft)
        return redirect("today")
    }

    /// What was sent and could not be done is a draft again, also when another tab has locked the desk.
    func keepTexts(of form: FormBody) async {
        guard let name = try? form.text("draft"), Self.isName(name),
            let fields = try? form.text("draft-fields")
        else { return }
        for field in fields.split(separator: " ").map(String.init) where Self.isName(field) {
            guard let body = try? form.text(field), !body.isEmpty else { continue }
            try? await desk.safe.keep(Draft(form: name, field: field, body: body))
        }
    }

    private static func isName(_ text: String) -> Bool {
        (1...nameLimit).contains(text.utf8.count)
            && text.utf8.allSatisfy {
                switch $0 {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                    UInt8(ascii: "0")...UInt8(ascii: "9"),
                    UInt8(ascii: "-"), UInt8(ascii: "/"):
                    true
                default: false
                }
            }
    }

    /// A form that is sent says which one it is; then nothing of it is left to be sent.
    func dropDrafts(of form: FormBody) async {
        guard let name = try? form.text("draft"), !name.isEmpty else { return }
        try? await desk.safe.use { try $0.drop(draftsOf: name) }
    }

    /// Those of this screen's forms. Where what was sent could not be done, that is shown as it was typed.
    func shownDrafts(isProblem: Bool) -> [[String: Any]] {
        let sent = (try? form?.text("draft")) ?? ""
        let kept = drafts.filter { $0.form != sent && isHere($0.form) }.map {
            [
                "form": $0.form, "field": $0.field, "body": $0.body, "isSent": false,
                "proposed": $0.proposed.isEmpty ? false : $0.proposed,
            ] as [String: Any]
        }
        guard isProblem, !sent.isEmpty, let form, let names = try? form.text("draft-fields") else {
            return kept
        }
        return kept
            + names.split(separator: " ").compactMap { name in
                guard let body = try? form.text(String(name)), !body.isEmpty else { return nil }
                return [
                    "form": sent, "field": String(name), "body": body, "isSent": true,
                    "proposed": false,
                ]
            }
    }

    /// Whether a form may stand on this screen: of this case, or of this part of the desk.
    private func isHere(_ form: String) -> Bool {
        let depth = path.first == "cases" ? 2 : 1
        return form.split(separator: "/").prefix(depth).map(String.init)
            == Array(path.prefix(depth))
    }

    /// Where something was begun and not sent, for Today.
    func begun() -> [[String: String]] {
        var places: [(path: String, title: String)] = []
        for draft in drafts {
            let parts = draft.form.split(separator: "/").map(String.init)
            let place: (path: String, title: String)? =
                switch parts.first {
                case "cases" where parts.count > 2: begun(in: parts)
                case "new": ("new", texts["life-new"])
                case "templates": ("templates", texts["life-templates"])
                case "keeping": ("keeping/succession", texts["succession-title"])
                default: nil
                }
            guard let place, !places.contains(where: { $0.path == place.path }) else { continue }
            places.append(place)
        }
        return places.map { ["path": $0.path, "title": $0.title] }
    }

    private func begun(in parts: [String]) -> (path: String, title: String) {
        let screen = ["conflict", "refer", "sketch"].first { parts[2].hasPrefix($0) }
        let path = "cases/\(parts[1])" + (screen.map { "/" + $0 } ?? "")
        return (path, texts("case", parts[1]))
    }
}
