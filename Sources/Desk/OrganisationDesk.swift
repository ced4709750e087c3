internal import Casework
internal import Reporting
internal import Terminal
internal import TransparencyLog

/// The desk of one organisation: its files, locked or open. A vault is never searched from another one's desk.
final class OrganisationDesk: Sendable {
    /// The name of its folder; nil for the one that `--home` names itself.
    let name: String?
    let folder: String
    let collector: String
    let safe: Safe
    let pages: Pages
    let today: @Sendable () -> Day

    init(
        name: String?, folder: String, collector: String, idle: Duration, pages: Pages,
        today: @escaping @Sendable () -> Day
    ) {
        self.name = name
        self.folder = folder
        self.collector = collector
        self.safe = Safe(folder: folder, idle: idle, today: today)
        self.pages = pages
        self.today = today
    }

    /// Fetches and sends, where this machine may go online.
    var online: CollectorRun { CollectorRun(folder: collector) }

    /// What is fetched, unless another folder is chosen at the screen.
    var mirror: String { collector + "/mirror" }

    /// Its organisation's name as every screen has it; see `Visit.shownOrganisation`.
    func shown(_ organisation: String) -> String {
        inert(organisation) + (name.map { " (\($0))" } ?? "")
    }

    /// The first parts of its paths, after the desk's root.
    var path: String { name.map { "/o/" + $0 } ?? "" }

    /// Whether there is a vault, whole or not.
    var isThere: Bool {
        OfflineHome.endRestoring(folder)
        return OfflineHome.isThere(folder)
    }

    /// What was moved aside when a backup was put in its place, by path.
    var setAside: [String] { OfflineHome.setAside(of: folder) }
}
