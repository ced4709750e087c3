internal import Casework
internal import Reporting
internal import TransparencyLog

/// Reading whom to trust: the organisation's link, and its first key.
struct AnchorReading {
    let texts: Texts

    /// - Parameter text: the link itself, or the name of a file that holds it.
    func anchor(_ text: String) throws -> TrustAnchor {
        do { return try OrganisationLink.anchor(text) } catch is ReportingError {
            throw texts.usage(texts.failures.badLink(text))
        }
    }

    /// The genesis key: of the roster when one is given, else the first key of the link.
    func genesis(of anchor: TrustAnchor, roster path: String?) throws -> VerifierKey {
        try OrganisationLink.genesis(of: anchor, roster: path, today: currentDay())
    }
}
