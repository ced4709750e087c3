internal import Casework
internal import DurableFiles
internal import Hummingbird
internal import Terminal

// The computer that goes online, where the vault is elsewhere: it fetches, sends and approves, and opens nothing.
extension Visit {
    func collectorScreen(
        said: String? = nil, problem: String? = nil, lines: [String] = [], outbox: String = ""
    ) throws -> Response {
        guard desk.online.isHere else { return notFound() }
        return screen(
            "collector",
            [
                "isLocked": true, "said": said ?? false, "problem": problem ?? false,
                "mirror": desk.mirror, "outbox": outbox,
                "sticks": Sticks.found().map { ["path": $0] },
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
        guard desk.online.isHere else { return notFound() }
        do {
            switch action {
            case "fetch":
                let fetched = try await desk.online(["fetch"], language: language)
                return try collectorScreen(
                    said: fetched.isDone ? texts("collector-fetched", desk.mirror) : nil,
                    problem: fetched.isDone ? nil : texts["online-fetchFailed"],
                    lines: fetched.lines)
            case "post":
                let outbox = try form.text("folder")
                let sent = try await desk.online(
                    ["post"] + (outbox.isEmpty ? [] : [outbox]), language: language)
                return try collectorScreen(
                    said: sent.isDone ? texts["collector-sent"] : nil,
                    problem: sent.isDone ? nil : texts["online-sendFailed"], lines: sent.lines,
                    outbox: outbox)
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

/// Sticks and disks that are in this computer, to choose a folder from.
enum Sticks {
    private static let places = ["/media", "/run/media"]

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
