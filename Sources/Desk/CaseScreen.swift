internal import Casework
internal import Hummingbird
internal import Reporting
internal import Terminal
internal import TransparencyLog

// A case: what was said, what is due, and the answer.
extension Visit {
    /// - Parameters:
    ///   - typed: the answer that could not be saved.
    ///   - kept: other texts that could not be, by their name in the template.
    func caseScreen(
        _ number: Int, problem: String? = nil, typed: String? = nil, kept: [String: String] = [:]
    ) async throws -> Response {
        let today = today
        let language = language
        let (life, notes, draft, capacity, id, own, referral, giver) = try await desk.safe.use {
            home in
            let shown = (
                try LifeOfCase(number, of: home), try home.privateNotes(number),
                try home.draft(number),
                try? home.replyCapacity(
                    to: number, .answer, today: today, toOldCode: true),
                try home.id(), try home.templates(in: language),
                try home.referrals(of: number).last, try home.addressGiver(of: number)
            )
            // A full disk keeps nobody from reading.
            for part in shown.0.parts where part.file.summary.unseen > 0 {
                try? home.markSeen(part.number)
            }
            return shown
        }
        let (overview, file) = (life.overview, life.parts[0].file)
        var values: [String: Any] =
            [
                "number": number, "title": texts("case", number), "line": line(overview),
                "hasMessages": !life.messages.isEmpty,
                "messages": life.messages.map { part, one in
                    message(one, own: id, isDisputed: !file.rivals.isEmpty)
                        .merging(marks(of: part, in: life)) { $1 }
                },
                "clocks": overview.clocks.map {
                    [
                        "step": texts["step-\($0.step.rawValue)"], "day": words(of: $0.day),
                        "isDone": $0.done != nil,
                        "done": $0.done.map {
                            texts("doneOn", words(of: $0))
                                + unsent(on: $0, in: life.parts.map(\.file))
                        } ?? "",
                        "isLate": $0.done == nil && $0.day < today,
                    ] as [String: Any]
                },
                "statuses": CaseStatus.allCases.map {
                    [
                        "value": $0.rawValue, "title": texts["status-\($0.rawValue)"],
                        "isChosen": $0 == overview.status,
                    ] as [String: Any]
                },
                "tracks": Track.allCases.map {
                    [
                        "value": $0.rawValue, "title": $0.name(in: language),
                        "isChosen": $0.rawValue == overview.summary.track,
                    ] as [String: Any]
                },
                "notes": notes.map {
                    ["day": words(of: $0.day), "body": inert($0.body, lines: true)]
                },
                "hasNotes": !notes.isEmpty, "draft": typed ?? draft, "capacity": capacity ?? 0,
                "canAnswer": capacity != nil && overview.referral?.state != .posted,
                "referralBoxes": referralBoxes(overview, file, referral, giver),
                "isReferred": overview.referral?.state == .posted,
                "isBeingReferred": overview.referral?.state == .sent,
                "templates": replyTemplates(own),
                "problem": problem ?? false,
                "isClosed": file.summary.isClosed, "moves": moves(of: file),
                "isMoved": life.parts.contains { !$0.file.summary.movedTo.isEmpty },
            ]
        values.merge(lifeValues(life)) { $1 }
        values.merge(kept) { $1 }
        return screen("case", values, status: problem == nil ? .ok : .badRequest)
    }

    /// What is said behind a step that was done by an answer of this day, while none of them has gone.
    func unsent(on day: Day, in files: [CaseFile]) -> String {
        files.isUnsent(on: day) ? " (\(texts["notSentYet"]))" : ""
    }

    /// The conversation of a merged case that an answer is for.
    private func answered(_ number: Int, _ form: FormBody) async throws -> Int {
        guard let chosen = Int(try form.text("to")), chosen != number else { return number }
        let whole = try await desk.safe.use { try $0.summary(chosen).partOf }
        guard whole == number else { throw Problem("life-answerGone") }
        return chosen
    }

