internal import DurableFiles
internal import Reporting
internal import Sodium
internal import Terminal

/// Showing a new code before anything is sent, and seeing that it is kept.
struct CodeShown {
    let console: Console
    let texts: Texts
    let code: ReceiptCode

    private var words: [String] { code.words(in: .list(for: texts.language)) }

    /// One line of ten words on standard output, for scripts.
    func printLine() {
        console.notice(texts.file.notSentYet)
        console.print(words.joined(separator: " "))
    }

    /// Ten numbered lines, what they mean, and the offer to type them back.
    ///
    /// - Parameter keepWords: why they are to be kept.
    func showAndCheck(_ keepWords: String) throws(CommandFailure) {
        let line = String(repeating: "=", count: 60)
        console.notice("\n" + line + "\n  " + texts.file.notSentYet + "\n" + line + "\n")
        console.notice(wrapped(keepWords) + "\n")
        for (index, word) in words.enumerated() {
            let number = String(index + 1)
            console.print(String(repeating: " ", count: 6 - number.count) + number + "   " + word)
        }
        console.notice("\n" + wrapped(texts.file.whatLosingMeans) + "\n")
        while try console.confirm(texts.file.typeBackOffer, option: "--yes") {
            let typed = try console.ask(texts.code.prompt, option: "--yes")
            let reading = ReceiptCode.parse(typed)
            if case .valid(let other, _) = reading,
                constantTimeEqual(other.entropy.copyOut(), code.entropy.copyOut())
            {
                console.notice(texts.file.typeBackRight)
                return
            }
            let prompt = CodePrompt(console: console, texts: texts)
            for problem in prompt.problems(reading) { console.notice(wrapped(problem)) }
            // Fewer or more words are not other words.
            if case .wrongCount = reading { continue }
            console.notice(wrapped(texts.file.typeBackWrong))
        }
    }

    /// Writes the words to a new file that only its owner reads.
    func write(to path: String) throws(CommandFailure) {
        guard !DurableFile.exists(path) else {
            throw CommandFailure(texts.failures.alreadyThere(path))
        }
        var bytes = [UInt8]((words.joined(separator: " ") + "\n").utf8)
        defer { wipe(&bytes) }
        do throws(FileError) {
            // Not `create`: sticks have file systems without links.
            try DurableFile.replace(path, with: bytes)
        } catch {
            throw CommandFailure(texts.failures.cannotWrite(path))
        }
        console.notice(wrapped(texts.file.savedTo(inert(path))))
    }
}
