/// Where a gateway is: scheme, host and port, and nothing else.
package struct GatewayAddress: Sendable, Equatable {
    /// `https://host`, with `:port` where it was given.
    package let origin: String
    /// Lower case, without brackets.
    package let host: String

    /// Whether it is a Tor onion service.
    package var isOnion: Bool { host == "onion" || host.hasSuffix(".onion") }

    /// Reads `https://host[:port]`, or `http://` to this machine or an onion address, where the
    /// connection itself is safe.
    ///
    /// - Throws: `invalidAddress`, `insecureAddress`.
    package init(_ text: String) throws(GatewayError) {
        let text = text.lowercased()
        let isPlain = text.hasPrefix("http://")
        guard isPlain || text.hasPrefix("https://") else { throw .invalidAddress }
        var rest = text.dropFirst(isPlain ? 7 : 8)
        if rest.hasSuffix("/") { rest = rest.dropLast() }
        guard let parsed = HostAndPort(rest, defaultPort: isPlain ? 80 : 443) else {
            throw .invalidAddress
        }
        self.host = parsed.host
        self.origin = (isPlain ? "http://" : "https://") + rest
        guard !isPlain || isOnion || parsed.isLoopback else { throw .insecureAddress }
    }
}

/// A host and a port.
struct HostAndPort: Equatable {
    let host: String
    let port: Int

    /// `socks5://host:port`; `socks5h` says the same here: names are always resolved by the proxy.
    init?(proxy: String) {
        let proxy = proxy.lowercased()
        guard let scheme = ["socks5://", "socks5h://"].first(where: { proxy.hasPrefix($0) }) else {
            return nil
        }
        self.init(proxy.dropFirst(scheme.count), defaultPort: nil)
    }

    /// `host`, `host:port`, `[::1]:port`; nil for anything else, and without a port where there is
    /// no default.
    init?(_ text: Substring, defaultPort: Int?) {
        var host = text
        var port = defaultPort
        if text.hasPrefix("[") {
            guard let end = text.firstIndex(of: "]") else { return nil }
            host = text[text.index(after: text.startIndex)..<end]
            let after = text[text.index(after: end)...]
            guard after.isEmpty || after.hasPrefix(":") else { return nil }
            if !after.isEmpty { port = Self.port(after.dropFirst()) }
            guard !host.isEmpty, host.utf8.allSatisfy({ Self.isAddressByte($0) }) else {
                return nil
            }
        } else {
            if let colon = text.firstIndex(of: ":") {
                host = text[..<colon]
                port = Self.port(text[text.index(after: colon)...])
            }
            guard !host.isEmpty, host.utf8.allSatisfy({ Self.isNameByte($0) }) else { return nil }
        }
        guard let port else { return nil }
        self.host = String(host)
        self.port = port
    }

    /// `localhost`, 127.0.0.0/8 and ::1.
    var isLoopback: Bool {
        let parts = host.split(separator: ".", omittingEmptySubsequences: false)
        return host == "localhost" || host == "::1"
            || parts.count == 4 && parts[0] == "127" && parts.allSatisfy { UInt8($0) != nil }
    }

    private static func port(_ text: Substring) -> Int? {
        guard text.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let port = Int(text),
            (1...65_535).contains(port)
        else { return nil }
        return port
    }

    private static func isNameByte(_ byte: UInt8) -> Bool {
        (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) || byte == 0x2D || byte == 0x2E
    }

    private static func isAddressByte(_ byte: UInt8) -> Bool {
        (0x61...0x66).contains(byte) || (0x30...0x3A).contains(byte) || byte == 0x2E
    }
}
