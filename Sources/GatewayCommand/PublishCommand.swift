internal import ArgumentParser
internal import DropBox
internal import DurableFiles
internal import Gateway
internal import Reporting
internal import Terminal
internal import TransparencyLog

struct PublishCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "publish",
        abstract: help(
            en: "Add signed notes: rosters, counsellors' keys and hours.",
            nl: "Maak ondertekende berichten bekend: lijsten, en sleutels en leestijden."),
        discussion: help(
            en: """
                Works while the gateway serves. A note is checked first: a roster must be signed \
                by every root key it names and by those of the roster before it, and name this \
                gateway's keys; a counsellor's note must be signed by her key of the roster in \
                force. Serials only grow. Publishing a note again does no harm.
                """,
            nl: """
                Dit kan terwijl de gateway werkt. Elk bericht wordt eerst nagekeken: een lijst \
                moet ondertekend zijn met elke root-sleutel die erin staat en met die van de \
                lijst ervoor, en de sleutels van deze gateway noemen; een bericht van een \
                vertrouwenspersoon moet ondertekend zijn met haar sleutel uit de lijst die \
                geldt. Nummers lopen alleen op. Een bericht nog eens bekendmaken kan geen kwaad.
                """))

    @Argument(
        help: ArgumentHelp(
            en: "A folder made by gateway init.", nl: "Een map die gateway init heeft gemaakt.",
            value: "folder"))
    var folder: String

    @Argument(
        help: ArgumentHelp(
            en: "Files with one signed note each.",
            nl: "Bestanden met elk één ondertekend bericht.", value: "files"))
    var files: [String]

    @OptionGroup var language: LanguageOption

    func run() async throws {
        let console = Console(language: .ofCommandLine)
        let opened = try await failing(folder: folder) { try GatewayFolder(folder) }
        let notes = try await readNotes()
        let dropBox = try await failing(folder: folder) {
            try opened.openDropBox(now: systemClock)
        }
        for (file, bytes, notice) in notes {
            try await failing(folder: folder, file: file) {
                _ = try await dropBox.publish(
                    bytes, author: nil, identity: opened.identity, today: systemToday())
            }
            console.print(GatewayTexts.here.published(notice))
        }
    }

    /// All files are read before any is published; rosters come first, for they name who may sign others.
    private func readNotes() async throws -> [(file: String, bytes: [UInt8], notice: Notice)] {
        var rosters: [(file: String, bytes: [UInt8], notice: Notice, serial: Int)] = []
        var others: [(file: String, bytes: [UInt8], notice: Notice)] = []
        for file in files {
            try await failing(folder: folder, file: file) {
                let bytes = try DurableFile.read(file, limit: NoticeBoard.noteByteLimit)
                let notice = try Notice(parsing: bytes)
                if case .roster(let roster, _) = notice {
                    rosters.append((file, bytes, notice, roster.serial))
                } else {
                    others.append((file, bytes, notice))
                }
            }
        }
        rosters.sort { $0.serial < $1.serial }
        return rosters.map { ($0.file, $0.bytes, $0.notice) } + others
    }
}
