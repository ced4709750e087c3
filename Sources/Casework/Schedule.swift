internal import DurableFiles
package import TransparencyLog

/// What the collector has to post, day by day: it can't tell what is cover, and needs no stick daily.
///
/// Each day has one bundle of files, and each day on which a bundle was due is posted once, however often an
/// outbox is taken: a day whose bundle is posted already moves a newer outbox on by a day. So nobody can
/// see from the numbers of a day that the counsellor came with something. Source: Docs/protocol.md §8.
package struct Schedule: Sendable {
    /// Bundles begun on one day, at most. The gateway takes eight days' replies a day: catching up after
    /// missed days leaves room for replies that are to go at once.
    package static let daysBegunADay = 6

    static let folderName = "schedule"
    static let daysName = "schedule-days"

    private let outbox: Outbox
    private let daysPath: String
    private let owner: String

    /// - Parameters:
    ///   - folder: the collector's.
    ///   - owner: whose machine it is, by `CounsellorKeys.owner`.
    init(folder: String, owner: String) {
        self.outbox = Outbox(folder: "\(folder)/\(Self.folderName)")
        self.daysPath = "\(folder)/\(Self.daysName)"
        self.owner = owner
    }

    /// Moves everything that an outbox holds to here, in the place of all later days.
    ///
    /// Safe to repeat after it was cut off anywhere.
    /// - Returns: the first file that was cut off or altered; it stays where it is, the others are taken.
    /// - Throws: `otherOutbox`, `olderOutbox`, `FileError`.
    package func take(_ other: Outbox, today: Day) throws -> CaseworkError? {
        try other.checkOwner(owner)
        var damaged: CaseworkError?
        var files: [(name: String, bytes: [UInt8])] = []
        for name in try other.names() {
            do {
                files.append((name, try other.bytes(name)))
            } catch let error as CaseworkError {
                damaged = damaged ?? error
            }
        }
        guard !files.isEmpty else { return damaged }
        try PrivateFolder.create(outbox.folder)
        let slots = files.compactMap { Slot(name: $0.name) }
        if let last = slots.map(\.day).max() {
            try takeOver(files, days: Set(slots.map(\.day)).sorted(), last: last, today: today)
        } else {
            try outbox.add(files, of: owner)
        }
        try other.remove(files.map(\.name), of: owner)
        return damaged
    }

    private func takeOver(
        _ files: [(name: String, bytes: [UInt8])], days: [Day], last: Day, today: Day
    ) throws {
        var state = try self.state()
        if let newest = state.newest, last < newest,
            newest < today.adding(OfflineHome.scheduleDayCount)
        {
            throw CaseworkError.olderOutbox
        }
        var moved: [Day: Day] = [:]
        // A day after today can't have been posted: a clock was wrong.
        var next = min(state.posted ?? days[0].adding(-1), today).adding(1)
        for day in days {
            moved[day] = max(day, next)
            next = max(day, next).adding(1)
        }
        let placed = files.map { file in
            let slot = Slot(name: file.name)
            let day = slot.flatMap { moved[$0.day] }
            let name = day.flatMap { slot?.moved(to: $0).name }
            return (name: name ?? file.name, bytes: file.bytes)
        }
        try outbox.add(placed, of: owner)
        let (first, kept) = (moved[days[0]] ?? days[0], Set(placed.map(\.name)))
        let replaced = try outbox.names().filter { name in
            guard let slot = Slot(name: name) else { return false }
            return slot.day >= first && !kept.contains(name)
        }
        try outbox.remove(replaced, of: owner)
        state.newest = last
        try keep(state)
    }

    /// What is to be posted on this day: notes, replies at once, its own files, and then those of days that
    /// were missed, the oldest first, of no more days than `daysBegunADay`. `later` counts the others' files.
    package func due(
        on today: Day
    ) throws -> (files: [(name: String, item: Outbox.Item)], later: Int) {
        guard PrivateFolder.isFolder(outbox.folder) else { return ([], 0) }
        let items = try outbox.names().compactMap { name in
            Outbox.Item(name: name).map { (name: name, item: $0) }
        }
        var slots: [Slot] = []
        var first: [(name: String, item: Outbox.Item)] = []
        for (name, item) in items {
            if case .slot(let slot) = item {
                if slot.day <= today { slots.append(slot) }
            } else {
                first.append((name, item))
            }
        }
        let begun = try state().begun(on: today)
        let missed = Set(slots.map(\.day)).subtracting(begun).subtracting([today]).sorted()
        let own = begun.contains(today) || slots.contains { $0.day == today } ? 1 : 0
        let room = Self.daysBegunADay - begun.subtracting([today]).count - own
        let waiting = Set(missed.dropFirst(max(0, room)))
        let now = slots.filter { !waiting.contains($0.day) }.sorted {
            ($0.day == today ? 0 : 1, $0) < ($1.day == today ? 0 : 1, $1)
        }
        return (
            first + now.map { (name: $0.name, item: .slot($0)) },
            slots.count { waiting.contains($0.day) }
        )
    }

    /// The last day for which there are files; nil when there are none.
    package func lastDay() throws -> Day? {
        guard PrivateFolder.isFolder(outbox.folder) else { return nil }
        return try outbox.names().compactMap { Slot(name: $0)?.day }.max()
    }

    /// Whether there was ever one.
    package func hasBegun() throws -> Bool { try state().newest != nil }

    /// The files.
    package var files: Outbox { outbox }

    /// Remembers, before any is, that files of this day are posted.
    package func begin(_ slot: Slot, today: Day) throws {
        var state = try self.state()
        let begun = state.begun(on: today)
        guard !begun.contains(slot.day) else { return }
        state.posted = max(state.posted ?? slot.day, slot.day)
        state.begun = (today, begun.union([slot.day]))
        try keep(state)
    }

    /// Removes a file that the gateway has.
    package func finish(_ name: String) throws { try outbox.remove([name], of: owner) }

    /// `posted`: the last day of which any file was posted. `newest`: the last day of the outbox taken last.
    /// `begun`: the day of the last posting, and whose bundles were begun on it.
    private struct State {
        var posted: Day?
        var newest: Day?
        var begun: (on: Day, days: Set<Day>)?

        func begun(on today: Day) -> Set<Day> {
            begun.map { $0.on == today ? $0.days : [] } ?? []
        }
    }

    private func state() throws -> State {
        var state = State()
        guard DurableFile.exists(daysPath) else { return state }
        let text = String(
            decoding: try DurableFile.readRegular(daysPath, limit: 1_024), as: UTF8.self)
        for line in text.split(separator: "\n") {
            let parts = line.split(separator: " ").map(String.init)
            let days = parts.dropFirst().compactMap { Day($0) }
            guard let day = days.first, days.count == parts.count - 1 else {
                throw CaseworkError.damagedCollector(file: daysPath)
            }
            switch (parts[0], days.count) {
            case ("posted", 1): state.posted = day
            case ("newest", 1): state.newest = day
            case ("begun", 2...): state.begun = (day, Set(days.dropFirst()))
            default: throw CaseworkError.damagedCollector(file: daysPath)
            }
        }
        return state
    }

    private func keep(_ state: State) throws {
        let lines =
            (state.posted.map { ["posted \($0.text)\n"] } ?? [])
            + (state.newest.map { ["newest \($0.text)\n"] } ?? [])
            + (state.begun.map { begun in
                let days = [begun.on] + begun.days.sorted()
                return ["begun " + days.map(\.text).joined(separator: " ") + "\n"]
            } ?? [])
        try DurableFile.replace(daysPath, with: [UInt8](lines.joined().utf8))
    }
}
