internal import Casework

/// Whether an answer was made the counsellor's own before it goes.
enum AnswerCheck {
    /// Whether a text has a place to fill in: "…", "..." or "[ ]" standing by itself, as in the examples.
    static func hasGap(_ text: String) -> Bool {
        text.contains(/(?:^|\s)(?:…|\.\.\.)(?:[\s.,;?!]|$)/) || text.contains(/\[[^\]\n]*\]/)
    }

    /// Whether two texts have the same words.
    static func isSame(_ text: String, _ other: String) -> Bool {
        let words = { (text: String) in text.split { $0.isWhitespace } }
        return words(text) == words(other)
    }
}

extension Visit {
    /// Why an answer must be looked at again: it is an example as it stands, or has a gap; nil when neither, or when
    /// she wants it so.
    func unready(_ text: String, _ form: FormBody) async throws -> String? {
        if form.has("as-it-is") { return nil }
        let language = language
        let own = try await desk.safe.use { try $0.templates(in: language) }
        let examples = replyTemplates(own).compactMap { $0["text"] as? String }
        if examples.contains(where: { AnswerCheck.isSame($0, text) }) {
            return texts["answer-isExample"]
        }
        return AnswerCheck.hasGap(text) ? texts["answer-hasGap"] : nil
    }

    /// What was ticked with an answer that could not be sealed, and where it would go.
    func ticked(_ form: FormBody) -> [String: String] {
        ["feedback", "at-once", "old-code"].filter(form.has)
            .reduce(into: [:]) { $0["ticked-\($1)"] = "1" }
    }
}
