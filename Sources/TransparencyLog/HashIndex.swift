/// Where each of many hashes stands: a table, for keys whose first four bytes are spread evenly.
///
/// `Dictionary` and `Set` bring code that the page's core has no room for.
package struct HashIndex: Sendable {
    /// Each once, in the order they came.
    package private(set) var keys: [[UInt8]] = []
    /// A key's place in `keys` stands where its first bytes point to, or at the next free slot after that; -1: free.
    private var slots: [Int]

    /// - Parameter keys: hashes of four bytes or more.
    package init(_ keys: [[UInt8]]) {
        var width = 1
        while width < 2 * keys.count { width *= 2 }
        slots = [Int](repeating: -1, count: width)
        for key in keys {
            let slot = slot(of: key)
            guard slots[slot] < 0 else { continue }
            slots[slot] = self.keys.count
            self.keys.append(key)
        }
    }

    /// The place among `keys`; nil when it is none of them.
    package func place(of key: [UInt8]) -> Int? {
        let place = slots[slot(of: key)]
        return place < 0 ? nil : place
    }

    /// Its slot, or the free one it would have: half of all are free.
    private func slot(of key: [UInt8]) -> Int {
        var slot = key.prefix(4).reduce(0) { $0 << 8 | Int($1) } & (slots.count - 1)
        while slots[slot] >= 0, keys[slots[slot]] != key { slot = (slot + 1) & (slots.count - 1) }
        return slot
    }
}
