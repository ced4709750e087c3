internal import Casework
internal import Hummingbird

// Words to begin an answer with: examples, which she can change, and her own.
extension Visit {
    /// The examples, each as she changed it, and then her own.
    func replyTemplates(_ own: [ReplyTemplate]) -> [[String: Any]] {
        texts.examples(own).map { one in
            [
                "key": one.key ?? "", "id": one.id.map { String($0) } ?? "",
                "isChanged": one.id != nil, "isOwn": one.key == nil,
                "draft": one.key ?? "own-\(one.name)",
                "title": one.title, "text": one.text,
            ] as [String: Any]
        }
    }

    func templatesScreen(problem: String? = nil) async throws -> Response {
        let language = language
        let own = try await desk.safe.use { try $0.templates(in: language) }
        let all = replyTemplates(own).enumerated().map { index, one in
            one.merging(["index": index]) { $1 }
        }
        return screen(
            "templates", ["all": all, "problem": problem ?? false],
            status: problem == nil ? .ok : .badRequest)
    }

    func changeTemplate(_ form: FormBody) async throws -> Response {
        let (id, key, language) = (Int(try form.text("id")), try form.text("key"), language)
        let (title, body) = (try form.text("title"), try form.text("text"))
        guard key.isEmpty || Example.builtIn.contains(key) else { throw FormBody.Malformed() }
        do {
            if form.has("remove") {
                if let id {
                    try await desk.safe.change(isDated: false) { try $0.remove(template: id) }
                }
            } else {
                try await desk.safe.change(isDated: false) {
                    try $0.keep(
                        template: id, replacing: key, title: title, body: body, in: language)
                }
            }
        } catch let error as CaseworkError {
            return try await templatesScreen(problem: texts.explain(error))
        }
        return redirect("templates")
    }
}
