internal import Casework
internal import DurableFiles
internal import Sodium

/// The counsellor's folder: locked, or open to one task at a time, and locked again when nobody uses it.
actor Safe {
    /// It is locked: the passphrase must be given first.
    struct Locked: Error {}

    private let folder: String
    private var idle: Duration
    private var home: OfflineHome?
    private var lastUse = ContinuousClock.now
    private var watch: Task<Void, Never>?

    init(folder: String, idle: Duration) {
        self.folder = folder
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
        keepWatch()
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

    /// The same for what changes cases: all of it is saved at once, or none.
    func change(_ work: @Sendable (OfflineHome) throws -> Void) throws {
        try use { try $0.together(work) }
    }

    private func lockWhenIdle() {
        if home != nil, ContinuousClock.now - lastUse >= idle { lock() }
    }
}
