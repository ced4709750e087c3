internal import Casework
internal import Hummingbird

// All cases, searched and filtered within this vault.
extension Visit {
    static let filters = ["all", "new", "open", "closed"]

    func casesScreen() async throws -> Response {
        let sought = try query.text("q")
        let filter = try query.text("show")
        let cases = try await desk.safe.use {
            try $0.overviews(matching: sought)
        }.filter {
            switch filter {
            case "new": $0.summary.unseen > 0
            case "open": !$0.summary.isClosed
            case "closed": $0.summary.isClosed
            default: true
            }
        }
        return screen(
            "cases",
            [
                "q": sought, "cases": cases.reversed().map(line), "isEmpty": cases.isEmpty,
                "count": texts("casesFound", cases.count),
                "filters": Self.filters.map { name in
                    [
                        "value": name, "title": texts["filter-" + name],
                        "isChosen": name == (filter.isEmpty ? "all" : filter),
                    ] as [String: Any]
                },
            ])
    }
}
