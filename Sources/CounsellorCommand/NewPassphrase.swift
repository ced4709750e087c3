internal import Casework
internal import Sodium
internal import Terminal

/// Choosing a passphrase: made here of seven random words, or the person's own, twice.
///
/// Whoever mistypes at a terminal is asked again; only a file's is refused at once.
struct NewPassphrase {
    let texts: Texts
    let console: Console

    /// - Parameters:
    ///   - what: it protects, in words.
    ///   - path: a file with the passphrase in its first line; nil to ask.
    func choose(
        for what: String, path: String?, option: String
    ) throws -> SecretBytes {
        if let path {
            let passphrase = try console.readSecret(path: path)
            guard passphrase.byteCount >= PassphraseAdvice.smallestByteCount else {
                throw failure(texts.failures.passphraseTooShort)
            }
            return passphrase
        }
        let choice = try console.choose(
            texts.setUp.makeOrChoose(what),
            from: [texts.setUp.madeForYou, texts.setUp.ownChoice], option: option)
        return choice == 0 ? try copied(option) : try chosen(for: what, option)
    }

    /// One made here, once it is typed from paper or screen without a mistake.
    private func copied(_ option: String) throws -> SecretBytes {
        let words = PassphraseAdvice.made(in: texts.language)
        console.notice(texts.setUp.madePassphrase(words))
        let passphrase = SecretBytes(copying: [UInt8](words.utf8))
        while true {
            let again = try console.askSecret(texts.setUp.again, option: option)
            if isEqual(passphrase, again) { return passphrase }
            console.notice(texts.setUp.notTheseWords)
        }
    }

    /// The person's own, once it is long enough and typed twice the same.
    private func chosen(for what: String, _ option: String) throws -> SecretBytes {
        while true {
            let passphrase = try console.askSecret(texts.setUp.newPassphrase(what), option: option)
            guard passphrase.byteCount >= PassphraseAdvice.smallestByteCount else {
                console.notice(texts.setUp.tooShort(PassphraseAdvice.smallestByteCount))
                continue
            }
            let again = try console.askSecret(texts.setUp.again, option: option)
            if isEqual(passphrase, again) { return passphrase }
            console.notice(texts.setUp.notTheSame)
        }
    }

    private func isEqual(_ one: borrowing SecretBytes, _ other: borrowing SecretBytes) -> Bool {
        var (left, right) = (one.copyOut(), other.copyOut())
        defer {
            wipe(&left)
            wipe(&right)
        }
        return constantTimeEqual(left, right)
    }

    private func failure(_ sentence: Sentence) -> CommandFailure {
        CommandFailure(sentence.message, hint: sentence.hint)
    }
}
