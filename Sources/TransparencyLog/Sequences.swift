extension Sequence {
    /// In order; equals keep theirs. O(n²): for few.
    ///
    /// The standard library's sort is compiled anew for each type, which the page's core has no room for.
    package func inOrder(_ precedes: (Element, Element) -> Bool) -> [Element] {
        var ordered: [Element] = []
        for element in self {
            let place = ordered.firstIndex { precedes(element, $0) } ?? ordered.count
            ordered.insert(element, at: place)
        }
        return ordered
    }
}

extension Array where Element: Equatable {
    /// Whether no two are equal. O(n²): for few.
    package var isDistinct: Bool {
        !indices.contains { self[..<$0].contains(self[$0]) }
    }
}
