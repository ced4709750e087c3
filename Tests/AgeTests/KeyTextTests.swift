import Age
import Sodium
import Testing

@Suite struct KeyTextTests {
    /// The example identity and recipient of C2SP age.md.
    static let identity =
        "AGE-SECRET-KEY-1GFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPQ4EGAEX"
    static let recipient = "age1zvkyg2lqzraa2lnjvqej32nkuu0ues2s82hzrye869xeexvn73equnujwj"

    @Test func x25519TextsGoBothWays() throws {
        let identity = try X25519Identity(text: [UInt8](Self.identity.utf8).span)
        #expect(identity.recipient.text == Self.recipient)
        #expect(identity.text().copyOut() == [UInt8](Self.identity.utf8))
        #expect(try X25519Recipient(Self.recipient) == identity.recipient)
    }

    @Test func everyChangedCharacterIsRefused() {
        let text = [UInt8](Self.recipient.utf8)
        for index in text.indices {
            for other in [UInt8(ascii: "q"), UInt8(ascii: "p"), UInt8(ascii: "1"), 0x20, 0xff]
            where other != text[index] {
                var changed = text
                changed[index] = other
                #expect(throws: AgeError.malformedRecipient) {
                    try Recipient(String(decoding: changed, as: UTF8.self))
                }
            }
        }
        for count in 0..<text.count {
            #expect(throws: AgeError.malformedRecipient) {
                try Recipient(String(decoding: text.prefix(count), as: UTF8.self))
            }
        }
    }

    /// What is read is what would be written: no two texts stand for one key.
    @Test func aKeyHasOneText() throws {
        let text = HybridIdentity().recipient.text
        #expect(try HybridRecipient(text).text == text)
        // The last character before the check holds two bits that stand for no byte.
        let characters = [UInt8]("qpzry9x8gf2tvdw0s3jn54khce6mua7l".utf8)
        var read = 0
        for value in 0..<32 {
            var changed = [UInt8](text.utf8)
            changed[changed.count - 7] = characters[value]
            let string = String(decoding: changed, as: UTF8.self)
            if (try? HybridRecipient(string)) != nil { read += 1 }
        }
        #expect(read == 1)
    }

    @Test func caseIsPartOfTheText() {
        #expect(throws: AgeError.malformedRecipient) { try Recipient(Self.recipient.uppercased()) }
        #expect(throws: AgeError.malformedIdentity) {
            try Identity(text: [UInt8](Self.identity.lowercased().utf8).span)
        }
        #expect(throws: AgeError.malformedIdentity) {
            try Identity(text: [UInt8]((Self.identity.dropLast() + "x").utf8).span)
        }
    }

    @Test func identityFiles() throws {
        let hybrid = String(decoding: HybridIdentity().text().copyOut(), as: UTF8.self)
        let good = "# created: 2026-01-01\r\n\n\(Self.identity)\r\n# another\n\(hybrid)"
        #expect(try IdentityFile.parse([UInt8](good.utf8).span).count == 2)
        #expect(throws: AgeError.malformedIdentityLine(3)) {
            try IdentityFile.parse([UInt8]("#\n\n \(Self.identity)\n".utf8).span)
        }
        #expect(throws: AgeError.noIdentities) {
            try IdentityFile.parse([UInt8]("# nothing\n".utf8).span)
        }
    }

    @Test func everyKindOpensWhatItSealed() throws {
        let hybrid = HybridIdentity()
        let x25519 = X25519Identity()
        let passphrase = Passphrase(SecretBytes(copying: [UInt8]("zin".utf8)))
        let pairs: [(Recipient, Identity)] = [
            (.hybrid(hybrid.recipient), .hybrid(hybrid)),
            (.x25519(x25519.recipient), .x25519(x25519)),
            (.passphrase(passphrase, logN: 4), .passphrase(passphrase)),
        ]
        for (index, pair) in pairs.enumerated() {
            for count in [0, 1, 65_536, 65_537, 200_000] {
                let text = randomBytes(count)
                let file = try AgeFile.seal(text, to: [pair.0])
                #expect(try AgeFile.open(file, with: [pair.1]) == text)
                let others = pairs.indices.filter { $0 != index }.map { pairs[$0].1 }
                #expect(throws: AgeError.noMatch) { try AgeFile.open(file, with: others) }
            }
        }
    }
}
