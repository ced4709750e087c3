public import Sodium

/// A passphrase that opens or seals a file: scrypt, r = 8, p = 1. Source: C2SP age.md, scrypt.
public final class Passphrase: Sendable {
    /// Of the salt: 16 bytes.
    static let saltByteCount = 16
    /// The work factor files are sealed with unless told otherwise, as age's: 2^18, 256 MiB, about a second.
    public static let defaultLogN = 18
    /// The highest work factor that is tried, as age's: 2^22, 4 GiB, half a minute.
    public static let maximumLogN = 22
    private let bytes: SecretBytes

    /// - Parameter bytes: UTF-8 as typed, not normalised; not empty by rule, though the format allows it.
    public init(_ bytes: consuming SecretBytes) { self.bytes = bytes }

    /// The file key, sealed: salt (16 bytes) and work factor as arguments, a body of 32 bytes.
    ///
    /// - Parameter logN: 1 to `maximumLogN`; each step doubles time and memory.
    /// - Throws: `outOfMemory`, `workFactorTooHigh`.
    func seal(_ fileKey: borrowing FileKey, logN: Int) throws(AgeError) -> Stanza {
        guard (1...Self.maximumLogN).contains(logN) else { throw .workFactorTooHigh }
        let salt = randomBytes(Self.saltByteCount)
        let key = try wrapKey(salt: salt, logN: logN)
        return Stanza(
            [Label.scrypt, Base64.encode(salt, padded: false), String(logN)],
            body: wrap(fileKey, with: key))
    }

    /// The file key, or nil when the header has no passphrase stanza or another passphrase.
    ///
    /// - Throws: `headerFailure`, `workFactorTooHigh`, `outOfMemory`.
    func open(_ header: AgeHeader) throws(AgeError) -> FileKey? {
        guard let stanza = header.stanzas.first, stanza.kind == Label.scrypt else { return nil }
        guard stanza.arguments.count == 3 else { throw .headerFailure }
        let salt = try stanza.decodedArgument(1, byteCount: Self.saltByteCount)
        let logN = try Self.logN(stanza.arguments[2])
        return try unwrap(stanza.body, with: wrapKey(salt: salt, logN: logN))
    }

    private func wrapKey(salt: [UInt8], logN: Int) throws(AgeError) -> SecretBytes {
        do throws(SodiumError) {
            return try Scrypt.derive(
                bytes, salt: Label.scryptSalt + salt, logN: logN, byteCount: 32)
        } catch { throw .outOfMemory }
    }

    /// Decimal digits without sign or leading zero.
    private static func logN(_ text: String) throws(AgeError) -> Int {
        let digits = [UInt8](text.utf8)
        guard digits.first != UInt8(ascii: "0"),
            digits.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) })
        else { throw .headerFailure }
        guard digits.count <= 2 else { throw .workFactorTooHigh }
        let logN = digits.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
        guard logN <= maximumLogN else { throw .workFactorTooHigh }
        return logN
    }
}
