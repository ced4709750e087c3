internal import Casework
internal import DurableFiles
internal import Hummingbird
internal import Sodium
internal import Terminal

// All organisations of a counsellor in one list. Nothing but names, colours and counts: each has a desk of its own.
extension Visit {
    private static let colourCount = 8

    /// A colour of each organisation's own, by name; never the only sign of it.
    var colours: [String?: String] {
        house.organisations.colours(count: Self.colourCount).mapValues { "colour-\($0)" }
    }

    func organisationsScreen(said: String? = nil) async throws -> Response {
        var rows: [[String: Any]] = []
        let colours = colours
        for one in house.organisations.all() {
            let known = try? await one.safe.use { home in
                (try home.organisationName() ?? home.host(), try home.unseenCount())
            }
            let (name, unseen) = (known?.0, known?.1 ?? 0)
            rows.append([
                "name": name.map { one.shown($0) } ?? one.name ?? texts["organisations-main"],
                "path": house.door.root + one.path + "/today",
                "colour": colours[one.name] ?? "colour-0",
                "state": known == nil
                    ? texts["organisations-locked"]
                    : unseen == 0
                        ? texts["organisations-nothingNew"] : texts("unseen", unseen),
                "isNew": unseen > 0,
            ])
        }
        return screen(
            "organisations",
            ["isLocked": true, "organisations": rows, "said": said ?? false])
    }

    func organisations(_ action: String, _ form: FormBody) async throws -> Response {
        switch action {
        case "lock":
            for one in house.organisations.all() { await one.safe.lock() }
            return try await organisationsScreen()
        case "import":
            var said: [String] = []
            for one in house.organisations.all() {
                guard let line = await importAll(one) else { continue }
                said.append(line)
            }
            return try await organisationsScreen(
                said: said.isEmpty
                    ? texts["organisations-noneOpen"] : said.joined(separator: " "))
        default: return notFound()
        }
    }

    /// Fetches for one that is open, where this machine may go online, and reads in; nil for a locked one.
    private func importAll(_ one: OrganisationDesk) async -> String? {
        let (today, usual) = (today, one.mirror)
        do {
            let isOnline = try await one.safe.use { try $0.mayGoOnline() } && one.online.isHere
            let isFetched =
                isOnline
                ? try await one.online(["fetch"], language: language).isDone : true
            let folder =
                try await one.safe.use { isOnline ? nil : try $0.folder(.mirror) } ?? usual
            let result = try await one.safe.importMirror(Mirror(meant: folder), today: today)
            let name = try await one.safe.use { try $0.organisationName() ?? $0.host() }
            let read = texts.imported(result)
            return texts(
                "organisations-imported", one.shown(name),
                isFetched ? read : texts["organisations-notFetched"] + " " + read)
        } catch is Safe.Locked {
            return nil
        } catch {
            let name = try? await one.safe.use { try $0.organisationName() ?? $0.host() }
            return texts(
                "organisations-imported", name.map { one.shown($0) } ?? one.name ?? "",
                texts.explain(error))
        }
    }
}

extension Desk {
    /// Tries a passphrase on every other locked vault, one after the other in the background: about a second each.
    func openOthers(than first: OrganisationDesk, with passphrase: [UInt8]) {
        let others = organisations.all().filter { $0.name != first.name }
        Task {
            var bytes = passphrase
            defer { wipe(&bytes) }
            for one in others where await one.safe.isLocked { try? await one.safe.unlock(bytes) }
        }
    }
}
