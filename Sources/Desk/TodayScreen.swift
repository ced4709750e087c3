internal import Casework
internal import Hummingbird
internal import Terminal
internal import TransparencyLog

// What asks for attention, calmly: new, due, later.
extension Visit {
    func todayScreen(said: String? = nil, problem: String? = nil) async throws -> Response {
        let day = today
        let erased = await desk.safe.takeErased()
        let (list, fetched, fetchIsDue, doubt, isRestored) = try await desk.safe.use {
            (
                try $0.today(day), try $0.lastFetch(), try $0.fetchIsDue(today: day),
                try $0.clockDoubt(today: day), try $0.mustImportFirst()
            )
        }
        let groups = [
            ("life-group-after", list.afterClosing), ("group-new", list.new),
            ("group-now", list.now), ("group-week", list.week), ("group-later", list.later),
        ].filter { $0.1.count > 0 }.map { key, group in
            [
                "title": texts[key], "cases": group.cases.map(line),
                "more": group.count > group.cases.count
                    ? texts("life-more", group.count - group.cases.count) : false,
            ] as [String: Any]
        }
        var values: [String: Any] = [
            "keeping": try await todayKeeping(), "groups": groups,
            "fetched": fetched.map { texts("fetchedOn", words(of: $0)) }
                ?? texts["neverFetched"],
            "fetchIsDue": fetchIsDue, "isRestored": isRestored,
            "said": said ?? (erased > 0 ? texts("life-erasedByItself", erased) : false),
            "problem": problem ?? false,
            "clock": doubt.map { texts.explain($0) } ?? false,
            "unsent": list.unsent > 0 ? texts("unsent", list.unsent) : false,
        ]
        values.merge(lifeToday(list)) { $1 }
        values["asksByItself"] = try await desk.safe.use { try !$0.erasesByItself() }
        let begun = begun()
        values["begun"] = begun
        values["hasBegun"] = !begun.isEmpty
        values["isCalm"] =
            groups.isEmpty && !isRestored && list.unsent == 0 && list.sortedNew == 0
            && list.aftercare.isEmpty
            && list.erasures.isEmpty
        return screen("today", values, status: problem == nil ? .ok : .badRequest)
    }

    /// She says that the date of this computer is right.
    func settleClock() async throws -> Response {
        let day = today
        try await desk.safe.use { try $0.checkClock(today: day, isRight: true) }
        await desk.safe.eraseByItself()
        return redirect("today")
    }

    /// Check-ins and erasures that are due, and invented cases.
    private func lifeToday(_ list: TodayList) -> [String: Any] {
        let shown = TodayList.shownCount
        return [
            "aftercare": list.aftercare.prefix(shown).map {
                [
                    "number": $0.number, "title": texts("case", $0.number),
                    "what": texts("life-aftercareDue", texts["life-after-\($0.step.rawValue)"]),
                    "since": words(of: $0.day),
                ] as [String: Any]
            },
            "hasAftercare": !list.aftercare.isEmpty,
            "erasures": list.erasures.prefix(shown).map {
                [
                    "number": $0.number, "title": texts("case", $0.number),
                    "day": words(of: $0.day), "isHeld": $0.isHeld,
                    "isUnanswered": $0.isUnanswered, "isUnsent": $0.isUnsent,
                    "isBegun": $0.isBegun,
                ] as [String: Any]
            },
            "hasErasures": !list.erasures.isEmpty,
            "canErase": list.erasures.contains { $0.mayGo },
            "eraseCount": texts("life-eraseAll", list.erasures.count { $0.mayGo }),
            "sortedNew": list.sortedNew > 0 ? texts("life-sortedNew", list.sortedNew) : false,
            "practiceCount": list.practiceCount > 0
                ? texts("life-practiceCount", list.practiceCount) : false,
        ]
    }

    /// A case in a list.
    func line(_ overview: CaseOverview) -> [String: Any] {
        let summary = overview.summary
        var facts: [String] = []
        if summary.isPractice { facts.append(texts["life-practiceMark"]) }
        if let sorted = summary.sorted { facts.append(texts["life-sorted-\(sorted.rawValue)"]) }
        if summary.hasAlarm { facts.append(texts["alarm"]) }
        if summary.unseen > 0 { facts.append(texts("unseen", summary.unseen)) }
        if let referral = overview.referral {
            facts.append(standing(referral))
        } else if summary.isClosed {
            facts.append(texts["closed"])
            if summary.awaitsReply { facts.append(texts["life-awaits"]) }
        } else if let due = overview.nextDue {
            facts.append(texts("due-\(due.step.rawValue)", words(of: due.day)))
            if due.day < today { facts.append(texts["late"]) }
        } else {
            facts.append(texts[summary.awaitsReply ? "life-awaits" : "answered"])
        }
        if summary.route != .digital { facts.append(texts["life-route-\(summary.route.rawValue)"]) }
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
        (texts ?? self.texts).words(of: day)
    }
}
