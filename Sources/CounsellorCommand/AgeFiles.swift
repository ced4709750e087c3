internal import Age
internal import AgePipeline
internal import DurableFiles
internal import Foundation
internal import Sodium
internal import Terminal

/// What `open-file` and `seal-file` share: files by name, and errors in words.
struct AgeFiles {
    /// Of an identity file, or one of recipients.
    static let keyFileByteLimit = 1 << 20

    let texts: AgeTexts
    let console: Console

    init(_ console: Console) {
        self.console = console
        self.texts = .of(console.language)
    }

    /// How errors and questions call a file.
    func name(_ path: String) -> String { path == "-" ? texts.standardInput : path }

    /// Lends the file at `path`, standard input when that is `-`.
    func withInput<Result>(_ path: String, _ body: (FileEnd) throws -> Result) throws -> Result {
        if path == "-" { return try body(.standardInput) }
        let file = try InputFile(path)
        return try withExtendedLifetime(file) {
            try body(FileEnd(file.descriptor, path: path))
        }
    }

    /// Lends a new file that gets the name `path` only when `body` has succeeded; standard output for nil and `-`.
    func withOutput(
        _ path: String?, synchronized: Bool, _ body: (FileEnd) throws -> Void
    ) throws {
        guard let path, path != "-" else { return try body(.standardOutput) }
        let file = try NewFile(path)
        try body(FileEnd(file.descriptor, path: path))
        try file.commit(synchronized: synchronized)
    }

    /// All identities of a file, which may itself be sealed with a passphrase.
    ///
    /// - Parameter passphrasePath: a file with that passphrase; nil to ask.
    func identities(_ path: String, passphrasePath: String?) throws -> [Identity] {
        var bytes = try console.read(path: path, limit: Self.keyFileByteLimit)
        defer { wipe(&bytes) }
        let isSealed =
            bytes.starts(with: [UInt8]("age-encryption.org/".utf8))
            || bytes.starts(with: [UInt8]("-----BEGIN AGE".utf8))
        if isSealed {
            let passphrase = Passphrase(
                try console.secret(
                    texts.passphrase(name(path)), path: passphrasePath,
                    option: "--identity-passphrase-file"))
            do throws(AgeError) {
                bytes = try AgeFile.open(bytes, with: [.passphrase(passphrase)])
            } catch {
                throw failure(
                    error == .noMatch
                        ? texts.wrongPassphrase(name(path)) : sentence(error, name(path)))
            }
        }
        do throws(AgeError) { return try IdentityFile.parse(bytes.span) } catch {
            throw failure(sentence(error, name(path)))
        }
    }

    /// What an error of the age module says about `file`.
    func sentence(_ error: AgeError, _ file: String) -> Sentence {
        switch error {
        case .notAnAgeFile: texts.notAnAgeFile(file)
        case .headerFailure, .lowOrderShare, .headerMACFailure, .payloadFailure, .armorFailure:
            texts.damaged(file)
        case .truncated: texts.truncated(file)
        case .noMatch: texts.noMatch(file)
        case .workFactorTooHigh: texts.tooMuchWork(file)
        case .outOfMemory: texts.outOfMemory
        case .malformedIdentityLine(let line): texts.badIdentityLine(file, line)
        case .noIdentities, .malformedIdentity: texts.noIdentities(file)
        case .malformedRecipient: texts.badRecipient(file)
        case .unfitRecipients: texts.mixedRecipients
        }
    }

    func failure(_ sentence: Sentence, isPart: Bool = false) -> CommandFailure {
        CommandFailure(
            sentence.message, hint: isPart ? texts.outputIsPart : sentence.hint,
            status: CommandFailure.Status.badInput)
    }
}
