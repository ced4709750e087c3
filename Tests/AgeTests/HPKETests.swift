import Age
import Crypto
import Foundation
import Sodium
import Testing

/// The stanza's body against swift-crypto's own HPKE, which shares no code with ours above the KEM.
@Suite struct HPKETests {
    let suite = Crypto.HPKE.Ciphersuite(
        kem: .XWingMLKEM768X25519, kdf: .HKDF_SHA256, aead: .chaChaPoly)
    let info = Data("age-encryption.org/mlkem768x25519".utf8)

    @Test func swiftCryptoOpensOurs() throws {
        let key = try XWingMLKEM768X25519.PrivateKey.generate()
        let identity = try HybridIdentity(
            seed: SecretBytes(copying: [UInt8](key.seedRepresentation)))
        let file = try AgeFile.seal([1, 2, 3], to: [identity.recipient])
        let stanza = try AgeHeader(parsing: file).stanzas[0]
        let encapsulated = Base64.decode(stanza.arguments[1], padded: false)!
        var recipient = try Crypto.HPKE.Recipient(
            privateKey: key, ciphersuite: suite, info: info, encapsulatedKey: Data(encapsulated))
        #expect(try recipient.open(Data(stanza.body)).count == FileKey.byteCount)
    }

    @Test func oursOpensSwiftCryptos() throws {
        let secret = randomBytes(32)
        let ours = Sodium.HPKE(kem: 0x647a, info: [UInt8](info))
        let key = try XWingMLKEM768X25519.PrivateKey.generate()
        var sender = try Crypto.HPKE.Sender(
            recipientKey: key.publicKey, ciphersuite: suite, info: info)
        let sealed = [UInt8](try sender.seal(Data(0..<16)))
        let shared = unsafe try key.decapsulate(sender.encapsulatedKey).withUnsafeBytes {
            unsafe [UInt8]($0)
        }
        #expect(
            ours.open(sealed, sharedSecret: shared.span) { SecretBytes(copying: $0).copyOut() }
                == [UInt8](0..<16))
        #expect(ours.open(sealed, sharedSecret: secret.span) { _ in true } == nil)
        for index in sealed.indices {
            var changed = sealed
            changed[index] ^= 1
            #expect(ours.open(changed, sharedSecret: shared.span) { _ in true } == nil)
        }
        #expect(ours.open([1, 2, 3], sharedSecret: shared.span) { _ in true } == nil)
    }
}
