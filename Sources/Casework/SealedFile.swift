internal import Age
internal import AgePipeline
internal import DurableFiles

/// Files of the offline home, sealed to the vault identity: `age -d -i` with that identity opens them.
enum SealedFile {
    /// - Throws: `damaged` when it was cut off, altered, or sealed to another identity; `FileError`.
    static func open(
        _ path: String, with identity: HybridIdentity, limit: Int
    ) throws -> [UInt8] {
        let file = try DurableFile.readRegular(path, limit: limit)
        do throws(AgeError) {
            return try AgeFile.open(file, with: [identity]).plaintext
        } catch {
            throw CaseworkError.damaged(file: path)
        }
    }

    /// Replaces the file, or makes it. Returns when it is on the disk. A large one is sealed on all cores while it
    /// is written. Throws `FileError`; the old file is then unchanged.
    static func replace(
        _ path: String, with plaintext: [UInt8], sealedTo recipient: HybridRecipient
    ) throws {
        let file = try NewFile(path)
        do throws(AgeStreamError) {
            try AgeStream.seal(
                plaintext, to: FileEnd(file.descriptor, path: path),
                recipients: [.hybrid(recipient)])
        } catch {
            switch error {
            case .age(let error): throw error
            case .file(let error): throw error
            }
        }
        try file.commit()
    }
}
