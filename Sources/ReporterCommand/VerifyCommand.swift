internal import ArgumentParser
internal import DurableFiles
internal import Reporting
internal import Sodium
internal import Terminal
internal import TransparencyLog

/// `reporter verify`: a proof from a file, checked by anyone, without network and without a code.
struct VerifyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: help(
            en: "Check a proof that a sealed envelope was accepted and kept. Needs no network.",
            nl:
                "Kijk een bewijs na dat een dichte envelop is aangenomen en bewaard. Zonder internet."
        ),
        discussion: help(
            en: """
                The proof is a .tlog-proof file, as 'reporter check --evidence' writes it. The \
                list of confidential counsellors lies beside it in organisation.notes, the link \
                in organisation.link; what the link names must have signed the list. A proof \
                from someone else is worth as much as the link: take that from the poster then, \
                with --organisation. Nothing is fetched or sent.

                Exit status 0: proven; 65: not proven.
                """,
            nl: """
                Het bewijs is een .tlog-proof-bestand, zoals 'reporter check --evidence' dat \
                schrijft. De lijst met vertrouwenspersonen ligt ernaast in organisation.notes, de \
                link in organisation.link; de lijst moet ondertekend zijn met wat de link noemt. \
                Een bewijs van een ander is zoveel waard als de link: neem die dan van de poster, \
                met --organisation. Er wordt niets opgehaald of verstuurd.

                Exitstatus 0: bewezen; 65: niet bewezen.
                """))

    @OptionGroup var language: LanguageOption

    @Argument(
        help: ArgumentHelp(
            en: "The .tlog-proof file.", nl: "Het .tlog-proof-bestand.", value: "file"))
    var proof: String

    @Option(
        help: ArgumentHelp(
            en: "The organisation's link, or a file that holds it, if not organisation.link.",
            nl:
                "De link van de organisatie, of een bestand met die link, als het niet organisation.link is.",
            value: "link-or-file"))
    var organisation: String?

    @Option(
        help: ArgumentHelp(
            en: "The signed list, or all notes in one file, if not organisation.notes.",
            nl:
                "De ondertekende lijst, of alle berichten in één bestand, als het niet organisation.notes is.",
            value: "file"))
    var roster: String?

    @Option(
        help: ArgumentHelp(
            en: "Also check that it is of this sealed envelope: its bytes, or what --keep kept.",
            nl:
                "Kijk ook na of het van deze dichte envelop is: de bytes ervan, of wat --keep bewaarde.",
            value: "file"))
    var envelope: String?

    func run() async throws {
        let texts = Texts.of(.ofCommandLine)
        let console = Console(language: texts.language)
        // Named first when it is not there.
        let proof = try console.read(path: self.proof, limit: LogProof.largest)
        let link = organisation ?? beside(EvidenceFolder.link)
        let anchor = try Visit.anchor(
            organisation != nil || DurableFile.exists(link) ? link : nil, console: console,
            texts: texts)
        let notes = try notes(anchor, console, texts)
        let proven = try Self.proven(proof, notes.roster, texts)
        if let envelope {
            let bytes = try console.read(path: envelope, limit: KeptEnvelope.byteLimit)
            let content = KeptEnvelope(bytes)?.envelope.bytes ?? bytes
            guard SHA256.hash(content) == proven.entry.hash else {
                throw CommandFailure(
                    texts.verify.otherEnvelope(envelope), status: CommandFailure.Status.badInput)
            }
        }
        show(proven, notes.roster, console, texts)
        if self.organisation == nil {
            console.print(wrapped(texts.verify.linkBeside(anchor.link)))
        }
    }

    /// A file in the proof's folder.
    private func beside(_ name: String) -> String {
        proof.lastIndex(of: "/").map { proof[...$0] + name } ?? name
    }

    private func notes(
        _ anchor: TrustAnchor, _ console: Console, _ texts: Texts
    ) throws(CommandFailure) -> Organisation {
        let roster = roster ?? beside(EvidenceFolder.notes)
        let bytes = try console.read(path: roster, limit: NoteBundle.largest)
        guard let bundle = Self.bundle(bytes) else {
            throw CommandFailure(
                texts.verify.noRoster(roster), status: CommandFailure.Status.badInput)
        }
        do throws(OrganisationError) {
            return try Organisation(kept: bundle, anchor: anchor)
        } catch {
            throw texts.failure(error, today: Visit.currentDay)
        }
    }

    /// One signed note, or all notes as they are served.
    private static func bundle(_ bytes: [UInt8]) -> NoteBundle? {
        if bytes.starts(with: "note ".utf8) { return try? NoteBundle(parsing: bytes) }
        return (try? SignedNote(parsing: bytes)).map { NoteBundle([$0]) }
    }

    private static func proven(
        _ proof: [UInt8], _ roster: Roster, _ texts: Texts
    ) throws(CommandFailure) -> ProvenEntry {
        do throws(NoteError) {
            return try ProvenEntry(try LogProof(parsing: proof), roster: roster)
        } catch {
            throw CommandFailure(
                texts.verify.what(error), status: CommandFailure.Status.badInput)
        }
    }

    private func show(
        _ proven: ProvenEntry, _ roster: Roster, _ console: Console, _ texts: Texts
    ) {
        let verify = texts.verify
        console.print(wrapped(verify.proven(verify.kinds(proven.entry.kind))))
        console.print("  SHA-256: " + Hex.encode(proven.entry.hash))
        let place = verify.place(
            inert(proven.checkpoint.origin), proven.index, proven.checkpoint.head.size)
        console.print(wrapped("  " + place))
        let list = verify.organisation(
            inert(roster.organisation), texts.common.day(roster.issued),
            texts.common.day(roster.expires))
        console.print(wrapped("  " + list))
        if envelope != nil { console.print(wrapped("  " + verify.sameEnvelope)) }
        if proven.confirmations.isEmpty { console.print(wrapped("  " + verify.nobody)) }
        for one in proven.confirmations {
            let name = texts.name(one.counsellor)
            if let day = one.fetched {
                console.print(wrapped("  " + verify.fetched(name, texts.common.day(day))))
            }
            if let day = one.imported {
                console.print(wrapped("  " + verify.imported(name, texts.common.day(day))))
            }
        }
        console.print(wrapped(verify.notProven))
    }
}
