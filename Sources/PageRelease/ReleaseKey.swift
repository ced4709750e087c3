internal import DurableFiles
package import TransparencyLog

/// The public half of the key that signs releases of the page: a vkey, or a file `release.vkey` that has one.
package enum ReleaseKey {
    private static let byteLimit = 4096

    /// Reads the text of the file: lines with `#` are remarks, one other line has the vkey.
    ///
    /// - Throws: `NoteError.malformedKey`.
    package static func parse(_ bytes: [UInt8]) throws(NoteError) -> VerifierKey {
        let lines = String(decoding: bytes, as: UTF8.self)
            .split(whereSeparator: { $0 == "\n" || $0 == "\r" || $0 == "\r\n" })
            .filter { !$0.hasPrefix("#") && !$0.allSatisfy { $0 == " " } }
        guard lines.count == 1, let line = lines.first else { throw .malformedKey }
        let key = try VerifierKey(String(line))
        guard key.type == .ed25519 else { throw .malformedKey }
        return key
    }

    /// What a person gave: the vkey itself, or the file's path.
    ///
    /// - Throws: `NoteError.malformedKey`, `FileError`.
    package static func read(_ text: String) throws -> VerifierKey {
        if let key = try? parse([UInt8](text.utf8)) { return key }
        return try parse(try DurableFile.read(text, limit: byteLimit))
    }
}
