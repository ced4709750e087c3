internal import Casework
internal import Hummingbird
internal import Terminal
internal import TransparencyLog

// What asks for attention, calmly: new, due, later.
extension Visit {
    func todayScreen() async throws -> Response {
        let (overviews, fetched) = try await desk.safe.use {
            (try $0.overviews(), try $0.lastFetch())
        }
        let today = today
        let open = overviews.filter { !$0.summary.isClosed }
        let new = open.filter { $0.summary.unseen > 0 }
        let rest = open.filter { $0.summary.unseen == 0 }
        let now = rest.filter { $0.isDue(by: today) }
        let week = rest.filter { !$0.isDue(by: today) && $0.isDue(by: today.adding(7)) }
        let later = rest.filter { !$0.isDue(by: today.adding(7)) }
        let groups = [("new", new), ("now", now), ("week", week), ("later", later)]
            .filter { !$0.1.isEmpty }
            .map { key, cases in
                ["title": texts["group-" + key], "cases": cases.map(line)] as [String: Any]
            }
        return screen(
            "today",
            [
                "keeping": try await todayKeeping(), "groups": groups, "isCalm": groups.isEmpty,
                "fetched": fetched.map { texts("fetchedOn", words(of: $0)) }
                    ?? texts["neverFetched"],
                "fetchIsDue": fetched.map { today.number - $0.number >= 3 } ?? true,
            ])
    }

    /// A case in a list.
    func line(_ overview: CaseOverview) -> [String: Any] {
        let summary = overview.summary
        var facts: [String] = []
        if summary.hasAlarm { facts.append(texts["alarm"]) }
        if summary.unseen > 0 { facts.append(texts("unseen", summary.unseen)) }
        if let referral = overview.referral {
            facts.append(standing(referral))
        } else if summary.isClosed {
            facts.append(texts["closed"])
        } else if let due = overview.nextDue {
            facts.append(texts("due-\(due.step.rawValue)", words(of: due.day)))
        } else if !summary.awaitsReply {
            facts.append(texts["answered"])
        }
        let about = [
            texts.trackName(summary.track, language),
            texts.categoryName(summary.category, language),
        ].filter { !$0.isEmpty }.joined(separator: ", ")
        return [
            "number": summary.number, "title": texts("case", summary.number),
            "about": about.isEmpty ? false : about,
            "facts": facts.joined(separator: " · "), "last": words(of: summary.lastDay),
            "isNew": summary.unseen > 0, "hasAlarm": summary.hasAlarm, "root": root,
        ]
    }

    /// Where a case's referral is.
    func standing(_ referral: ReferralStanding) -> String {
        texts(
            "referral-line-\(referral.state.rawValue)", inert(referral.name),
            words(of: referral.day))
    }

    /// A day as people write it.
    func words(of day: Day, in texts: Texts? = nil) -> String {
        let texts = texts ?? self.texts
        let parts = day.text.split(separator: "-").compactMap { Int($0) }
        guard parts.count == 3 else { return day.text }
        return "\(parts[2]) \(texts["month-\(parts[1])"]) \(parts[0])"
    }
}
