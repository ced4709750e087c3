package import Reporting
internal import Sodium
internal import TransparencyLog

/// Eight words that two people can compare by telephone: the first 88 bits of a SHA-256.
///
/// They prove that both look at the same bytes, if both trust their own screen. They are always shown in
/// both languages: two screens in two languages have a line in common.
package enum Fingerprint {
    static let wordCount = 8
    private static let bitsPerWord = 11

    /// A line `    nl: …` and a line `    en: …`.
    package static func lines(of bytes: [UInt8]) -> String {
        [("nl", WordList.dutch), ("en", .english)]
            .map { "    \($0.0): \(words(of: bytes, in: $0.1))" }.joined(separator: "\n")
    }

    /// The lines of all that a counsellor hands to the holders and they sign: who she is, how she is
    /// reached, her keys. Only the day she came is left out, for it is theirs.
    package static func lines(of counsellor: Roster.Counsellor) -> String {
        lines(of: bytes(of: counsellor))
    }

    static func words(of counsellor: Roster.Counsellor, in list: WordList) -> String {
        words(of: bytes(of: counsellor), in: list)
    }

    private static func bytes(of counsellor: Roster.Counsellor) -> [UInt8] {
        var counsellor = counsellor
        counsellor.since = Day(number: 0)
        return [UInt8](counsellor.enrolment.utf8)
    }

    static func words(of bytes: [UInt8], in list: WordList) -> String {
        let digest = SHA256.hash(bytes)
        return (0..<wordCount).map { word in
            let index = (0..<bitsPerWord).reduce(0) { index, place in
                let bit = word * bitsPerWord + place
                return index << 1 | Int(digest[bit / 8] >> UInt8(7 - bit % 8) & 1)
            }
            return list.words[index]
        }.joined(separator: " ")
    }
}
