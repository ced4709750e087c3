package import Reporting
internal import Sodium
internal import TransparencyLog

/// Eight words that two people can compare by telephone: the first 88 bits of a SHA-256.
///
/// They prove that both look at the same bytes, if both trust their own screen.
package enum Fingerprint {
    static let wordCount = 8
    private static let bitsPerWord = 11

    /// The words, in the language of `list`.
    package static func words(of bytes: [UInt8], in list: WordList) -> String {
        let digest = SHA256.hash(bytes)
        return (0..<wordCount).map { word in
            let index = (0..<bitsPerWord).reduce(0) { index, place in
                let bit = word * bitsPerWord + place
                return index << 1 | Int(digest[bit / 8] >> UInt8(7 - bit % 8) & 1)
            }
            return list.words[index]
        }.joined(separator: " ")
    }

    /// The words of a counsellor's keys.
    package static func words(of counsellor: Roster.Counsellor, in list: WordList) -> String {
        let keys = [
            counsellor.request, counsellor.collector, counsellor.imported, counsellor.notes,
        ].map { $0.text + "\n" }.joined()
        let text = "\(counsellor.id)\n\(keys)\(Hex.encode(counsellor.threadKey))\n"
        return words(of: [UInt8](text.utf8), in: list)
    }
}
