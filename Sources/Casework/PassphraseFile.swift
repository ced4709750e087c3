internal import Age
internal import DurableFiles
package import Sodium

/// A secret in an age file under a passphrase (scrypt): what `age -d` opens by asking for it.
package enum PassphraseFile {
    /// scrypt's work factor, as age chooses it: about a second, 256 MiB.
    static let workFactorLogarithm = 18
    static let byteLimit = 1 << 16

    /// Makes the file. Throws `FileError.alreadyExists` rather than replace one.
    package static func create(
        _ path: String, holding secret: borrowing SecretBytes, passphrase: borrowing SecretBytes
    ) throws {
        try DurableFile.create(path, with: sealed(secret, passphrase: passphrase))
    }

    /// Makes the file, in the place of one that is there.
    static func replace(
        _ path: String, holding secret: borrowing SecretBytes, passphrase: borrowing SecretBytes
    ) throws {
        try DurableFile.replace(path, with: sealed(secret, passphrase: passphrase))
    }

    private static func sealed(
        _ secret: borrowing SecretBytes, passphrase: borrowing SecretBytes
    ) throws -> [UInt8] {
        var plaintext = secret.copyOut()
        defer { wipe(&plaintext) }
        return try sealed(plaintext, passphrase: passphrase, logN: workFactorLogarithm)
    }

    static func sealed(
        _ plaintext: [UInt8], passphrase: borrowing SecretBytes, logN: Int
    ) throws(AgeError) -> [UInt8] {
        try AgeFile.seal(
            plaintext, to: [.passphrase(Passphrase(passphrase.duplicate()), logN: logN)])
    }

    /// Opens the file. Throws `wrongPassphrase`, `damaged`, `FileError`.
    package static func open(
        _ path: String, passphrase: borrowing SecretBytes
    ) throws -> SecretBytes {
        let sealed = try DurableFile.readRegular(path, limit: byteLimit)
        do throws(AgeError) {
            var plaintext = try opened(sealed, passphrase: passphrase)
            defer { wipe(&plaintext) }
            return SecretBytes(copying: plaintext)
        } catch {
            throw error == .noMatch
                ? CaseworkError.wrongPassphrase : CaseworkError.damaged(file: path)
        }
    }

    /// Throws `noMatch` for another passphrase.
    static func opened(
        _ sealed: [UInt8], passphrase: borrowing SecretBytes
    ) throws(AgeError) -> [UInt8] {
        try AgeFile.open(sealed, with: [.passphrase(Passphrase(passphrase.duplicate()))])
    }
}
