internal import Casework
internal import Hummingbird
internal import Reporting
internal import Terminal

// All cases, searched and filtered within this vault, a page at a time.
extension Visit {
    func casesScreen() async throws -> Response {
        let (filter, page, today) = (try filter(), try pageNumber(), today)
        let found = try await desk.safe.use {
            try $0.cases(where: filter, page: page, today: today)
        }
        let isSorted = filter.group == .spam || filter.group == .threat
        return screen(
            "cases",
            [
                "q": filter.words,
                "cases": found.cases.map {
                    line($0).merging([
                        "canSort": filter.group != .practice && $0.referral?.state != .sent
                    ]) { $1 }
                }, "isEmpty": found.cases.isEmpty,
                "count": texts("casesFound", found.count),
                "filters": choices(
                    CaseFilter.Group.allCases.map { ($0.rawValue, groupName($0)) },
                    chosen: filter.group.rawValue),
                "tracks": anyOr(
                    Track.allCases.map { ($0.rawValue, $0.name(in: language)) },
                    chosen: filter.track?.rawValue),
                "categories": anyOr(
                    Category.all.map { ($0.rawValue, $0.name(in: language)) },
                    chosen: filter.category?.rawValue),
                "states": anyOr(
                    CaseStatus.allCases.map { ($0.rawValue, texts["status-\($0.rawValue)"]) },
                    chosen: filter.status?.rawValue),
                "routes": anyOr(
                    CaseRoute.allCases.map { ($0.rawValue, texts["life-route-\($0.rawValue)"]) },
                    chosen: filter.route?.rawValue),
                "isFiltered": filter.track != nil || filter.category != nil
                    || filter.status != nil || filter.route != nil,
                "isSorted": isSorted, "isThreat": filter.group == .threat,
                "isPracticeList": filter.group == .practice,
                "canSort": !found.cases.isEmpty && filter.group != .practice,
                "pages": pages(of: found) ?? false,
            ])
    }

    private func groupName(_ group: CaseFilter.Group) -> String {
        switch group {
        case .all, .new, .open, .closed: texts["filter-\(group.rawValue)"]
        case .due, .spam, .threat, .practice: texts["life-filter-\(group.rawValue)"]
        }
    }

    private func filter() throws -> CaseFilter {
        var filter = CaseFilter()
        filter.words = try query.text("q")
        filter.group = CaseFilter.Group(rawValue: try query.text("show")) ?? .all
        filter.track = Track(rawValue: try query.text("track"))
        filter.status = CaseStatus(rawValue: try query.text("status"))
        filter.route = CaseRoute(rawValue: try query.text("route"))
        let category = Category(rawValue: try query.text("category"))
        filter.category = category.isKnown ? category : nil
        return filter
    }

    private func pageNumber() throws -> Int {
        min(max(1, Int(try query.text("page")) ?? 1), 1_000_000) - 1
    }

    private func anyOr(
        _ all: [(value: String, title: String)], chosen: String?
    ) -> [[String: Any]] {
        choices([("", texts["life-any"])] + all, chosen: chosen ?? "")
    }

    /// Where one is among the pages, and the ways on; nil for a single page.
    private func pages(of found: CasePage) -> [String: Any]? {
        guard found.pageCount > 1 else { return nil }
        return [
            "here": texts("life-page", found.page + 1, found.pageCount),
            "earlier": found.page > 0 ? "\(found.page)" : false,
            "later": found.page + 1 < found.pageCount ? "\(found.page + 2)" : false,
        ]
    }
}
