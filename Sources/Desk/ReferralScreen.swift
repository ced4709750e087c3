internal import Casework
internal import Hummingbird
internal import Reporting
internal import Terminal
internal import TransparencyLog

// Referring a case: choosing to whom and what goes along, seeing it, asking the reporter, and sending.
extension Visit {
    static let referralScreens = ["refer", "conflict", "sketch", "sketch-print"]

    func referralScreen(_ number: Int, _ name: String) async throws -> Response {
        switch name {
        case "refer": try await referScreen(number)
        case "conflict": try await conflictScreen(number)
        case "sketch": try await sketchScreen(number)
        case "sketch-print": try await sketchPage(number)
        default: notFound()
        }
    }

    static let referralActions = [
        "refer", "refer-ask", "refer-send", "refer-back", "conflict", "sketch", "sketch-show",
        "sketch-agree", "sketch-danger",
    ]

    /// What is done here. What could not be done is said on the screen it came from.
    func referralAction(_ number: Int, _ action: String, _ form: FormBody) async throws -> Response
    {
        do {
            switch action {
            case "refer": return try await previewScreen(number, form)
            case "refer-ask": try await ask(number, form)
            case "refer-send":
                let (words, today) = (try form.text("words"), today)
                try await desk.safe.change {
                    try $0.sendReferral(of: number, words: words, today: today)
                }
            case "refer-back": try await desk.safe.change { try $0.takeBackReferral(of: number) }
            case "conflict": try await handOver(number, form)
            default: return try await sketchAction(number, action, form)
            }
        } catch let error as CaseworkError {
            let problem = texts.explain(error)
            return switch action {
            case "refer-ask": try await previewScreen(number, form, problem: problem)
            case "conflict": try await conflictScreen(number, problem: problem, form)
            case "sketch", "sketch-show", "sketch-agree", "sketch-danger":
                try await sketchScreen(number, problem: problem)
            default: try await referScreen(number, problem: problem)
            }
        }
        return redirect("cases/\(number)")
    }

    /// What there is to choose from, and where an earlier referral is.
    func referScreen(_ number: Int, problem: String? = nil) async throws -> Response {
        let (file, notes, referral, colleagues) = try await desk.safe.use { home in
            (
                try home.caseFile(number), try home.privateNotes(number),
                try home.referrals(of: number).last, try home.colleagues()
            )
        }
        let titles = referralText
        let state = referral.flatMap { $0.state == .posted ? nil : $0 }
        return screen(
            "refer",
            [
                "number": number, "title": texts("referral-title", number),
                "criteria": texts["referral-criteria"].split(separator: "\n").map {
                    ["text": String($0)]
                },
                "referral": state.map { referralState($0, file) } ?? false,
                "canChoose": state?.state != .sent && !colleagues.isEmpty,
                "nobody": colleagues.isEmpty, "colleagues": choices(colleagues, of: file),
                "messages": file.messages.enumerated().map { index, message in
                    ["index": index, "title": inert(titles.title(message))] as [String: Any]
                },
                "notes": notes.enumerated().map { index, note in
                    [
                        "index": index, "title": texts("referral-note", words(of: note.day)),
                    ] as [String: Any]
                },
                "hasNotes": !notes.isEmpty, "problem": problem ?? false,
            ], status: problem == nil ? .ok : .badRequest)
    }

    /// Where a referral is, and what can be done with it.
    func referralState(_ referral: OutgoingReferral, _ file: CaseFile) -> [String: Any] {
        let (name, day) = (inert(referral.name), words(of: referral.day))
        let isAsked = referral.state == .asked
        let said =
            isAsked
            ? texts(referral.isAgreed ? "referral-agreed" : "referral-asked", name, day)
            : texts("referral-sent", name, day)
        return [
            "said": said, "canSend": isAsked && referral.isAgreed,
            "canTakeBack": referral.isHere,
            "parts": referral.parts.map { ["text": inert($0, lines: true)] },
            "words": reporterWords(file).told(referral.name),
        ]
    }

    func choices(_ colleagues: [Colleague], of file: CaseFile) -> [[String: Any]] {
        let names = ShownNames(colleagues.map { ($0.id, $0.name) })
        return colleagues.map { colleague in
            [
                "id": colleague.id,
                "title": texts(
                    "referral-person", names[colleague.id],
                    texts["referral-role-\(colleague.role.rawValue)"]),
                "alreadyReads": file.received.contains {
                    $0.isAuthentic && $0.addressed.contains(colleague.id)
                },
            ]
        }
    }

