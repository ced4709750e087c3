internal import Age
internal import AgePipeline
internal import ArgumentParser
internal import DurableFiles
internal import Foundation
internal import Terminal

/// Makes an age file that any age tool opens.
struct SealFile: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "seal-file",
        abstract: help(
            en: "Seal any file as an age file, to recipients or with a passphrase (offline).",
            nl:
                "Verzegel elk bestand als age-bestand, voor ontvangers of met een wachtzin (zonder internet)."
        ))

    @Option(
        help: ArgumentHelp(
            en: "A recipient (age1pq1… or age1…); may be given more than once.",
            nl: "Een ontvanger (age1pq1… of age1…); mag vaker.", value: "key"))
    var to: [String] = []
    @Option(
        help: ArgumentHelp(
            en: "A file of recipients, one a line, # before comments.",
            nl: "Een bestand met ontvangers, één per regel, # voor opmerkingen.", value: "file"))
    var recipientsFile: [String] = []
    @Flag(
        help: ArgumentHelp(
            en: "Seal with a passphrase, asked for or made here.",
            nl: "Verzegel met een wachtzin, hier gevraagd of gemaakt."))
    var passphrase = false
    @Option(
        help: ArgumentHelp(
            en: "Seal with the passphrase in this file's first line; - is standard input.",
            nl:
                "Verzegel met de wachtzin uit de eerste regel van dit bestand; - is standaardinvoer.",
            value: "file"))
    var passphraseFile: String?
    @Option(
        name: .shortAndLong,
        help: ArgumentHelp(
            en: "Write to this file instead of standard output.",
            nl: "Schrijf naar dit bestand in plaats van naar de standaarduitvoer.", value: "file"))
    var output: String?
    @Argument(
        help: ArgumentHelp(
            en: "The file to seal; - is standard input.",
            nl: "Het bestand om te verzegelen; - is standaardinvoer.", value: "file")) var file:
        String
    @OptionGroup var common: CommonOptions

    private var isForPassphrase: Bool { passphrase || passphraseFile != nil }
    private var isForRecipients: Bool { !to.isEmpty || !recipientsFile.isEmpty }

    func run() throws {
        try common.run { texts, console in
            guard isForPassphrase != isForRecipients else {
                throw texts.usage(texts.failures.sealToWhom)
            }
            let files = AgeFiles(console)
            if output == nil, isatty(STDOUT_FILENO) == 1 {
                throw CommandFailure(
                    files.texts.notShown(files.name(file)).message,
                    hint: files.texts.notShown(files.name(file)).hint)
            }
            // What is sealed here may be the only copy of something: no other file is replaced by it.
            if let output, output != "-", DurableFile.exists(output) {
                throw FileError.alreadyExists(path: output)
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
