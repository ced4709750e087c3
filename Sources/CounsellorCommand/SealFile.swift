internal import Age
internal import AgePipeline
internal import ArgumentParser
internal import Foundation
internal import Terminal

/// Makes an age file that any age tool opens.
struct SealFile: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "seal-file",
        abstract: "Seal any file as an age file, to recipients or with a passphrase (offline).")

    @Option(help: "A recipient (age1pq1… or age1…); may be given more than once.")
    var to: [String] = []
    @Option(help: "A file of recipients, one a line, # before comments.")
    var recipientsFile: [String] = []
    @Flag(help: "Seal with a passphrase, asked for or made here.")
    var passphrase = false
    @Option(help: "Seal with the passphrase in this file's first line; - is standard input.")
    var passphraseFile: String?
    @Option(name: .shortAndLong, help: "Write to this file instead of standard output.")
    var output: String?
    @Argument(help: "The file to seal; - is standard input.") var file: String
    @OptionGroup var common: CommonOptions

    private var isForPassphrase: Bool { passphrase || passphraseFile != nil }
    private var isForRecipients: Bool { !to.isEmpty || !recipientsFile.isEmpty }

    func validate() throws {
        guard isForPassphrase != isForRecipients else {
            throw ValidationError("--to or --recipients-file, or else --passphrase-file")
        }
    }

    func run() throws {
        try common.run { texts, console in
            let files = AgeFiles(console)
            if output == nil, isatty(STDOUT_FILENO) == 1 {
                throw CommandFailure(
                    files.texts.notShown(files.name(file)).message,
                    hint: files.texts.notShown(files.name(file)).hint)
            }
            let recipients =
                isForPassphrase ? [try newPassphrase(texts, files)] : try recipients(files)
            try files.withInput(file) { input in
                // The plaintext may be deleted next: the file must have reached the disk.
                try files.withOutput(output, synchronized: true) { output in
                    do throws(AgeStreamError) {
                        try AgeStream.seal(from: input, to: output, recipients: recipients)
                    } catch {
                        switch error {
                        case .file(let error): throw error
                        case .age(let error):
                            throw files.failure(files.sentence(error, files.name(file)))
                        }
                    }
                }
            }
        }
    }

    private func newPassphrase(_ texts: Texts, _ files: AgeFiles) throws -> Recipient {
        let chosen = try NewPassphrase(texts: texts, console: files.console).choose(
            for: files.texts.newPassphrase, path: passphraseFile, option: "--passphrase-file")
        return .passphrase(Passphrase(chosen), logN: Passphrase.defaultLogN)
    }

    private func recipients(_ files: AgeFiles) throws -> [Recipient] {
        var lines = to
        for path in recipientsFile {
            let bytes = try files.console.read(path: path, limit: AgeFiles.keyFileByteLimit)
            lines += String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline)
                .map(String.init).filter { !$0.hasPrefix("#") }
        }
        return try lines.map { line in
            do throws(AgeError) { return try Recipient(line) } catch {
                throw files.failure(files.texts.badRecipient(line))
            }
        }
    }
}
