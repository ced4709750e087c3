internal import Casework
internal import DurableFiles
internal import Reporting
internal import Synchronization
internal import TransparencyLog

/// The organisations a counsellor works for: the folder named, and those in the folder beside it.
final class Organisations: Sendable {
    private static let suffix = "-organisations"

    private let home: String
    private let collector: String
    private let make:
        @Sendable (_ name: String?, _ home: String, _ collector: String) -> OrganisationDesk
    private let known = Mutex<[String: OrganisationDesk]>([:])
    /// The one whose folder is `--home` itself; it may have no vault yet.
    let main: OrganisationDesk

    init(
        home: String, collector: String,
        make:
            @escaping @Sendable (_ name: String?, _ home: String, _ collector: String) ->
            OrganisationDesk
    ) {
        self.home = home
        self.collector = collector
        self.make = make
        main = make(nil, home, collector)
    }

    /// Those that have a vault, the main one first. What was ended and not yet erased whole is erased, and a restoring
    /// that was cut off is ended.
    func all() -> [OrganisationDesk] {
        OfflineHome.endRestorings(in: home + Self.suffix)
        return known(beside: home).filter { desk in
            if OfflineHome.isEnded(desk.folder) {
                try? OfflineHome.erase(desk.folder, collector: nil)
            }
            return desk.isThere
        }
    }

    /// A colour for each that is known, by name: one of its own as long as there are enough.
    func colours(count: Int) -> [String?: Int] {
        known(beside: home).reduce(into: [:]) { colours, one in
            let sum = (one.name ?? "").utf8.reduce(7) { ($0 * 31 + Int($1)) % 65_521 }
            let free = (0..<count).map { (sum + $0) % count }.first {
                !colours.values.contains($0)
            }
            colours[one.name] = free ?? sum % count
        }
    }

    /// Those whose part that goes online is on this machine, the main one first.
    func collectors() -> [OrganisationDesk] {
        known(beside: collector).filter { $0.online.isHere }
    }

    /// The main one, and those that have a folder beside this one.
    private func known(beside folder: String) -> [OrganisationDesk] {
        let names = (try? PrivateFolder.names(in: folder + Self.suffix)) ?? []
        return [main] + names.compactMap { named($0) }
    }

    /// The one in a folder of this name, whether it has a vault or not; nil for what can't be such a name.
    func named(_ name: String) -> OrganisationDesk? {
        guard NewCounsellor.isIdentifier(name) else { return nil }
        return known.withLock { known in
            if let desk = known[name] { return desk }
            let desk = make(
                name, "\(home)\(Self.suffix)/\(name)", "\(collector)\(Self.suffix)/\(name)")
            known[name] = desk
            return desk
        }
    }
}
