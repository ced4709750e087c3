internal import ArgumentParser
internal import DropBox
internal import DurableFiles
internal import Gateway
internal import Reporting
internal import Terminal

struct AcceptLossCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "accept-loss",
        abstract: help(
            en: "Let a restored store go on whose checkpoint file is lost.",
            nl: "Laat een teruggezette opslag doorgaan waarvan het bestand checkpoint kwijt is."),
        discussion: help(
            en: """
                For a disk that was lost. Without FOLDER/checkpoint nothing here tells whether the \
                store is the newest. Ask every counsellor for the file mirror/checkpoint of her \
                collector's folder and give the one with the most entries. If a day was closed or a \
                note published after the backup was made and after that checkpoint, this log can't go \
                on: read "The disk is lost" in Docs/operations.md first.
                """,
            nl: """
                Voor een schijf die verloren is. Zonder MAP/checkpoint zegt niets hier of de opslag de \
                nieuwste is. Vraag elke vertrouwenspersoon om het bestand mirror/checkpoint uit de map \
                van haar ophaalcomputer, en geef dat met de meeste regels. Is na de reservekopie en na \
                dat checkpoint een dag afgesloten of een bericht bekendgemaakt, dan kan dit logboek niet \
                doorgaan: lees eerst "The disk is lost" in Docs/operations.md.
                """))

    @Argument(
        help: ArgumentHelp(
            en: "A folder made by gateway init.", nl: "Een map die gateway init heeft gemaakt.",
            value: "folder"))
    var folder: String

    @Option(
        help: ArgumentHelp(
            en: "The newest checkpoint that a collector's mirror has.",
            nl: "Het nieuwste checkpoint dat een ophaalcomputer heeft.", value: "file"))
    var newestCheckpoint: String

    @OptionGroup var language: LanguageOption

    func run() async throws {
        let texts = GatewayTexts.here
        let loss = try await failing(folder: folder) {
            let opened = try GatewayFolder(folder)
            let lock = try FolderLock(folder: folder)
            defer { withExtendedLifetime(lock) {} }
            let bytes = try DurableFile.read(
                newestCheckpoint, limit: DropBox.checkpointByteLimit)
            let dropBox = try opened.openDropBox(isLogChecked: false, now: systemClock)
            do { return try dropBox.acceptLoss(newestCheckpoint: bytes) } catch LogDamage
                .foreignCheckpoint
            {
                throw CommandFailure(
                    words: texts.foreignCheckpoint(newestCheckpoint, folder),
                    status: CommandFailure.Status.badInput)
            }
        }
        let console = Console(language: .ofCommandLine)
        console.print(texts.lossAccepted(loss))
        console.notice(texts.lossAcceptedHint)
    }
}
