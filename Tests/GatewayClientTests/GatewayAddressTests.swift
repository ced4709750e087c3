import Testing

@testable import GatewayClient

@Suite struct GatewayAddressTests {
    @Test(arguments: [
        "https://meld.example", "https://meld.example:8443", "https://MELD.example/",
        "http://127.0.0.1:8080", "http://localhost", "http://[::1]:80", "https://[2001:db8::1]",
        "http://abcdefgh.onion",
    ])
    func safeAddressesAreTaken(_ text: String) throws {
        let address = try GatewayAddress(text)
        #expect(!address.origin.hasSuffix("/"))
        #expect(address.origin == address.origin.lowercased())
    }

    @Test(arguments: [
        "http://meld.example", "http://127.0.0.1.example", "http://127.1", "http://10.0.0.1",
        "http://onion.example", "http://localhost.example",
    ])
    func openConnectionsAreRefused(_ text: String) {
        #expect(throws: GatewayError.insecureAddress) { try GatewayAddress(text) }
    }

    @Test(arguments: [
        "meld.example", "ftp://meld.example", "https://", "https://meld.example/path",
        "https://a b", "https://user@meld.example", "https://meld.example:0",
        "https://meld.example:65536", "https://meld.example:x", "https://[::1", "https://[::1]x",
        "https://meld.example?x",
    ])
    func otherFormsAreRefused(_ text: String) {
        #expect(throws: GatewayError.invalidAddress) { try GatewayAddress(text) }
    }

    @Test func aProxyNeedsHostAndPort() {
        #expect(HostAndPort(proxy: "socks5://127.0.0.1:9050")?.port == 9050)
        #expect(HostAndPort(proxy: "socks5h://[::1]:9050")?.host == "::1")
        for text in [
            "127.0.0.1:9050", "socks5://127.0.0.1", "http://127.0.0.1:9050", "socks5://:1",
        ] {
            #expect(HostAndPort(proxy: text) == nil)
        }
    }

    @Test func anOnionAddressNeedsAProxy() async throws {
        let address = try GatewayAddress("http://abcdefgh.onion")
        #expect(throws: GatewayError.onionNeedsProxy) { try GatewayClient(address) }
        #expect(throws: GatewayError.invalidProxy) { try GatewayClient(address, proxy: "tor") }
        await (try GatewayClient(address, proxy: "socks5://127.0.0.1:9050")).close()
    }
}
