internal import Casework
internal import DurableFiles
internal import Hummingbird
internal import Terminal

// The computer that goes online, where the vault is elsewhere: it fetches, sends and approves, and opens nothing.
extension Visit {
    /// Where the vault is too, only once she let that computer go online.
    private var mayCollect: Bool {
        desk.online.isHere && (!desk.isThere || desk.online.isOnline)
    }

    func collectorScreen(
        said: String? = nil, problem: String? = nil, lines: [String] = [], outbox: String = "",
        stick: String = ""
    ) throws -> Response {
        guard mayCollect else { return notFound() }
        return screen(
            "collector",
            [
                "isLocked": true, "said": said ?? taken ?? false, "problem": problem ?? false,
                "mirror": desk.mirror, "outbox": outbox, "stick": stick,
                "proxy": try desk.online.proxy(), "unapproved": unapproved(),
                "approving": "\(root)/collector/approve",
                "lines": lines.map { ["line": inert($0)] }, "hasLines": !lines.isEmpty,
                "others": house.organisations.collectors().filter { $0.name != desk.name }.map {
                    [
                        "path": "\(house.door.root)\($0.path)/collector",
                        "host": $0.online.host ?? "",
                    ]
                },
                "mayBegin": !desk.isThere,
            ], status: problem == nil ? .ok : .badRequest)
    }

    func collector(_ action: String, _ form: FormBody) async throws -> Response {
        guard mayCollect else { return notFound() }
        do {
            switch action {
            case "fetch":
                let stick = try optionalPlace("stick", form)
                let fetched = try await desk.online(["fetch"], language: language)
                let (said, problem) = carried(to: stick, isFetched: fetched.isDone)
                return try collectorScreen(
                    said: said, problem: problem, lines: fetched.lines,
                    stick: try form.text("stick"))
            case "post":
                let outbox = try optionalPlace("folder", form)
                let sent = try await desk.online(
                    ["post"] + (outbox.map { [$0] } ?? []), language: language)
                return try collectorScreen(
                    said: sent.isDone
                        ? texts[outbox == nil ? "collector-sentHere" : "collector-sent"] : nil,
                    problem: sent.isDone ? nil : texts["online-sendFailed"], lines: sent.lines,
                    outbox: outbox ?? "")
            case "proxy":
                try desk.online.choose(proxy: try proxy(form))
                return redirect("collector")
            case "approve":
                let (said, problem) = try approve(form)
                return try collectorScreen(said: said, problem: problem)
            default: return notFound()
            }
        } catch let fault where Self.isTold(fault) {
            return try collectorScreen(problem: texts.explain(fault))
        }
    }
}

extension Visit {
    /// Puts what was fetched on the stick too, also when not all of it came: what there is can be read in.
    private func carried(
        to stick: String?, isFetched: Bool
    ) -> (said: String?, problem: String?) {
        let failed = isFetched ? nil : texts["online-fetchFailed"]
        guard let stick else {
            return (isFetched ? texts("collector-fetched", desk.mirror) : nil, failed)
        }
        do {
            let other = Mirror(onStick: stick)
            try CollectorFolder(opening: desk.collector).mirror.copy(to: other)
            let folder = inert(other.folder)
            return (
                isFetched ? texts("carry-copied", folder) : nil,
                failed.map { $0 + " " + texts("carry-partly", folder) }
            )
        } catch {
            let said = texts("carry-notCopied", texts.explain(error))
            return (nil, [failed, said].compactMap { $0 }.joined(separator: " "))
        }
    }
}

/// Sticks and disks that are in this computer, to choose a folder from.
enum Sticks {
    static let places = ["/media", "/run/media"]

    /// Their folders, where the system mounts them: for a user by name, or for all.
    static func found() -> [String] {
        places.flatMap { place in
            folders(in: place).flatMap { folders(in: $0) }
        }.sorted()
    }

    private static func folders(in path: String) -> [String] {
        ((try? PrivateFolder.names(in: path)) ?? []).map { "\(path)/\($0)" }
            .filter(PrivateFolder.isFolder)
    }
}
