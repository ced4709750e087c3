internal import Age
internal import AgePipeline
internal import ArgumentParser
internal import DurableFiles
internal import Foundation
internal import Terminal

/// Opens any age file, whoever made it: an organisation is never locked in.
struct OpenFile: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "open-file",
        abstract: help(
            en: "Open any age file, with an identity file or a passphrase (offline).",
            nl: "Open elk age-bestand, met een sleutelbestand of een wachtzin (zonder internet)."),
        discussion: help(
            en: """
                Without --identity and --passphrase-file, a file sealed with a passphrase asks for \
                it. Exit status 0 means that the whole file was there and unaltered; with \
                --output, nothing else is ever written.
                """,
            nl: """
                Zonder --identity en --passphrase-file wordt bij een bestand met een wachtzin \
                daarnaar gevraagd. Exitstatus 0 betekent dat het hele bestand er was en niet \
                veranderd is; met --output wordt nooit iets anders geschreven.
                """))

    @Option(
        help: ArgumentHelp(
            en: "A file of identities (AGE-SECRET-KEY-…), sealed with a passphrase or not.",
            nl: "Een bestand met sleutels (AGE-SECRET-KEY-…), verzegeld met een wachtzin of niet.",
            value: "file"))
    var identity: [String] = []
    @Option(
        help: ArgumentHelp(
            en: "Read the identity file's passphrase from this file's first line.",
            nl: "Lees de wachtzin van het sleutelbestand uit de eerste regel van dit bestand.",
            value: "file"))
    var identityPassphraseFile: String?
    @Option(
        help: ArgumentHelp(
            en: "Read the passphrase from this file's first line; - is standard input.",
            nl: "Lees de wachtzin uit de eerste regel van dit bestand; - is standaardinvoer.",
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
            en: "The age file, armored or not; - is standard input.",
            nl: "Het age-bestand, in tekstvorm (armor) of niet; - is standaardinvoer.",
            value: "file")) var file: String
    @OptionGroup var common: CommonOptions

    func run() throws {
        try common.run { texts, console in
            guard identity.isEmpty || passphraseFile == nil else {
                throw texts.usage(texts.failures.openWithWhat)
            }
            let files = AgeFiles(console)
            // A passphrase on standard input stands before the file there.
            let known = try knownIdentities(files)
            try files.withInput(file) { input in
                let opening = try explaining(files) { () throws(AgeStreamError) in
                    try AgeStream.start(input)
                }
                let identities = try known ?? askedPassphrase(opening, files)
                if output == nil, isatty(STDOUT_FILENO) == 1 {
                    return try show(opening, identities, files)
                }
                try files.withOutput(output, synchronized: false) { end in
                    try explaining(files, opening.header) { () throws(AgeStreamError) in
                        try opening.finish(to: end, identities: identities)
                    }
                }
            }
        }
    }

    private func knownIdentities(_ files: AgeFiles) throws -> [Identity]? {
        if let passphraseFile {
            return [.passphrase(Passphrase(try files.console.readSecret(path: passphraseFile)))]
        }
        guard !identity.isEmpty else { return nil }
        return try identity.flatMap {
            try files.identities($0, passphrasePath: identityPassphraseFile)
        }
    }

    private func askedPassphrase(
        _ opening: AgeStream.Opening, _ files: AgeFiles
    ) throws -> [Identity] {
        let name = files.name(file)
        guard opening.header.isForPassphrase else {
            throw files.failure(files.texts.needsIdentity(name))
        }
        return [
            .passphrase(
                Passphrase(
                    try files.console.askSecret(
                        files.texts.passphrase(name), option: "--passphrase-file")))
        ]
    }

    /// At a terminal: only text, made harmless, and only after the whole file was authentic.
    private func show(
        _ opening: AgeStream.Opening, _ identities: [Identity], _ files: AgeFiles
    ) throws {
        let limit = 1 << 20
        var bytes: [UInt8] = []
        try explaining(files, opening.header) { () throws(AgeStreamError) in
            bytes = try opening.finish(limit: limit, identities: identities)
        }
        guard bytes.count <= limit, let text = String(validating: bytes, as: UTF8.self),
            !bytes.contains(0)
        else { throw files.failure(files.texts.notShown(files.name(file))) }
        try files.console.printBytes([UInt8](inert(text, lines: true).utf8))
    }

    /// Runs `body`; what the stream throws becomes a sentence about this file.
    private func explaining<Result>(
        _ files: AgeFiles, _ header: AgeHeader? = nil,
        _ body: () throws(AgeStreamError) -> Result
    ) throws -> Result {
        do throws(AgeStreamError) { return try body() } catch {
            let name = files.name(file)
            switch error {
            case .file(let error): throw error
            case .age(.noMatch): throw files.failure(noMatch(header, files.texts, name))
            case .age(let error):
                let isPart = output == nil && [.payloadFailure, .truncated].contains(error)
                throw files.failure(
                    files.sentence(error, name), isPart: isPart && header != nil)
            }
        }
    }

    private func noMatch(_ header: AgeHeader?, _ texts: AgeTexts, _ name: String) -> Sentence {
        switch (header?.isForPassphrase ?? false, passphraseFile != nil || identity.isEmpty) {
        case (true, true): texts.wrongPassphrase(name)
        case (true, false): texts.needsPassphrase(name)
        case (false, true): texts.needsIdentity(name)
        case (false, false): texts.noMatch(name)
        }
    }
}
