import Crypto
import Foundation
import Sodium
import Testing
import XWing

@Suite struct XWingTests {
    struct Vector {
        var fields: [String: [UInt8]] = [:]
        subscript(name: String) -> [UInt8] { fields[name]! }

        static let all = try! String(decoding: vector("xwing/vectors.txt"), as: UTF8.self)
            .components(separatedBy: "\n\n").map { text in
                var vector = Vector()
                for line in text.split(separator: "\n") {
                    let parts = line.components(separatedBy: ": ")
                    vector.fields[parts[0]] = Hex.decode(parts[1])
                }
                return vector
            }
    }

    @Test func vectorsOfTheDraft() throws {
        #expect(Vector.all.count == 3)
        for vector in Vector.all {
            let key = try XWingPrivateKey(seed: SecretBytes(copying: vector["seed"]))
            #expect(key.publicKey.bytes == vector["public key"])
            #expect(try key.decapsulate(vector["ciphertext"]).copyOut() == vector["shared secret"])
            #expect(key.copySeed().copyOut() == vector["seed"])
        }
    }

    @Test func bothSidesAgree() throws {
        let key = try XWingPrivateKey(seed: .random(byteCount: 32))
        let made = try key.publicKey.encapsulate()
        let ciphertext = made.ciphertext
        #expect(ciphertext.count == XWingPublicKey.ciphertextByteCount)
        let secret = made.sharedSecret.copyOut()
        #expect(try key.decapsulate(ciphertext).copyOut() == secret)
        var changed = ciphertext
        changed[7] ^= 1
        #expect(try key.decapsulate(changed).copyOut() != secret)
    }

    @Test func wrongSizesAndSharesAreRefused() throws {
        #expect(throws: XWingError.malformedKey) { try XWingPublicKey([1, 2, 3]) }
        let key = try XWingPrivateKey(seed: .random(byteCount: 32))
        let ciphertext = try key.publicKey.encapsulate().ciphertext
        for count in [0, 1_119] {
            do throws(XWingError) {
                _ = try key.decapsulate([UInt8](ciphertext.prefix(count)))
                Issue.record("decapsulated \(count) bytes")
            } catch { #expect(error == .malformedCiphertext) }
        }
        // An X25519 share of small order gives a secret that everybody knows.
        for share in [[UInt8](repeating: 0, count: 32), [1] + [UInt8](repeating: 0, count: 31)] {
            do throws(XWingError) {
                _ = try key.decapsulate([UInt8](ciphertext.prefix(1_088)) + share)
                Issue.record("decapsulated a share of small order")
            } catch { #expect(error == .malformedCiphertext) }
        }
        // A coefficient of ML-KEM's public key beyond its modulus.
        let wrong = try XWingPublicKey(
            [0xff, 0xff, 0xff] + [UInt8](key.publicKey.bytes.dropFirst(3)))
        do throws(XWingError) {
            _ = try wrong.encapsulate()
            Issue.record("encapsulated to a key out of range")
        } catch { #expect(error == .malformedKey) }
    }
}
