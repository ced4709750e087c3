internal import ArgumentParser
internal import Casework
internal import Terminal
internal import TransparencyLog

/// What asks for attention, calmly: new, due, later.
struct TodayCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "today",
        abstract: help(
            en: "What is new, and due now, this week or later (offline).",
            nl: "Wat er nieuw is, en wat nu, deze week of later moet (zonder internet)."),
        discussion: help(
            en: "At most \(TodayList.shownCount) cases of a group are named; the rest is counted.",
            nl:
                "Van een groep worden hoogstens \(TodayList.shownCount) zaken genoemd; de rest wordt geteld."
        ))

    @OptionGroup var output: JSONOption
    @OptionGroup var home: HomeOptions

    func run() throws {
        try home.common.run { texts, console in
            let home = try home.open(texts, console)
            let today = currentDay()
            let list = try home.today(today)
            if output.json {
                return console.print(try json(TodayJSON(list, of: home, today: today)))
            }
            show(list, texts, console)
            say(list, texts, console)
            if let doubt = try home.clockDoubt(today: today) {
                let failure = texts.failure(doubt) as? CommandFailure
                for line in [failure?.message, failure?.hint].compactMap({ $0 }) {
                    console.notice(line)
                }
            }
            let fetched = try home.lastFetch()
            console.notice(texts.keeping.fetched(fetched, try home.fetchIsDue(today: today)))
            texts.announce(try home.renewals(), console)
        }
    }

    private func show(_ list: TodayList, _ texts: Texts, _ console: Console) {
        let words = texts.keeping
        let groups = [
            (words.afterClosing, list.afterClosing), (words.new, list.new), (words.now, list.now),
            (words.week, list.week), (words.later, list.later),
        ].filter { $0.1.count > 0 }
        for (title, group) in groups {
            console.print("\(title) (\(group.count))")
            for overview in group.cases {
                let due = overview.nextDue.map {
                    " · " + texts.life.clock($0.step.rawValue, $0.day.text, nil)
                }
                console.print(texts.line(of: overview.summary) + (due ?? ""))
            }
        }
        if groups.isEmpty, list.aftercare.isEmpty, list.erasures.isEmpty {
            console.print(words.calm)
        }
    }

    private func say(_ list: TodayList, _ texts: Texts, _ console: Console) {
        let words = texts.keeping
        for one in list.aftercare.prefix(TodayList.shownCount) {
            console.print(words.aftercareDue(one.number, one.step.rawValue, one.day))
        }
        for one in list.erasures.prefix(TodayList.shownCount) {
            console.print(words.erasureDue(one))
        }
        let counts = [
            (list.unsent, words.unsent), (list.sortedNew, words.newInSorted),
            (list.practiceCount, words.practice),
        ]
        for (count, said) in counts where count > 0 { console.print(said(count)) }
    }
}

/// What Today shows. Codes are those of Docs/for-counsellors.md.
private struct TodayJSON: Encodable {
    struct Group: Encodable {
        let cases: [CaseJSON]
        /// Of all; at most `TodayList.shownCount` are in `cases`.
        let count: Int

        init(_ group: TodayList.Group) {
            cases = group.cases.map { CaseJSON($0) }
            count = group.count
        }
    }

    struct CheckIn: Encodable {
        let number: Int
        let step: String
        let due: String
    }

    struct Erasure: Encodable {
        let number: Int
        let due: String
        let held: Bool
        let unanswered: Bool
        let unsent: Bool
        let begun: Bool
    }

    let day: String
    /// Whether the computer's date can't be right.
    let clockDoubted: Bool
    @OrNull var fetched: String?
    let fetchDue: Bool
    let afterClosing: Group
    let new: Group
    let now: Group
    let week: Group
    let later: Group
    let aftercare: [CheckIn]
    let erasures: [Erasure]
    let unsent: Int
    let newInSorted: Int
    let practice: Int
    @OrNull var listUntil: String?
    @OrNull var keysUntil: String?
    @OrNull var foreignKeys: String?
    @OrNull var foreignNotes: String?

    init(_ list: TodayList, of home: OfflineHome, today: Day) throws {
        let renewals = try home.renewals()
        day = today.text
        clockDoubted = try home.clockDoubt(today: today) != nil
        fetched = try home.lastFetch()?.text
        fetchDue = try home.fetchIsDue(today: today)
        (afterClosing, new) = (Group(list.afterClosing), Group(list.new))
        (now, week, later) = (Group(list.now), Group(list.week), Group(list.later))
        aftercare = list.aftercare.map {
            CheckIn(number: $0.number, step: $0.step.rawValue, due: $0.day.text)
        }
        erasures = list.erasures.map {
            Erasure(
                number: $0.number, due: $0.day.text, held: $0.isHeld, unanswered: $0.isUnanswered,
                unsent: $0.isUnsent, begun: $0.isBegun)
        }
        (unsent, newInSorted, practice) = (list.unsent, list.sortedNew, list.practiceCount)
        listUntil = renewals.rosterExpires?.text
        keysUntil = renewals.lastMonth?.lastDay.text
        foreignKeys = renewals.foreignKeys?.text
        foreignNotes = renewals.foreignNotes?.text
    }
}
