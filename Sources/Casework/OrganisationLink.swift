internal import DurableFiles
package import Reporting
package import TransparencyLog

/// Whom to trust about an organisation: its link, and its first key.
package enum OrganisationLink {
    /// - Parameter text: the link itself, or the name of a file that holds it.
    /// - Throws: `ReportingError.malformedLink`, `FileError`.
    package static func anchor(_ text: String) throws -> TrustAnchor {
        guard DurableFile.exists(text) else { return try TrustAnchor(link: text) }
        let link = try DurableFile.readRegular(text, limit: 4_096)
        return try TrustAnchor(link: String(decoding: link, as: UTF8.self))
    }

    /// The genesis key: of the roster when one is given, else the first key of the link.
    ///
    /// - Throws: `badOrganisation`, `OrganisationError`, `FileError`.
    package static func genesis(
        of anchor: TrustAnchor, roster path: String?, today: Day
    ) throws -> VerifierKey {
        guard let path else { return anchor.keys[0] }
        let bytes = try DurableFile.readRegular(path, limit: 1 << 22)
        let note: SignedNote
        do throws(NoteError) { note = try SignedNote(parsing: bytes) } catch {
            throw CaseworkError.badOrganisation(file: path)
        }
        return try Organisation(bundle: NoteBundle([note]), anchor: anchor, today: today)
            .roster.genesis
    }
}
