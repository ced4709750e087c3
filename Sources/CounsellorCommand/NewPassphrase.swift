internal import Reporting
internal import Sodium
internal import Terminal

/// Choosing a passphrase: made here of seven random words, or the person's own, twice.
struct NewPassphrase {
    /// 77 bits: out of reach behind scrypt.
    static let wordCount = 7
    static let smallestByteCount = 12

    let texts: Texts
    let console: Console

    /// - Parameters:
    ///   - what: it protects, in words.
    ///   - path: a file with the passphrase in its first line; nil to ask.
    func choose(
        for what: String, path: String?, option: String
    ) throws -> SecretBytes {
        if let path { return try accepted(console.readSecret(path: path)) }
        let choice = try console.choose(
            texts.setUp.makeOrChoose(what),
            from: [texts.setUp.madeForYou, texts.setUp.ownChoice], option: option)
        let passphrase: SecretBytes
        if choice == 0 {
            let words = made()
            console.notice(texts.setUp.madePassphrase(words))
            passphrase = SecretBytes(copying: [UInt8](words.utf8))
        } else {
            passphrase = try accepted(
                console.askSecret(texts.setUp.newPassphrase(what), option: option))
        }
        let again = try console.askSecret(texts.setUp.again, option: option)
        guard constantTimeEqual(passphrase.copyOut(), again.copyOut()) else {
            throw failure(texts.failures.passphrasesDiffer)
        }
        return passphrase
    }

    private func accepted(_ passphrase: consuming SecretBytes) throws -> SecretBytes {
        guard passphrase.byteCount >= Self.smallestByteCount else {
            throw failure(texts.failures.passphraseTooShort)
        }
        return passphrase
    }

    private func made() -> String {
        let list = WordList.list(for: texts.language)
        return (0..<Self.wordCount).map { _ in
            list.words[randomNumber(below: WordList.wordCount)]
        }.joined(separator: " ")
    }

    private func failure(_ sentence: Sentence) -> CommandFailure {
        CommandFailure(sentence.message, hint: sentence.hint)
    }
}
