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
        var plaintext = secret.copyOut()
        defer { wipe(&plaintext) }
        let key = Passphrase(passphrase.duplicate())
        let sealed = try AgeFile.seal(
            plaintext, to: [.passphrase(key, logN: workFactorLogarithm)])
        try DurableFile.create(path, with: sealed)
    }

    /// Opens the file. Throws `wrongPassphrase`, `damaged`, `FileError`.
    package static func open(
        _ path: String, passphrase: borrowing SecretBytes
    ) throws -> SecretBytes {
        let sealed = try DurableFile.read(path, limit: byteLimit)
        do throws(AgeError) {
            var plaintext = try AgeFile.open(
                sealed, with: [.passphrase(Passphrase(passphrase.duplicate()))])
            defer { wipe(&plaintext) }
            return SecretBytes(copying: plaintext)
        } catch {
            throw error == .noMatch
                ? CaseworkError.wrongPassphrase : CaseworkError.damaged(file: path)
        }
    }
}
