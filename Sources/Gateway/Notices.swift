package import DropBox
internal import Reporting
package import TransparencyLog

/// The notice board as the drop-box has it now.
///
/// Another process may publish or close at any time: each use asks the drop-box for its version, and reads
/// the notes again only when that has grown.
actor Notices {
    private let dropBox: DropBox
    private let identity: GatewayIdentity
    private var kept: (version: Int, board: NoticeBoard, bundle: [UInt8])?

    init(dropBox: DropBox, identity: GatewayIdentity) {
        self.dropBox = dropBox
        self.identity = identity
    }

    /// The roster in force. Throws `HTTPFailure.notReady` before the first.
    func roster() async throws -> Roster {
        guard let roster = try await current().board.roster else { throw HTTPFailure.notReady }
        return roster
    }

    /// Does nothing once there is a roster: rosters are replaced, never removed.
    func requireRoster() async throws {
        if kept?.board.roster == nil { _ = try await roster() }
    }

    /// The notes as served. Throws `HTTPFailure.notReady` before the first roster.
    func bundle() async throws -> [UInt8] {
        let current = try await current()
        guard current.board.roster != nil else { throw HTTPFailure.notReady }
        return current.bundle
    }

    private func current() async throws -> (board: NoticeBoard, bundle: [UInt8]) {
        // Asked for first: what comes meanwhile is read twice, never missed.
        let version = try await dropBox.version()
        if let kept, kept.version == version { return (kept.board, kept.bundle) }
        let board = try NoticeBoard(notes: try await dropBox.notes(), identity: identity)
        let bundle = board.bundle.bytes
        kept = (version, board, bundle)
        return (board, bundle)
    }
}

extension DropBox {
    /// Adds a note by the rules of the notice board; the note already there is added again without harm.
    ///
    /// - Parameter author: who sent it, nil for the gateway's own administrator.
    /// - Throws: `NoteRefusal`, `DropBoxError`.
    package func publish(
        _ note: [UInt8], author: String?, identity: GatewayIdentity, today: Day
    ) async throws -> Accepted {
        try await publish(note) { stored in
            try NoticeBoard(notes: stored.map(\.bytes), identity: identity)
                .admit(note, author: author, today: today)
            try NoteQuota(stored: stored).admit(note, today: today)
        }
    }
}