    private func message(
        _ message: CaseFile.Message, own id: String, isDisputed: Bool
    ) -> [String: Any] {
        switch message {
        case .received(let received):
            if let referral = received.referral { return referred(received, referral) }
            var alarms: [String] = []
            if !received.isAuthentic { alarms.append(texts["notAuthentic"]) }
            if received.hasOtherReplyTo { alarms.append(texts["otherReplyTo"]) }
            if let continuation = received.continuation {
                alarms.append(sentence(continuation, isDisputed: isDisputed))
            }
            let others = received.addressed.filter { $0 != id }
            return [
                "who": texts["reporter"], "day": words(of: received.day), "isReceived": true,
                "kind": received.kind == "message" ? false : texts["kind-\(received.kind)"],
                "others": others.isEmpty
                    ? false : texts("alsoTo", inert(others.joined(separator: ", "))),
                "alarms": alarms.map { ["text": $0] }, "body": inert(received.body, lines: true),
                "hasBody": !received.body.isEmpty, "isNew": !received.isSeen,
                "lookAlikes": lookAlikes(in: received.body),
            ]
        case .written(let written):
            return [
                "who": texts["you"], "day": words(of: written.day), "isReceived": false,
                "kind": kind(of: written), "alarms": [[String: Any]](),
                "body": inert(written.body, lines: true), "hasBody": !written.body.isEmpty,
            ]
        }
    }

    /// What the marks in a text mean, where it has any.
    func lookAlikes(in text: String) -> Any {
        LookAlikes.isIn(text) ? texts["answer-lookAlikes"] : false
    }

    private func sentence(_ continuation: Continuation, isDisputed: Bool) -> String {
        guard continuation.isProven else { return texts["move-unproven"] }
        guard let old = continuation.oldCase else { return texts["move-continuesUnknown"] }
        return texts(isDisputed ? "move-disputed" : "move-continues", old)
    }

    /// Where a case goes on, and which others go on with the same one.
    private func moves(of file: CaseFile) -> [[String: String]] {
        let movedTo = file.summary.movedTo
        var said: [String] = []
        if movedTo.count > 1 {
            said.append(texts("move-competing", list(movedTo)))
        } else if let next = movedTo.first {
            said.append(texts("move-goesOn", next))
        }
        if !file.rivals.isEmpty { said.append(texts("move-rivals", list(file.rivals))) }
        return said.map { ["text": $0] }
    }

    private func list(_ numbers: [Int]) -> String {
        numbers.map { texts("case", $0) }.joined(separator: ", ")
    }

    /// What is done with a case. After it the case is shown again; what could not be saved stays typed.
    func change(_ number: Int, _ action: String, _ form: FormBody) async throws -> Response {
        let (text, today) = (try form.text("text"), today)
        do {
            if ["reply", "close"].contains(action), let why = try await unready(text, form) {
                return try await caseScreen(
                    number, problem: why, typed: text,
                    kept: ticked(form).merging(["isUnready": "1"]) { $1 })
            }
            switch action {
            case "reply":
                let to = try await answered(number, form)
                let isFeedback = form.has("feedback")
                let (atOnce, toOldCode) = (form.has("at-once"), form.has("old-code"))
                try await desk.safe.change {
                    _ = try $0.reply(
                        to: to, .answer, body: text, today: today, atOnce: atOnce,
                        toOldCode: toOldCode)
                    if isFeedback { try $0.reach([.feedback], in: number, on: today) }
                    try $0.save(draft: "", for: number)
                }
            case "close":
                let to = try await answered(number, form)
                let toOldCode = form.has("old-code")
                try await desk.safe.change {
                    _ = try $0.reply(
                        to: to, .closed, body: text, today: today, toOldCode: toOldCode)
                    try $0.save(draft: "", for: number)
                }
            case "note":
                try await desk.safe.change { try $0.add(note: text, to: number, today: today) }
            default: return notFound()
            }
        } catch let error where Self.isTold(error) {
            return try await caseScreen(
                number, problem: texts.explain(error), typed: action == "note" ? nil : text,
                kept: ticked(form))
        }
        return redirect("cases/\(number)")
    }
}

extension Texts {
    func trackName(_ code: String, _ language: Language) -> String {
        Track(rawValue: code)?.name(in: language) ?? inert(code)
    }

    func categoryName(_ code: String, _ language: Language) -> String {
        code.isEmpty ? "" : Category(rawValue: code).name(in: language)
    }
}