    /// What was chosen, to be read and shortened; and the question to the reporter.
    private func previewScreen(
        _ number: Int, _ form: FormBody, problem: String? = nil
    ) async throws -> Response {
        let (file, notes, colleagues) = try await desk.safe.use { home in
            (
                try home.caseFile(number), try home.privateNotes(number), try home.colleagues()
            )
        }
        let to = try form.text("to")
        guard let colleague = colleagues.first(where: { $0.id == to }) else {
            return try await referScreen(number, problem: texts["referral-chooseSomeone"])
        }
        let choice = ReferralText.Choice(
            messages: Set(file.messages.indices.filter { form.has("m\($0)") }),
            notes: Set(notes.indices.filter { form.has("n\($0)") }),
            remark: try form.text("remark"))
        let theirs = reporterWords(file)
        let reason = try form.text("reason") == "absence" ? "absence" : "consent"
        let text =
            problem == nil
            ? referralText.text(file, notes, choice) : try form.text("text")
        guard !text.isEmpty else {
            return try await referScreen(number, problem: texts["referral-nothingGoesAlong"])
        }
        let name = inert(colleague.name)
        let question =
            reason == "absence"
            ? theirs.told(colleague.name) : theirs.question(colleague, file, choice)
        return screen(
            "refer-preview",
            [
                "number": number, "title": texts("referral-title", number), "to": to,
                "name": texts("referral-to", name), "reason": reason,
                "isAbsence": reason == "absence", "text": text,
                "shown": inert(text, lines: true) == text ? false : inert(text, lines: true),
                "words": problem == nil ? question : try form.text("words"),
                "problem": problem ?? false,
            ], status: problem == nil ? .ok : .badRequest)
    }

    /// Asks, or in her absence sends without asking.
    private func ask(_ number: Int, _ form: FormBody) async throws {
        let request = OfflineHome.ReferralRequest(
            to: try form.text("to"), text: Report.normalized(try form.text("text")),
            words: try form.text("words"), atOnce: form.has("at-once"))
        let (isAbsence, today) = (try form.text("reason") == "absence", today)
        try await desk.safe.change { home in
            if isAbsence {
                try home.refer(number, without: .absence, request, today: today)
            } else {
                try home.askReferral(of: number, request, today: today)
            }
        }
    }
}

// It is about her, or about someone close to her: no message is shown here.
extension Visit {
    func conflictScreen(
        _ number: Int, problem: String? = nil, _ form: FormBody? = nil
    ) async throws -> Response {
        let (file, referral, colleagues) = try await desk.safe.use { home in
            (
                try home.caseFile(number), try home.referrals(of: number).last,
                try home.colleagues()
            )
        }
        let isSent = referral?.state == .sent
        return screen(
            "conflict",
            [
                "number": number, "title": texts("referral-conflictTitle", number),
                "canChoose": !isSent && !colleagues.isEmpty, "nobody": colleagues.isEmpty,
                "isSent": isSent, "colleagues": choices(colleagues, of: file),
                "words": try form?.text("words") ?? reporterWords(file).toldOfConflict,
                "problem": problem ?? false,
            ], status: problem == nil ? .ok : .badRequest)
    }

    private func handOver(_ number: Int, _ form: FormBody) async throws {
        let (to, words, today, along) = (
            try form.text("to"), try form.text("words"), today, referralText
        )
        let atOnce = form.has("at-once")
        try await desk.safe.change { home in
            let file = try home.caseFile(number)
            let text = along.text(file, [], .all(of: file))
            try home.refer(
                number, without: .conflict,
                OfflineHome.ReferralRequest(to: to, text: text, words: words, atOnce: atOnce),
                today: today)
        }
    }
}

extension Visit {
    /// What goes along, in her language.
    var referralText: ReferralText {
        ReferralText(language) { [self] in words(of: $0) }
    }

    /// What the reporter reads, in their language.
    func reporterWords(_ file: CaseFile) -> ReferralWords {
        let pages = desk.pages
        return ReferralWords(file, own: language) { words(of: $0, in: pages.text($1)) }
    }
}
