import Age
import Sodium
import Testing
import TransparencyLog

@testable import Reporting

/// What an independent implementation derived: Tests/Vectors/protocol.
@Suite struct DerivationVectorTests {
    static func keys() throws -> (keys: ReceiptKeys, values: [String: String]) {
        let values = try VectorFile.values("protocol/receipt.txt")
        let entropy = try #require(values["entropy"].flatMap { Hex.decode($0) })
        let genesis = try VerifierKey(try #require(values["genesis-vkey"]))
        return (
            try ReceiptKeys(entropy: SecretBytes(copying: entropy), genesis: genesis), values
        )
    }

    @Test func aCodesKeys() throws {
        let (keys, values) = try Self.keys()
        #expect(keys.replyIdentity.recipient.text == values["reply-recipient"])
        let thread = KeyExchangePrivateKey(
            seed: SecretBytes(
                copying: try #require(
                    values["subkey-3-kx-seed"].flatMap { Hex.decode($0) })))
        #expect(keys.thread.publicKey == thread.publicKey)
    }

    @Test func theGenesisKeyIsTheOneOfItsSeed() throws {
        let key = try Ed25519PrivateKey(seed: countingSeed(from: 0x40))
        let signer = try NoteSigner(name: "root.example/sottovoce", key: key)
        #expect(signer.verifierKey.text == (try Self.keys().values["genesis-vkey"]))
    }

    @Test func anotherOrganisationsGenesisGivesOtherKeys() throws {
        let (keys, values) = try Self.keys()
        let entropy = try #require(values["entropy"].flatMap { Hex.decode($0) })
        let other = try NoteSigner(name: "root.example/sottovoce")
        let others = try ReceiptKeys(
            entropy: SecretBytes(copying: entropy), genesis: other.verifierKey)
        #expect(others.thread.publicKey != keys.thread.publicKey)
    }

    @Test func theLogTag() throws {
        let values = try VectorFile.values("protocol/log.txt")
        let envelope = (0..<64).flatMap { _ in (0...255).map { UInt8($0) } }
        let hash = SHA256.hash(envelope)
        #expect(Hex.encode(hash) == values["sha256-E"])
        #expect(Hex.encode(try Self.keys().keys.tag(envelopeHash: hash)) == values["tag-E"])
    }

    @Test(arguments: [("A", UInt8(0x60)), ("B", 0x80)])
    func theThreadsOfTwoCounsellors(name: String, seed: UInt8) throws {
        let (keys, _) = try Self.keys()
        let values = try VectorFile.values("protocol/thread.txt")
        let counsellor = KeyExchangePrivateKey(seed: countingSeed(from: seed))
        #expect(Hex.encode(keys.thread.publicKey) == values["thread"])
        #expect(Hex.encode(counsellor.publicKey) == values["\(name)-thread-key"])
        let sides = [
            try ThreadKeys(reporter: keys.thread, counsellorKey: counsellor.publicKey),
            try ThreadKeys(counsellor: counsellor, reporterThread: keys.thread.publicKey),
        ]
        let covered = [UInt8]("covered bytes\n".utf8)
        for side in sides {
            for number in [0, 1, 2, 999] {
                #expect(Hex.encode(side.label(number)) == values["\(name)-label-\(number)"])
            }
            #expect(
                Hex.encode(side.reportMAC(covered))
                    == values["\(name)-report-mac-over \"covered bytes\\n\""])
            #expect(
                Hex.encode(side.replyMAC(covered))
                    == values["\(name)-reply-mac-over \"covered bytes\\n\""])
            #expect(
                Hex.encode(side.continuation(to: (0..<32).map { UInt8($0) }))
                    == values["\(name)-continues-to thread 00..1f"])
        }
    }

    @Test(arguments: ["0000", "0100"])
    func aThreadKeyOfSmallOrderIsRefused(start: String) throws {
        let point = try #require(Hex.decode(start)) + [UInt8](repeating: 0, count: 30)
        let (keys, _) = try Self.keys()
        #expect(throws: ReportingError.authenticationFailed) {
            try ThreadKeys(reporter: keys.thread, counsellorKey: point)
        }
    }
}
