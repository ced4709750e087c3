internal import Sodium
package import TransparencyLog

/// The list of the page's files with their SHA-256, as the release key signs it.
///
/// The text has the line `sottovoce/v1 page` and, sorted by path, a line `<64 hex digits> <path>` for each file;
/// a C2SP signed note has it with the signature. It proves which bytes a release has, not that a visitor got them.
package struct PageManifest: Sendable, Equatable {
    /// What is wrong with a manifest.
    package enum Fault: Error, Equatable {
        /// Not a list of files as above.
        case malformed
        /// No signature stands under it.
        case unsigned
        /// Signed, but not by this key, or the signature is wrong.
        case notBy(VerifierKey)
    }

    /// A file of the list.
    package struct Entry: Sendable, Equatable {
        package let path: PagePath
        /// 32 bytes: SHA-256 of the uncompressed file.
        package let hash: [UInt8]
    }

    private static let firstLine = "sottovoce/v1 page"
    /// More bytes are no manifest.
    package static let byteLimit = 65_536

    /// Sorted by path; `index.html` is one of them.
    package let entries: [Entry]

    /// Of the files that are listed.
    package init(of folder: PageFolder) {
        entries = folder.files.filter(\.path.isListed).map {
            Entry(path: $0.path, hash: SHA256.hash($0.bytes))
        }
    }

    /// Reads the signed form and proves the signature.
    package init(parsing bytes: [UInt8], signedBy key: VerifierKey) throws(Fault) {
        guard bytes.count <= Self.byteLimit else { throw .malformed }
        let text: String
        do throws(NoteError) {
            let note = try SignedNote(parsing: bytes)
            try note.verify(key)
            text = note.text
        } catch {
            if case .malformedNote = error {
                // The bare list is what `make page` leaves.
                _ = try Self(text: bytes)
                throw .unsigned
            }
            throw .notBy(key)
        }
        try self.init(text: [UInt8](text.utf8))
    }

    /// Reads the text.
    package init(text bytes: [UInt8]) throws(Fault) {
        let text = String(decoding: bytes, as: UTF8.self)
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        guard lines.first == Self.firstLine[...], lines.last?.isEmpty == true, lines.count > 2,
            lines.count <= PageFolder.fileLimit + 2
        else { throw .malformed }
        var entries: [Entry] = []
        for line in lines.dropFirst().dropLast() {
            let parts = line.split(
                separator: " ", maxSplits: 1, omittingEmptySubsequences: false)
            guard parts.count == 2, let hash = Hex.decode(String(parts[0])),
                hash.count == SHA256.byteCount, let path = PagePath(String(parts[1])),
                path.isListed, entries.last.map({ $0.path < path }) ?? true
            else { throw .malformed }
            entries.append(Entry(path: path, hash: hash))
        }
        guard entries.contains(where: { $0.path == .index }) else { throw .malformed }
        self.entries = entries
    }

    /// What is signed.
    package var text: String {
        Self.firstLine + "\n"
            + entries.map { Hex.encode($0.hash) + " " + $0.path.text + "\n" }.joined()
    }

    /// The file `manifest`.
    package func signed(by signer: NoteSigner) throws(NoteError) -> [UInt8] {
        try SignedNote(text: text, signedBy: signer).bytes
    }
}
