internal import Age
internal import DurableFiles

/// Files of the offline home, sealed to the vault identity: `age -d -i` with that identity opens them.
enum SealedFile {
    /// - Throws: `damaged` when it was cut off, altered, or sealed to another identity; `FileError`.
    static func open(
        _ path: String, with identity: HybridIdentity, limit: Int
    ) throws -> [UInt8] {
        let file = try DurableFile.read(path, limit: limit)
        do throws(AgeError) {
            return try AgeFile.open(file, with: [identity]).plaintext
        } catch {
            throw CaseworkError.damaged(file: path)
        }
    }

    /// Replaces the file, or makes it. Throws `FileError`; the old file is then unchanged.
    static func replace(
        _ path: String, with plaintext: [UInt8], sealedTo recipient: HybridRecipient
    ) throws {
        try DurableFile.replace(path, with: AgeFile.seal(plaintext, to: [recipient]))
    }
}
