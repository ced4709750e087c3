internal import Casework
internal import Hummingbird

// What to do when it is hard: one card a situation.
extension Visit {
    static let cards = ["danger", "suicide", "minor", "police", "threat", "me"]

    /// Open cases that the card about herself leads to.
    private static let openCount = 20

    func cardsScreen() async throws -> Response {
        let day = today
        let list = try await desk.safe.use { try $0.today(day) }
        let open = [list.new, list.now, list.week, list.later].flatMap(\.cases)
        return screen(
            "cards",
            [
                "open": open.prefix(Self.openCount).map {
                    [
                        "number": $0.summary.number,
                        "title": texts("answer-handOver", texts("case", $0.summary.number)),
                    ] as [String: Any]
                },
                "hasOpen": !open.isEmpty,
                "cards": Self.cards.map { card in
                    [
                        "id": card, "isMe": card == "me", "title": texts["card-\(card)"],
                        "steps": texts["card-\(card)-steps"].split(separator: "\n").map {
                            ["step": String($0)]
                        },
                    ] as [String: Any]
                },
            ])
    }
}
