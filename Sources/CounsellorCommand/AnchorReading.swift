internal import Casework
internal import DurableFiles
internal import Reporting
internal import Terminal
internal import TransparencyLog

/// Reading whom to trust: the organisation's link, and its first key.
struct AnchorReading {
    let texts: Texts

    /// - Parameter text: the link itself, or the name of a file that holds it.
    func anchor(_ text: String) throws -> TrustAnchor {
        var link = text
        if DurableFile.exists(text) {
            link = String(decoding: try DurableFile.read(text, limit: 4_096), as: UTF8.self)
        }
        do throws(ReportingError) { return try TrustAnchor(link: link) } catch {
            throw texts.usage(texts.failures.badLink(text))
        }
    }

    /// The genesis key: of the roster when one is given, else the first key of the link.
    func genesis(of anchor: TrustAnchor, roster path: String?) throws -> VerifierKey {
        guard let path else { return anchor.keys[0] }
        let bytes = try DurableFile.read(path, limit: 1 << 22)
        let note: SignedNote
        do throws(NoteError) { note = try SignedNote(parsing: bytes) } catch {
            throw CaseworkError.badOrganisation(file: path)
        }
        return try Organisation(
            bundle: NoteBundle([note]), anchor: anchor, today: currentDay()
        ).roster.genesis
    }
}
