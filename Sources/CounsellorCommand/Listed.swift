internal import Casework
internal import Reporting
internal import Terminal

extension Texts {
    /// All that is signed about a counsellor, with its fingerprint, over several lines.
    func listed(_ counsellor: Roster.Counsellor) -> String {
        [
            setUp.counsellor(
                inert(counsellor.name), counsellor.id, setUp.roles(counsellor.role),
                counsellor.since),
            setUp.reached(
                counsellor.languages.map(\.rawValue).joined(separator: ", "),
                counsellor.ways.map { inert($0) }),
            setUp.keyFingerprint(
                Fingerprint.lines(of: counsellor).split(separator: "\n").map { "    " + $0 }
                    .joined(separator: "\n")),
        ].joined(separator: "\n")
    }
}
