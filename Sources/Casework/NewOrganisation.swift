internal import DurableFiles
package import Reporting
package import Sodium
package import TransparencyLog

/// Making an organisation: its one or two root keys, the first list and the link. The keys are in memory until each
/// holder has written theirs under a passphrase of their own.
package final class NewOrganisation: Sendable {
    package static let retentions = 1...120
    package static let coverTotals = 0...1_000

    /// Of one holder or two, the first first.
    private let signers: [NoteSigner]
    package let anchor: TrustAnchor
    private let draft: Roster

    package var roots: [VerifierKey] { signers.map(\.verifierKey) }

    /// - Parameters:
    ///   - gatewayKeys: the file gateway.vkeys that `gateway init` made.
    ///   - retention: whole months.
    /// - Throws: `badOrganisation` for the file; `notPlain` for a name that can't stand in the list;
    ///   `ReportingError.malformedLink` for an address.
    package init(
        name: String, gateway: String, gatewayKeys: String, retention: Int = 6,
        coverTotal: Int = 8, isOneKey: Bool = false, today: Day
    ) throws {
        guard TrustAnchor.isAddress(gateway) else { throw ReportingError.malformedLink }
        let (log, promise) = try Self.keys(ofGateway: gatewayKeys)
        let host = gateway.split(separator: "/").last.map(String.init) ?? gateway
        let purposes = isOneKey ? ["root"] : ["root", "second"]
        signers = try purposes.map { try NoteSigner(name: "\(host)/\($0)") }
        let roots = signers.map(\.verifierKey)
        draft = Roster(
            serial: 1, organisation: name, genesis: roots[0], roots: roots, gateways: [gateway],
            log: log, promise: promise, issued: today,
            expires: today.adding(Roster.longestValidity), retentionMonths: retention,
            coverTotal: coverTotal, counsellors: [])
        guard (try? Roster(text: draft.text)) == draft else { throw CaseworkError.notPlain }
        anchor = try TrustAnchor(gateway: gateway, keys: roots)
    }

    /// Writes a holder's key, 0 or 1, under their passphrase. Throws `FileError.alreadyExists`.
    package func writeKey(
        _ holder: Int, to path: String, passphrase: borrowing SecretBytes
    ) throws {
        try PassphraseFile.create(
            path, holding: signers[holder].keyFile(), passphrase: passphrase)
    }

    /// Makes the folder that the holders work on together; nothing in it is secret. Throws `homeExists`.
    package func makeFolder(_ folder: String) throws {
        _ = try OrganisationFolder(creating: folder, draft: draft, link: anchor)
    }

    /// The lines `log <vkey>` and `promise <vkey>`.
    private static func keys(
        ofGateway path: String
    ) throws -> (log: VerifierKey, promise: VerifierKey) {
        let bytes = try DurableFile.readRegular(path, limit: 1 << 16)
        var keys: [String: VerifierKey] = [:]
        for line in String(decoding: bytes, as: UTF8.self).split(separator: "\n") {
            let parts = line.split(separator: " ").map(String.init)
            if parts.count == 2 { keys[parts[0]] = try? VerifierKey(parts[1]) }
        }
        guard let log = keys["log"], let promise = keys["promise"] else {
            throw CaseworkError.badOrganisation(file: path)
        }
        return (log, promise)
    }
}
