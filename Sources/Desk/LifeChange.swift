internal import Casework
internal import Hummingbird
internal import Reporting
internal import Sodium
internal import TransparencyLog

func hex(_ bytes: [UInt8]) -> String { Hex.encode(bytes) }

// What is done with a case besides answering it.
extension Visit {
    /// nil for what is not of these. After it the case is shown again, or says why it could not be done.
    func changeLife(_ number: Int, _ action: String, _ form: FormBody) async throws -> Response? {
        do {
            switch action {
            case "code": return try await giveCode(number)
            case "erase": return try await erase(number, form)
            case "split": return try await split(number, form)
            default:
                guard let work = try lifeWork(number, action, form) else { return nil }
                try await desk.safe.change(work)
            }
        } catch let error as CaseworkError {
            return try await caseScreen(
                number, problem: texts.explain(error),
                kept: ["typed-\(action)": try form.text("text")])
        }
        return redirect("cases/\(number)")
    }

    private func lifeWork(
        _ number: Int, _ action: String, _ form: FormBody
    ) throws -> (@Sendable (OfflineHome) throws -> Void)? {
        let (today, text) = (today, try form.text("text"))
        switch action {
        case "details":
            let details = try details(form)
            return { try $0.set(details, of: number, today: today) }
        case "milestone":
            let step = try form.text("step")
            guard let day = Day(try form.text("day")) else {
                throw CaseworkError.life(.badDay)
            }
            return { try $0.record(milestone: step, in: number, on: day, today: today) }
        case "milestone-remove":
            let step = try form.text("step")
            return { try $0.remove(milestone: step, of: number) }
        case "end": return { try $0.close(number, today: today) }
        case "reopen": return { try $0.reopen(number, today: today) }
        case "check-in":
            let step = AftercareStep(rawValue: try form.text("step"))
            let way = Aftercare.Way(rawValue: try form.text("way"))
            guard let step, let way else { throw FormBody.Malformed() }
            return { try $0.checkIn(step, of: number, by: way, text: text, today: today) }
        case "hold": return { try $0.hold(number, reason: text, today: today) }
        case "release": return { try $0.release(number, today: today) }
        case "sort":
            let kind = SortedOut(rawValue: try form.text("as"))
            return { try $0.sort([number], as: kind, today: today) }
        case "merge":
            let other = Int(try form.text("into")) ?? 0
            return { try $0.merge(other, into: number, reason: text, today: today) }
        case "unmerge":
            let part = Int(try form.text("part")) ?? 0
            return { try $0.unmerge(part, today: today) }
        case "account": return try keepAccount(of: number, text, form)
        default: return nil
        }
    }

    private func details(_ form: FormBody) throws -> CaseDetails {
        let category = try form.text("category")
        return CaseDetails(
            status: CaseStatus(rawValue: try form.text("status")),
            track: Track(rawValue: try form.text("track")),
            category: category.isEmpty ? nil : Category(rawValue: category),
            outcome: CaseOutcome(rawValue: try form.text("outcome")))
    }

    /// Keeps the account; where it is asked, it goes to the reporter as an answer too.
    private func keepAccount(
        of number: Int, _ text: String, _ form: FormBody
    ) throws -> @Sendable (OfflineHome) throws -> Void {
        guard let state = Account.State(rawValue: try form.text("state")) else {
            throw FormBody.Malformed()
        }
        let (today, sends) = (today, state == .asked && form.has("send"))
        let letter = sends ? texts.accountLetter(text) : nil
        return { try $0.keep(account: text, state, of: number, sending: letter, today: today) }
    }

    private func erase(_ number: Int, _ form: FormBody) async throws -> Response {
        let (today, early) = (today, form.has("early"))
        try await desk.safe.change { try $0.erase([number], today: today, early: early) }
        return redirect("cases")
    }

    private func split(_ number: Int, _ form: FormBody) async throws -> Response {
        let (today, hashes) = (today, form.names(after: "message-").compactMap { Hex.decode($0) })
        let new = try await desk.safe.change {
            try $0.split(hashes, from: number, today: today)
        }
        return redirect("cases/\(new)")
    }

    /// Many at once, from the list of cases.
    func sort(_ form: FormBody) async throws -> Response {
        let (today, numbers) = (today, form.names(after: "case-").compactMap { Int($0) })
        let kind = SortedOut(rawValue: try form.text("as"))
        if form.has("erase") {
            try await desk.safe.change { home in
                let sorted = try numbers.filter { try home.summary($0).sorted != nil }
                try home.erase(sorted, today: today)
            }
        } else {
            try await desk.safe.change { try $0.sort(numbers, as: kind, today: today) }
        }
        return redirect("cases" + (kind.map { "?show=\($0.rawValue)" } ?? ""))
    }

    /// All whose day has come, that are not held, and in which no message waits.
    func eraseDue(_ form: FormBody) async throws -> Response {
        let (today, byItself) = (today, form.has("by-itself"))
        try await desk.safe.change { home in
            if byItself { try home.choose(erasesByItself: true) }
            let due = try home.today(today).erasures.filter(\.mayGo).map(\.number)
            try home.erase(due, today: today)
        }
        return redirect("today")
    }

    func practise(_ form: FormBody) async throws -> Response {
        let (today, language, isEnd) = (today, language, form.has("end"))
        try await desk.safe.change {
            if isEnd {
                try $0.removePractice()
            } else {
                try $0.addPractice(in: language, today: today)
            }
        }
        return redirect(isEnd ? "today" : "cases?show=practice")
    }
}
