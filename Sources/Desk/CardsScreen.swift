internal import Hummingbird

// What to do when it is hard: one card a situation.
extension Visit {
    static let cards = ["danger", "suicide", "minor", "police", "threat", "me"]

    func cardsScreen() async throws -> Response {
        try await desk.safe.use { _ in }
        return screen(
            "cards",
            [
                "cards": Self.cards.map { card in
                    [
                        "id": card, "title": texts["card-\(card)"],
                        "steps": texts["card-\(card)-steps"].split(separator: "\n").map {
                            ["step": String($0)]
                        },
                    ] as [String: Any]
                }
            ])
    }
}
