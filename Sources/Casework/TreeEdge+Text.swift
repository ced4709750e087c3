internal import Sodium
package import TransparencyLog

// An edge as a file: `size <n>`, then each hash in hexadecimal, the largest subtree's first, a line each.
extension TreeEdge {
    package var text: String {
        "size \(size)\n" + hashes.map { Hex.encode($0) + "\n" }.joined()
    }

    /// nil for anything but the one form.
    package init?(text: String) {
        var lines = text.split(separator: "\n").map(String.init)[...]
        guard let first = lines.popFirst(), first.hasPrefix("size "),
            let size = Int(first.dropFirst(5))
        else { return nil }
        self.init(size: size, hashes: lines.compactMap { Hex.decode($0) })
        guard self.text == text else { return nil }
    }
}
