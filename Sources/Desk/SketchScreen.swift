internal import Casework
internal import Hummingbird
internal import Reporting
internal import Sodium
internal import Terminal
internal import TransparencyLog

// The handover sketch: written, seen by the reporter, and only then to be printed.
extension Visit {
    func sketchScreen(_ number: Int, problem: String? = nil) async throws -> Response {
        let (file, kept, answers) = try await desk.safe.use { home in
            (
                try home.caseFile(number), try home.sketch(of: number),
                try home.answersToSketch(of: number)
            )
        }
        let (sketch, theirs) = (kept?.sketch ?? Sketch(), reporterWords(file))
        let text = sketch.text(theirs.heading)
        let isShown = kept.map { !$0.shownText.isEmpty } ?? false
        return screen(
            "sketch",
            [
                "number": number, "title": texts("sketch-title", number),
                "parts": Sketch.Part.allCases.map { part in
                    [
                        "name": part.rawValue, "title": sketchTitle(part),
                        "hint": texts["sketch-\(part.rawValue)-hint"],
                        "text": sketch.texts[part] ?? "",
                    ]
                },
                "redacted": sketch.redacted, "hasText": !text.isEmpty,
                "preview": inert(text, lines: true),
                "words": theirs.sketch(text),
                "isShown": isShown, "isChanged": isShown && kept?.shownText != text,
                "isAgreed": kept?.agreed != nil,
                "answers": answers.map { answer in
                    [
                        "hash": Hex.encode(answer.hash), "day": words(of: answer.day),
                        "text": inert(String(answer.body.prefix(Self.answerCount)), lines: false),
                    ]
                },
                "hasAnswers": !answers.isEmpty,
                "danger": kept?.danger.map {
                    [
                        "said": texts("sketch-dangerOn", words(of: $0.day)),
                        "reason": inert($0.reason, lines: true),
                    ]
                } ?? false,
                "mayGo": kept?.mayGo(text) ?? false, "problem": problem ?? false,
            ], status: problem == nil ? .ok : .badRequest)
    }

    /// Characters shown of an answer that may be a yes.
    private static let answerCount = 120

    /// The sketch alone, to be printed. Throws `notSeenByReporter`.
    func sketchPage(_ number: Int) async throws -> Response {
        let (kept, file) = try await desk.safe.use {
            (try $0.sketch(of: number), try $0.caseFile(number))
        }
        let text = kept?.sketch.text(reporterWords(file).heading) ?? ""
        guard let kept, kept.mayGo(text) else {
            return try await sketchScreen(
                number, problem: texts.explain(CaseworkError.referral(.notSeenByReporter)))
        }
        return screen(
            "sketch-print",
            [
                "number": number, "title": texts["sketch-printTitle"],
                "day": words(of: today), "text": inert(text, lines: true),
                "said": kept.danger == nil
                    ? texts["sketch-seen"] : texts["sketch-unseen"],
            ])
    }

    func sketchAction(_ number: Int, _ action: String, _ form: FormBody) async throws -> Response {
        let today = today
        switch action {
        case "sketch":
            let sketch = try sketch(form)
            try await desk.safe.change { try $0.keep(sketch, of: number, today: today) }
        case "sketch-show":
            let words = try form.text("words")
            let theirs = reporterWords(try await desk.safe.use { try $0.caseFile(number) })
            try await desk.safe.change { home in
                let text = try home.sketch(of: number)?.sketch.text(theirs.heading) ?? ""
                try home.showSketch(of: number, text, words: words, today: today)
            }
        case "sketch-agree":
            guard let hash = Hex.decode(try form.text("answer")) else { throw FormBody.Malformed() }
            try await desk.safe.change { try $0.agreeSketch(of: number, by: hash) }
        case "sketch-danger":
            let reason = try form.text("reason")
            guard form.has("danger") else {
                return try await sketchScreen(number, problem: texts["sketch-tickDanger"])
            }
            try await desk.safe.change {
                try $0.dangerSketch(of: number, because: reason, today: today)
            }
        default: return notFound()
        }
        return redirect("cases/\(number)/sketch")
    }

    private func sketch(_ form: FormBody) throws -> Sketch {
        Sketch(
            texts: Dictionary(
                uniqueKeysWithValues: try Sketch.Part.allCases.map {
                    ($0, try form.text($0.rawValue))
                }),
            redacted: try form.text("redacted"))
    }

    private func sketchTitle(_ part: Sketch.Part) -> String { texts["sketch-\(part.rawValue)"] }
}
