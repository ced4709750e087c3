internal import Reporting
internal import Terminal

/// Where a code and a text come from when both are needed: a file, standard input, or a person.
struct Inputs {
    /// A path, `-` for standard input, or nil to ask.
    let code: String?
    /// The same.
    let message: String?

    /// Standard input that is no terminal holds the text, or the code where the text has its own
    /// file.
    ///
    /// - Throws: when both would come from standard input.
    init(
        code: CodeOptions, message: MessageOptions, texts: Texts, asks: Bool
    ) throws(CommandFailure) {
        var (codePath, messagePath) = (code.codeFile, message.messageFile)
        if !Console.inputIsTerminal {
            if codePath != "-", messagePath == nil {
                messagePath = "-"
            } else if codePath == nil, messagePath != "-" {
                codePath = "-"
            }
            if codePath == nil, !asks {
                throw CommandFailure(
                    texts.failures.codeNeeded, status: CommandFailure.Status.usage)
            }
        }
        guard codePath != "-" || messagePath != "-" else {
            throw CommandFailure(texts.failures.oneInput, status: CommandFailure.Status.usage)
        }
        self.code = codePath
        self.message = messagePath
    }
}
