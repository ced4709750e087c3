internal import Casework
internal import DurableFiles
internal import Reporting
internal import Sodium
internal import TransparencyLog

/// The counsellor's folder: locked, or open to one task at a time, and locked again when nobody uses it.
actor Safe {
    /// It is locked: the passphrase must be given first.
    struct Locked: Error {}

    private let folder: String
    private let today: @Sendable () -> Day
    private var idle: Duration
    private var home: OfflineHome?
    private var lastUse = ContinuousClock.now
    private var watch: Task<Void, Never>?
    /// What was typed in a tab that did not know that it is locked: kept as soon as it is opened.
    private var late: [Draft] = []
    private static let lateLimit = 50
    /// Cases erased on their day that nobody was told of yet.
    private var erased = 0
    /// New recovery sheets, until all are printed or it is locked.
    private(set) var sheets: RecoverySheets?
    /// Those of them that somebody said are ready.
    private var readySheets: Set<Int> = []

    init(folder: String, idle: Duration, today: @escaping @Sendable () -> Day) {
        self.folder = folder
        self.today = today
        self.idle = idle
    }

    /// Opens the folder; about a second. The bytes are overwritten.
    /// - Throws: as `OfflineHome.init(opening:passphrase:)`.
    func unlock(_ passphrase: consuming [UInt8]) throws {
        var bytes = passphrase
        defer { wipe(&bytes) }
        home = nil  // It would hold the folder's lock.
        home = try OfflineHome(opening: folder, passphrase: SecretBytes(copying: bytes))
        lastUse = .now
        if let minutes = try home?.idleMinutes() { idle = .seconds(minutes * 60) }
        for draft in late { try? home?.keep(draft) }
        late = []
        keepWatch()
        eraseByItself()
    }

    /// What she wants erased on its day without a question, after opening and after reading in; under a day that can't
    /// be right, nothing.
    func eraseByItself() {
        let today = today()
        erased += (try? change { try $0.eraseByItself(today: today) }) ?? 0
    }

    /// Reads in a mirror, and erases what is then due. Throws `Locked`, as `OfflineHome.importMirror`.
    func importMirror(
        _ mirror: Mirror, today: Day, clockIsRight: Bool = false
    ) throws -> ImportResult {
        let result = try use {
            try $0.importMirror(mirror, today: today, clockIsRight: clockIsRight)
        }
        eraseByItself()
        return result
    }

    /// How many cases were erased on their day since this was asked last.
    func takeErased() -> Int {
        defer { erased = 0 }
        return erased
    }

    /// Keeps what is typed; while it is locked in memory only, until it is opened.
    func keep(_ draft: Draft) throws {
        do { try use { try $0.keep(draft) } } catch is Locked {
            late.removeAll { $0.form == draft.form && $0.field == draft.field }
            if late.count < Self.lateLimit { late.append(draft) }
        }
    }

    private func keepWatch() {
        watch?.cancel()
        watch = Task { [idle] in
            while !Task.isCancelled {
                try? await Task.sleep(for: min(idle, .seconds(5)))
                lockWhenIdle()
            }
        }
    }

    var idleSeconds: Int { Int(idle.components.seconds) }

    /// Sets and keeps after how long without use it locks. Throws `Locked`.
    func choose(idleMinutes: Int) throws {
        try use { try $0.choose(idleMinutes: idleMinutes) }
        idle = .seconds(idleMinutes * 60)
        keepWatch()
    }

    func lock() {
        watch?.cancel()
        watch = nil
        home = nil
        sheets = nil
    }

    /// Makes recovery sheets, to be shown; they are in force only when `putSheets` is called.
    func makeSheets(in language: Language) throws {
        try use { _ in }
        sheets = RecoverySheets(in: language)
        readySheets = []
    }

    /// Somebody has a sheet on paper. The third puts all in force, and their words are forgotten.
    ///
    /// Returns the sheet to show next; nil once they are in force.
    /// - Parameters:
    ///   - sheet: 1 to 3.
    ///   - mark: of the set that was shown: since then it may have been forgotten, or another made.
    /// - Throws: `Locked`, `OtherSheets`; as `OfflineHome.checkClock`.
    func sheetIsReady(_ sheet: Int, of mark: String, today: Day) throws -> Int? {
        try use { _ in }
        guard let made = sheets, made.mark == mark else { throw OtherSheets() }
        try use { try $0.checkClock(today: today, isRight: false) }
        readySheets.insert(sheet)
        if let next = (1...3).first(where: { !readySheets.contains($0) }) { return next }
        try use { try $0.put(made, today: today) }
        sheets = nil
        return nil
    }

    /// The sheets that were shown are not those that are being made now.
    struct OtherSheets: Error {}

    /// A new passphrase by two sheets; it is then open. The bytes are overwritten.
    /// - Throws: as `OfflineHome.recover` and `unlock`.
    func recover(_ words: [String], passphrase: consuming [UInt8]) throws {
        var bytes = passphrase
        defer { wipe(&bytes) }
        lock()
        try OfflineHome.recover(
            folder, sheets: words, passphrase: SecretBytes(copying: bytes))
        try unlock(bytes)
    }

    /// A backup in the place of what is here, which is moved aside; it is then open. The bytes are overwritten.
    /// Returns where the old files are. Throws as `OfflineHome.restore` and `unlock`.
    func restore(
        _ backup: String, months: String?, passphrase: consuming [UInt8], today: Day
    ) throws -> String? {
        var bytes = passphrase
        defer { wipe(&bytes) }
        lock()
        late = []  // They are not of the files that come.
        let aside = try OfflineHome.restore(
            backup, monthsFile: months, inPlaceOf: folder,
            passphrase: SecretBytes(copying: bytes), today: today)
        try unlock(bytes)
        return aside
    }

    /// Makes a new counsellor's folders, and opens them. The bytes are overwritten.
    /// - Throws: as `NewCounsellor.make`.
    func make(
        _ new: NewCounsellor, collector: String, passphrase: consuming [UInt8],
        language: Language, today: Day
    ) throws {
        var bytes = passphrase
        defer { wipe(&bytes) }
        _ = try new.make(
            in: NewCounsellor.Places(home: folder, collector: collector, enrolment: nil),
            passphrase: SecretBytes(copying: bytes), today: today)
        try unlock(bytes)
        try use { try $0.choose(language: language) }
    }

    /// Opens a backup to prove it. The bytes are overwritten. Throws `Locked`, as `OfflineHome.prove`.
    func prove(
        backup: String, passphrase: consuming [UInt8], today: Day
    ) throws -> OfflineHome.BackupProof {
        var bytes = passphrase
        defer { wipe(&bytes) }
        let secret = bytes
        return try use {
            try $0.checkClock(today: today, isRight: false)
            return try $0.prove(
                backup: backup, passphrase: SecretBytes(copying: secret), today: today)
        }
    }

    /// Another passphrase, by the present one. Throws `Locked`, `wrongPassphrase`.
    func change(passphrase: consuming [UInt8], to new: consuming [UInt8]) throws {
        var (bytes, other) = (passphrase, new)
        defer {
            wipe(&bytes)
            wipe(&other)
        }
        let secrets = (bytes, other)
        try use {
            try $0.change(
                passphrase: SecretBytes(copying: secrets.0),
                to: SecretBytes(copying: secrets.1))
        }
    }

    /// Exports, then erases this organisation's files. Throws `Locked`, as `OfflineHome.export` and `.erase`.
    func end(
        exportingTo target: String, collector: String, passphrase: consuming [UInt8], today: Day,
        summary: @Sendable (OfflineHome.ContractSummary) -> String
    ) throws {
        var bytes = passphrase
        defer { wipe(&bytes) }
        lockWhenIdle()
        guard let home else { throw Locked() }
        try home.export(
            to: target, passphrase: SecretBytes(copying: bytes), today: today, summary: summary)
        let isOwn = (try? home.owns(collector: collector)) ?? false
        self.home = nil
        lock()
        try OfflineHome.erase(folder, collector: isOwn ? collector : nil)
    }

    var isLocked: Bool {
        lockWhenIdle()
        return home == nil
    }

    /// Does something with the open folder. Throws `Locked`, and what `work` throws.
    func use<Result: Sendable>(
        _ work: @Sendable (OfflineHome) throws -> Result
    ) throws -> Result {
        lockWhenIdle()
        guard let home else { throw Locked() }
        lastUse = .now
        return try work(home)
    }

    /// The same for what changes cases: all of it is saved at once, or none; nothing under a day that can't be right.
    ///
    /// - Parameter isDated: false for what carries no day.
    /// - Throws: also as `OfflineHome.checkClock`.
    func change<Result: Sendable>(
        isDated: Bool = true, _ work: @Sendable (OfflineHome) throws -> Result
    ) throws -> Result {
        let today = today()
        return try use { home in
            if isDated { try home.checkClock(today: today, isRight: false) }
            return try home.together(work)
        }
    }

    private func lockWhenIdle() {
        if home != nil, ContinuousClock.now - lastUse >= idle { lock() }
    }
}
