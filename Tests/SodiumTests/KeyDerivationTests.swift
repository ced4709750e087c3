import Sodium
import Testing

private func bytes(_ hex: String) -> [UInt8] { Hex.decode(hex)! }

@Suite struct KeyDerivationTests {
    /// RFC 4231, test cases 1, 2 and 6.
    @Test func hmacVectors() {
        let cases: [([UInt8], [UInt8], String)] = [
            (
                [UInt8](repeating: 0x0b, count: 20), [UInt8]("Hi There".utf8),
                "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7"
            ),
            (
                [UInt8]("Jefe".utf8), [UInt8]("what do ya want for nothing?".utf8),
                "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"
            ),
            (
                [UInt8](repeating: 0xaa, count: 131),
                [UInt8]("Test Using Larger Than Block-Size Key - Hash Key First".utf8),
                "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54"
            ),
        ]
        for (key, message, code) in cases {
            #expect(Hex.encode(HMACSHA256.authenticate(message, key: key.span)) == code)
        }
    }

    /// RFC 5869, A.1 to A.3; the first 32 bytes of the output, which are its first block.
    @Test func hkdfVectors() {
        let cases: [(String, String, String, String)] = [
            (
                String(repeating: "0b", count: 22), "000102030405060708090a0b0c",
                "f0f1f2f3f4f5f6f7f8f9",
                "3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf"
            ),
            (
                Hex.encode((0...0x4f).map { UInt8($0) }),
                Hex.encode((0x60...0xaf).map { UInt8($0) }),
                Hex.encode((0xb0...0xff).map { UInt8($0) }),
                "b11e398dc80327a1c8e7f78c596a49344f012eda2d4efad8a050cc4c19afa97c"
            ),
            (
                String(repeating: "0b", count: 22), "", "",
                "8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d"
            ),
        ]
        for (secret, salt, info, output) in cases {
            let key = HKDFSHA256.derive(
                SecretBytes(copying: bytes(secret)), salt: bytes(salt), info: bytes(info))
            #expect(Hex.encode(key.copyOut()) == output)
        }
    }

    /// RFC 8439, 2.8.2.
    @Test func chaChaPolyVector() throws {
        let key = SecretBytes(copying: (0x80...0x9f).map { UInt8($0) })
        let nonce = bytes("070000004041424344454647")
        let associated = bytes("50515253c0c1c2c3c4c5c6c7")
        let text = [UInt8](
            ("Ladies and Gentlemen of the class of '99: If I could offer you only one tip for "
                + "the future, sunscreen would be it.").utf8)
        let sealed = ChaCha20Poly1305.seal(
            text.span, associatedData: associated, nonce: nonce, key: key)
        #expect(Hex.encode(sealed).hasPrefix("d31a8d34648e60db7b86afbc53ef7ec2a4aded51296e08fe"))
        #expect(Hex.encode(sealed).hasSuffix("1ae10b594f09e26a7e902ecbd0600691"))
        #expect(
            try ChaCha20Poly1305.open(
                sealed.span, associatedData: associated, nonce: nonce, key: key) == text)
        for index in sealed.indices {
            var changed = sealed
            changed[index] ^= 1
            #expect(throws: SodiumError.authenticationFailed) {
                try ChaCha20Poly1305.open(
                    changed.span, associatedData: associated, nonce: nonce, key: key)
            }
        }
    }
}
