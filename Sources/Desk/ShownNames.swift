internal import Reporting
internal import Terminal

/// Names to choose from, by short name. Two that read the same are told apart by it; letters of another script are marked.
struct ShownNames {
    private let names: [String: String]

    /// - Parameter people: by short name.
    init(_ people: [(id: String, name: String)]) {
        let same = Dictionary(grouping: people) {
            $0.name.lowercased().filter { !$0.isWhitespace && !$0.isPunctuation }
        }
        names = same.values.reduce(into: [:]) { names, alike in
            for one in alike {
                names[one.id] = inert(one.name) + (alike.count > 1 ? " (\(one.id))" : "")
            }
        }
    }

    init(_ counsellors: [Roster.Counsellor]) { self.init(counsellors.map { ($0.id, $0.name) }) }

    subscript(_ id: String) -> String { names[id] ?? id }
}
