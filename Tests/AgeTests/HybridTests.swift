import Age
import Sodium
import Testing

/// An identity whose seed is one byte, 32 times.
func hybridIdentity(_ byte: Int) throws -> HybridIdentity {
    try HybridIdentity(seed: SecretBytes(copying: [UInt8](repeating: UInt8(byte), count: 32)))
}

@Suite struct HybridTests {
    @Test func opensAReportMadeElsewhere() throws {
        let file = try vector("protocol/report.age")
        for (identities, index) in [([1], 0), ([2], 0), ([9, 2, 1], 1)] {
            let opened = try AgeFile.open(file, with: identities.map { try hybridIdentity($0) })
            #expect(opened.plaintext.count == 11_611)
            #expect(opened.identityIndex == index)
        }
        #expect(throws: AgeError.noMatch) { try AgeFile.open(file, with: [hybridIdentity(3)]) }
    }

    @Test(arguments: [(11_611, 3, 16_384), (6_533, 1, 8_192)])
    func sealsToTheExactSize(plaintext: Int, recipients: Int, sealed: Int) throws {
        let identities = (0..<recipients).map { _ in HybridIdentity() }
        let text = randomBytes(plaintext)
        let file = try AgeFile.seal(text, to: identities.map(\.recipient))
        #expect(file.count == sealed)
        for index in 0..<recipients {
            #expect(try AgeFile.open(file, with: [identities[index]]).plaintext == text)
            #expect(
                try AgeFile.open(file, with: [HybridIdentity(), identities[index]]).identityIndex
                    == 1)
        }
        #expect(try AgeHeader(parsing: file).stanzas.count == recipients)
        #expect(try AgeHeader(parsing: file).bytes == [UInt8](file.prefix(sealed - plaintext - 32)))
    }

    @Test func textsGoBothWays() throws {
        // The example identity of C2SP age.md.
        let text = [UInt8](
            "AGE-SECRET-KEY-PQ-1XX76JRALNLXDMEW0CRK45QMCCH4X06SE84UN3VPM33W6HWDX0H3SK3ZQFR".utf8)
        let identity = try HybridIdentity(text: text.span)
        #expect(identity.text().copyOut() == text)
        #expect(
            identity.recipient.text.hasPrefix("age1pq1x34nzsvr0rxjsgdn8zgyhfe8j7ceq5r9rdelkjuh3"))
        #expect(try HybridRecipient(identity.recipient.text) == identity.recipient)
        for wrong in ["", "age1pq1", identity.recipient.text.uppercased()] {
            #expect(throws: AgeError.malformedRecipient) { try HybridRecipient(wrong) }
        }
    }

    @Test func nobodyIsNoRecipient() {
        #expect(throws: AgeError.unfitRecipients) {
            try AgeFile.seal([1], to: [HybridRecipient]())
        }
    }
}
