internal import Casework
internal import Hummingbird
internal import TransparencyLog

// What the desk remembers for its owner.
extension Visit {
    func settingsScreen(said: String? = nil, problem: String? = nil) async throws -> Response {
        let (mirror, outbox, retention, byItself) = try await desk.safe.use {
            (
                try $0.folder(.mirror), try $0.folder(.outbox), try $0.retention(),
                try $0.erasesByItself()
            )
        }
        let figures = try await desk.safe.use { try $0.figures() }
        return screen(
            "settings",
            [
                "mirror": mirror ?? desk.mirror, "outbox": outbox ?? "", "retention": retention,
                "byItself": byItself,
                "idle": idleSeconds / 60, "said": said ?? false, "problem": problem ?? false,
                "weekdays": choices(
                    (0..<7).map { (String($0), texts["life-weekday-\($0)"]) }, chosen: "1"),
                "figures": figures.map {
                    [
                        "year": String($0.year), "count": String($0.count),
                        "what": [
                            texts["life-route-\($0.route)"], texts.trackName($0.track, language),
                            texts.categoryName($0.category, language),
                            $0.outcome.isEmpty ? "" : texts["life-outcome-\($0.outcome)"],
                        ].filter { !$0.isEmpty }.joined(separator: ", "),
                    ]
                },
                "hasFigures": !figures.isEmpty,
            ], status: problem == nil ? .ok : .badRequest)
    }

    func changeSettings(_ form: FormBody) async throws -> Response {
        guard let retention = Int(try form.text("retention")),
            OfflineHome.retentionRange.contains(retention),
            let idle = Int(try form.text("idle")), OfflineHome.idleRange.contains(idle)
        else { return try await settingsScreen(problem: texts["settings-outOfRange"]) }
        let (mirror, outbox): (String?, String?)
        do {
            mirror = try optionalPlace("mirror", form)
            outbox = try optionalPlace("outbox", form)
        } catch let problem as Problem {
            return try await settingsScreen(problem: texts.explain(problem))
        }
        let byItself = form.has("by-itself")
        let mustChoose = try await desk.safe.change(isDated: false) {
            let mustChoose = try $0.set(retention: retention) && byItself
            if try $0.erasesByItself() != byItself, !mustChoose {
                try $0.choose(erasesByItself: byItself)
            }
            if let mirror { try $0.remember(mirror, as: .mirror) }
            if let outbox { try $0.remember(outbox, as: .outbox) }
            return mustChoose
        }
        try await desk.safe.choose(idleMinutes: idle)
        guard !mustChoose else {
            return try await settingsScreen(said: texts["settings-chooseAgain"])
        }
        return redirect("settings")
    }

    /// One weekly event for a calendar.
    func readingReminder() async throws -> Response {
        try await desk.safe.use { _ in }
        let (weekday, hour) = (Int(try query.text("weekday")), Int(try query.text("hour")))
        guard let weekday, let hour, (0..<7).contains(weekday), (0..<24).contains(hour) else {
            throw FormBody.Malformed()
        }
        let reminder = ReadingReminder(
            weekday: weekday, hour: hour, today: today, summary: texts["settings-reminderTitle"])
        return desk.pages.file(
            reminder.text, type: "text/calendar; charset=utf-8", name: ReadingReminder.fileName)
    }
}

/// One fixed weekly event: it says nothing about cases, so that a shared calendar counts none.
/// Source: RFC 5545, §3.6.1.
struct ReadingReminder {
    static let fileName = "reading.ics"

    /// 0 Monday to 6 Sunday.
    let weekday: Int
    /// 0 to 23, by the clock of whoever reads the calendar.
    let hour: Int
    let today: Day
    let summary: String

    var text: String {
        let first = today.adding((weekday - today.weekday + 7) % 7)
        let hours = hour < 10 ? "0\(hour)" : "\(hour)"
        return [
            "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Sottovoce//Desk//EN", "BEGIN:VEVENT",
            "UID:reading-day@sottovoce.invalid", "DTSTAMP:\(digits(today))T000000Z",
            "DTSTART:\(digits(first))T\(hours)0000", "DURATION:PT30M", "RRULE:FREQ=WEEKLY",
            "SUMMARY:\(summary)", "BEGIN:VALARM", "ACTION:DISPLAY", "TRIGGER:PT0S",
            "DESCRIPTION:\(summary)", "END:VALARM", "END:VEVENT", "END:VCALENDAR", "",
        ].joined(separator: "\r\n")
    }

    private func digits(_ day: Day) -> String { day.text.filter { $0 != "-" } }
}
