internal import Age
internal import Sodium

extension Report {
    /// A text as it is sent: without byte order mark, carriage returns, and spaces and empty lines at its
    /// end.
    public static func normalized(_ text: String) -> String {
        var scalars = String.UnicodeScalarView()
        var previous: Unicode.Scalar = "\n"
        for scalar in text.unicodeScalars.drop(while: { $0 == "\u{FEFF}" }) {
            if scalar == "\r" {
                scalars.append("\n")
            } else if scalar != "\n" || previous != "\r" {
                scalars.append(scalar)
            }
            previous = scalar
        }
        while let last = scalars.last, last == "\n" || last == " " { scalars.removeLast() }
        return String(scalars)
    }

    /// The place of what follows a first report.
    ///
    /// Nothing is remembered by who writes: the answers seen are the best hint of the order. A withdrawal
    /// comes after all that could be written with as many answers.
    public static func sequence(_ kind: Kind, answersSeen: Int) -> Int {
        answersSeen + (kind == .withdraw ? 2 : 1)
    }

    /// The bytes of UTF-8 that surely fit, whoever of these counsellors are to read it and whatever is said
    /// with it.
    public static func surelyFits(_ roster: Roster) -> Int {
        let names = roster.counsellors.map { $0.id }.sorted { $0.utf8.count > $1.utf8.count }
        let categories = Category.all.map { $0.rawValue.utf8.count }
        var longest = Report(
            addressed: [String](names.prefix(EnvelopeShape.reportStanzaCount)),
            thread: [UInt8](repeating: 0, count: KeyExchangePrivateKey.publicKeyByteCount),
            replyTo: HybridIdentity().recipient, kind: .aftercare, body: "")
        longest.sequence = 9_999
        longest.about = names.first.map { Answer(counsellor: $0, number: ThreadKeys.labelCount) }
        longest.track = .conversation
        longest.category = Category(
            rawValue: String(repeating: "a", count: categories.max() ?? 0))
        longest.language = .nl
        return longest.bodyCapacity
    }
}
