internal import Casework
internal import Hummingbird
internal import Reporting
internal import Terminal
internal import TransparencyLog

// When she reads, is away, and who stands in: a note she signs, that reporters see.
extension Visit {
    func hoursScreen(
        _ form: FormBody? = nil, said: String? = nil, problem: String? = nil
    ) async throws -> Response {
        let (hours, colleagues) = try await desk.safe.use {
            (try $0.lastHours() ?? OfflineHome.Hours(reads: []), try $0.listedColleagues())
        }
        let typed = { (name: String, kept: String?) in
            (try? form?.text(name)) ?? kept ?? ""
        }
        let replacement = typed("replacement", hours.replacement)
        let names = ShownNames(colleagues)
        return screen(
            "hours",
            [
                "said": said ?? false, "problem": problem ?? false,
                "days": dayChoices(form, chosen: hours.reads),
                "from": typed("from", hours.absence?.lowerBound.text),
                "until": typed("until", hours.absence?.upperBound.text),
                "phone": typed("phone", hours.phone), "remark": typed("remark", hours.remark),
                "colleagues": colleagues.map {
                    ["id": $0.id, "name": names[$0.id], "isChosen": $0.id == replacement]
                        as [String: Any]
                },
            ], status: problem == nil ? .ok : .badRequest)
    }

    func renewHours(_ form: FormBody) async throws -> Response {
        do {
            let (hours, today) = (try hours(form), today)
            try await desk.safe.use { home in
                try home.checkClock(today: today, isRight: false)
                _ = try home.renewHours(hours, today: today)
            }
            return try await hoursScreen(said: texts["hours-signed"])
        } catch is ReportingError {
            return try await hoursScreen(form, problem: texts["first-notPlain"])
        } catch let fault where !(fault is Safe.Locked) {
            return try await hoursScreen(form, problem: texts.explain(fault))
        }
    }

    private func hours(_ form: FormBody) throws -> OfflineHome.Hours {
        let optional = { (name: String) in
            let text = try plain(form.text(name))
            return text.isEmpty ? nil : text
        }
        var hours = OfflineHome.Hours(
            reads: (0..<7).filter { form.has("day-\($0)") },
            replacement: try optional("replacement"),
            phone: try optional("phone"), remark: try optional("remark"))
        if let from = try optional("from"), let until = try optional("until") {
            guard let first = Day(from), let last = Day(until), first <= last else {
                throw Problem("hours-badDays")
            }
            hours.absence = first...last
        } else if try optional("from") != nil || optional("until") != nil {
            throw Problem("hours-badDays")
        }
        return hours
    }
}
