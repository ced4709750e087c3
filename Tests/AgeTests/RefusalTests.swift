@testable import Age
import Sodium
import Testing

/// Nothing that was changed or cut is opened.
@Suite struct RefusalTests {
    let report: [UInt8]
    let identities: [HybridIdentity]

    init() throws {
        report = try vector("protocol/report.age")
        identities = [try hybridIdentity(1)]
    }

    func refuses(_ file: [UInt8]) -> AgeError? {
        do throws(AgeError) {
            _ = try AgeFile.open(file, with: identities)
            return nil
        } catch { return error }
    }

    /// In the header, a flipped bit can hit the stanzas of others: the code over the header tells.
    @Test func everyFlippedByteOfAHeaderIsRefused() throws {
        let header = try AgeHeader(parsing: report)
        for index in 0..<header.byteCount {
            var changed = report
            changed[index] ^= UInt8(1 << (index % 8))
            if refuses(changed) == nil { Issue.record("byte \(index)") }
        }
    }

    /// The payload's key, found once: the same check a byte would cost three decapsulations.
    func payloadRefuses(_ sealed: [UInt8], _ key: PayloadKey) -> AgeError? {
        var plaintext: [UInt8] = []
        do throws(AgeError) {
            var opener = PayloadOpener(key)
            try opener.push(sealed.span, into: &plaintext)
            try opener.finish(into: &plaintext)
            return nil
        } catch { return plaintext.isEmpty ? error : nil }
    }

    func payload() throws -> (key: PayloadKey, bytes: [UInt8]) {
        let header = try AgeHeader(parsing: report)
        let start = header.byteCount + PayloadKey.nonceByteCount
        let fileKey = try header.open(with: [.hybrid(identities[0])])
        return (
            fileKey.payloadKey(nonce: [UInt8](report[header.byteCount..<start])),
            [UInt8](report[start...])
        )
    }

    @Test func everyFlippedByteOfAPayloadIsRefused() throws {
        let (key, bytes) = try payload()
        #expect(payloadRefuses(bytes, key) == nil)
        for index in bytes.indices {
            var changed = bytes
            changed[index] ^= UInt8(1 << (index % 8))
            let error = payloadRefuses(changed, key)
            if error != .payloadFailure { Issue.record("byte \(index)") }
        }
        // The nonce, and some bytes through the whole path.
        let start = report.count - bytes.count
        let sample = stride(from: start, to: report.count, by: 499)
        for index in Array((start - 16)..<start) + Array(sample) {
            var changed = report
            changed[index] ^= UInt8(1 << (index % 8))
            #expect(refuses(changed) == .payloadFailure, "byte \(index)")
        }
    }

    @Test func everyTruncationIsRefused() throws {
        let (key, bytes) = try payload()
        for count in bytes.indices where payloadRefuses([UInt8](bytes.prefix(count)), key) == nil {
            Issue.record("the payload's first \(count) bytes")
        }
        let start = report.count - bytes.count
        for count in Array(0..<start) + Array(stride(from: start, to: report.count, by: 499))
        where refuses([UInt8](report.prefix(count))) == nil {
            Issue.record("the first \(count) bytes")
        }
        #expect(refuses(report + [0]) == .payloadFailure, "a byte more")
    }

    /// The file key is exposed to a dishonest reader: with it the header could be sealed anew, not the bytes kept.
    @Test func stanzasMayNotBeExchangedOrDropped() throws {
        let header = try AgeHeader(parsing: report)
        let payload = report[header.byteCount...]
        var swapped = header.stanzas
        swapped.swapAt(0, 1)
        for stanzas in [swapped, Array(header.stanzas.dropLast()), header.stanzas + [swapped[0]]] {
            var bytes = [UInt8]("age-encryption.org/v1\n".utf8)
            for stanza in stanzas { stanza.append(to: &bytes) }
            bytes += [UInt8]("--- \(Base64.encode(header.mac, padded: false))\n".utf8)
            let error = refuses(bytes + payload)
            #expect(error == .headerMACFailure || error == .noMatch)
        }
    }

    @Test func aScryptStanzaStandsAlone() throws {
        let passphrase = Passphrase(SecretBytes(copying: [1, 2, 3]))
        let x25519 = X25519Identity()
        let key = FileKey()
        let stanzas = [
            try passphrase.seal(key, logN: 1), try x25519.recipient.seal(key),
        ]
        for stanzas in [stanzas, stanzas.reversed(), [stanzas[0], stanzas[0]]] {
            let header = AgeHeader(stanzas, key: key)
            for identity in [Identity.passphrase(passphrase), .x25519(x25519)] {
                #expect(throws: AgeError.headerFailure) {
                    try AgeFile.open(header.bytes + randomBytes(48), with: [identity])
                }
            }
        }
    }

    @Test func workHasALimit() throws {
        let passphrase = Passphrase(SecretBytes(copying: [1, 2, 3]))
        #expect(throws: AgeError.workFactorTooHigh) {
            try AgeFile.seal([1], to: [.passphrase(passphrase, logN: 23)])
        }
        let salt = Base64.encode(randomBytes(16), padded: false)
        for logN in ["23", "64", "99999999999999999999"] {
            let header = AgeHeader(
                [Stanza(["scrypt", salt, logN], body: randomBytes(32))], key: FileKey())
            #expect(throws: AgeError.workFactorTooHigh) {
                try AgeFile.open(
                    header.bytes + randomBytes(48), with: [Identity.passphrase(passphrase)])
            }
        }
    }

    @Test func headersHaveALimit() {
        var reader = HeaderReader()
        let line = [UInt8]("-> \(String(repeating: "x", count: 100_000))\n\n".utf8)
        var file = [UInt8]("age-encryption.org/v1\n".utf8)
        while file.count < 5 << 20 { file += line }
        do throws(AgeError) {
            let found = try reader.push(file.span)
            #expect(found == nil)
            Issue.record("read without limit")
        } catch { #expect(error == .headerFailure) }
    }

    @Test func recipientsOfOneFileAreOfOneKind() {
        let kinds: [Recipient] = [
            .hybrid(HybridIdentity().recipient), .x25519(X25519Identity().recipient),
            .passphrase(Passphrase(SecretBytes(copying: [1])), logN: 1),
        ]
        for (first, second) in [(0, 1), (1, 0), (0, 2), (2, 1), (2, 2)] {
            #expect(throws: AgeError.unfitRecipients) {
                try AgeFile.seal([1], to: [kinds[first], kinds[second]])
            }
        }
    }
}
