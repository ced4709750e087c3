/// Ten words in a wrong order, and the order in which they are valid.
///
/// Every order tried is judged by all 22 check bits; about 150 are tried, so that one in 28,000 texts of
/// ten unrelated words has an accidental one. An exchange is never taken for one wrong word: the sum of
/// two powers of a, both below 11, is not a third.
struct OrderSlip {
    let change: ReceiptCodeCorrection.Change
    let symbols: [FieldElement]

    /// The first order that is valid: two words exchanged, one moved, or two columns read the wrong way.
    static func find(in symbols: [FieldElement]) -> OrderSlip? {
        let positions = symbols.indices
        for left in positions {
            for right in positions where right > left {
                var order = symbols
                order.swapAt(left, right)
                if ReedSolomon.isValid(order) {
                    return OrderSlip(change: .exchange(left, right), symbols: order)
                }
            }
        }
        for from in positions {
            for to in positions where from != to {
                var order = symbols
                order.insert(order.remove(at: from), at: to)
                if ReedSolomon.isValid(order) {
                    return OrderSlip(change: .move(from: from, to: to), symbols: order)
                }
            }
        }
        let half = symbols.count / 2
        // Written as two columns of five but read line by line, and the reverse.
        let orders = [
            positions.map { $0 < half ? 2 * $0 : 2 * ($0 - half) + 1 },
            positions.map { $0 % 2 * half + $0 / 2 },
        ]
        for order in orders {
            let ordered = order.map { symbols[$0] }
            if ReedSolomon.isValid(ordered) {
                return OrderSlip(change: .reorder(order), symbols: ordered)
            }
        }
        return nil
    }
}
