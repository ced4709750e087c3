public import TransparencyLog

/// What a poster or link says: where the gateway is, and the keys that must have signed its roster.
///
/// `https://host/#root=KEY&second=KEY`, each key a percent-encoded vkey; one key is possible. What
/// stands behind `#` is never sent. Source: Docs/protocol.md §6.
public struct TrustAnchor: Sendable, Equatable {
    /// Such as `https://meld.example`, without a slash at its end.
    public let gateway: String
    /// One or two.
    public let keys: [VerifierKey]

    /// - Throws: `malformedLink` without a gateway's address or with other than one or two keys.
    public init(gateway: String, keys: [VerifierKey]) throws(ReportingError) {
        guard Self.isAddress(gateway), (1...2).contains(keys.count), keys.isDistinct
        else { throw .malformedLink }
        self.gateway = gateway
        self.keys = keys
    }

    /// Reads a link; spaces and line ends around it are allowed. Throws `malformedLink`.
    public init(link: String) throws(ReportingError) {
        var bytes = [UInt8](link.utf8)[...]
        while let first = bytes.first, first <= 0x20 { bytes.removeFirst() }
        while let last = bytes.last, last <= 0x20 { bytes.removeLast() }
        let halves = bytes.split(
            separator: UInt8(ascii: "#"), omittingEmptySubsequences: false)
        guard halves.count == 2 else { throw .malformedLink }
        var address = halves[0]
        if address.last == UInt8(ascii: "/") { address.removeLast() }
        var keys: [VerifierKey] = []
        let names = ["root=", "second="]
        for part in halves[1].split(
            separator: UInt8(ascii: "&"), omittingEmptySubsequences: false)
        {
            guard keys.count < names.count, part.starts(with: [UInt8](names[keys.count].utf8)),
                let text = Self.percentDecoded(part.dropFirst(names[keys.count].utf8.count)),
                let key = verifierKey(text)
            else { throw .malformedLink }
            keys.append(key)
        }
        try self.init(gateway: String(decoding: [UInt8](address), as: UTF8.self), keys: keys)
    }

    /// The link.
    public var link: String {
        let parts = zip(["root=", "second="], keys).map { name, key in
            name + Lines.encode(key.text, Lines.sealed)
        }
        return gateway + "/#" + parts.joined(separator: "&")
    }

    /// Scheme, host, perhaps a port; no path, user, query or spaces.
    public static func isAddress(_ text: String) -> Bool {
        guard let host = text.after("https://") ?? text.after("http://") else { return false }
        return !host.isEmpty
            && [UInt8](host.utf8).allSatisfy {
                Lines.isLetterOrDigit($0) || [UInt8]("-.:[]".utf8).contains($0)
            }
    }

    /// Links pass through many hands: small hexadecimal digits and unencoded bytes are taken too.
    private static func percentDecoded(_ text: ArraySlice<UInt8>) -> String? {
        var bytes: [UInt8] = []
        var rest = text
        while let byte = rest.popFirst() {
            guard byte == UInt8(ascii: "%") else {
                bytes.append(byte)
                continue
            }
            guard let high = rest.popFirst(), let low = rest.popFirst(),
                let upper = Lines.value(ofDigit: high), let lower = Lines.value(ofDigit: low)
            else { return nil }
            bytes.append(UInt8(upper << 4 | lower))
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
