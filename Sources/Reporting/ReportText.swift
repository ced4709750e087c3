internal import Age
internal import Sodium
internal import TransparencyLog

extension Report {
    /// A text as it is sent: without byte order mark, carriage returns, and spaces and empty lines at its
    /// end.
    public static func normalized(_ text: String) -> String {
        var rest = [UInt8](text.utf8)[...]
        while rest.starts(with: byteOrderMark) { rest = rest.dropFirst(byteOrderMark.count) }
        var bytes: [UInt8] = []
        var previous: UInt8 = 0
        for byte in rest {
            if byte == carriageReturn {
                bytes.append(lineFeed)
            } else if byte != lineFeed || previous != carriageReturn {
                bytes.append(byte)
            }
            previous = byte
        }
        while let last = bytes.last, last == lineFeed || last == 0x20 { bytes.removeLast() }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static let byteOrderMark: [UInt8] = [0xef, 0xbb, 0xbf]
    private static let carriageReturn: UInt8 = 0x0d
    private static let lineFeed: UInt8 = 0x0a

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
        let names = roster.counsellors.map { $0.id }.inOrder { $0.utf8.count > $1.utf8.count }
        let categories = Category.all.map { $0.rawValue.utf8.count }
        var longest = Report(
            addressed: [String](names.prefix(EnvelopeShape.reportStanzaCount)),
            thread: [UInt8](repeating: 0, count: KeyExchangePrivateKey.publicKeyByteCount),
            replyTo: HybridIdentity().recipient, kind: .aftercare, body: "")
        longest.sequence = 9_999
        let proof = [UInt8](repeating: 0, count: ThreadKeys.macByteCount)
        longest.continues = Continuation(
            thread: longest.thread, proofs: longest.addressed.map { _ in proof })
        longest.about = names.first.map { Answer(counsellor: $0, number: ThreadKeys.labelCount) }
        longest.track = .conversation
        longest.category = Category(
            rawValue: String(repeating: "a", count: categories.max() ?? 0))
        longest.language = .nl
        return longest.bodyCapacity
    }
}
