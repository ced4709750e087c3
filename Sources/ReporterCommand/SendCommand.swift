internal import ArgumentParser
internal import GatewayClient
internal import Reporting
internal import Terminal
internal import TransparencyLog

/// `reporter send`: sends an envelope that was kept, once or again; twice does no harm.
struct SendCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "send",
        abstract: help(
            en: "Send a kept envelope. Possible until the fifth of the next month.",
            nl: "Verstuur een bewaarde envelop. Dat kan tot en met de vijfde van de volgende maand."
        ),
        discussion: help(
            en: """
                Sending the same envelope again is safe: it can't arrive twice. The file is \
                removed once the reporting point has surely accepted it.

                Exit status 0: accepted; 75: uncertain; anything else: not sent, and 69 when the \
                reporting point could not be reached or did not take it.
                """,
            nl: """
                Dezelfde envelop nog een keer versturen is veilig: dubbel aankomen kan niet. Het \
                bestand wordt weggehaald als het meldpunt hem zeker heeft aangenomen.

                Exitstatus 0: aangenomen; 75: onzeker; al het andere: niet verstuurd, en 69 als \
                het meldpunt niet te bereiken was of het niet aannam.
                """))

    @OptionGroup var common: CommonOptions
    @OptionGroup var evidence: EvidenceOptions

    @Argument(
        help: ArgumentHelp(
            en: "The file that --keep made.", nl: "Het bestand dat --keep heeft gemaakt.",
            value: "file"))
    var file: String

    @Flag(help: ArgumentHelp(en: "Ask nothing.", nl: "Vraag niets."))
    var yes = false

    func run() async throws {
        try await Visit.run(common) { visit in
            let (console, texts, today) = (visit.console, visit.texts, visit.today)
            let bytes = try console.read(path: file, limit: KeptEnvelope.byteLimit)
            guard let kept = KeptEnvelope(bytes) else {
                throw CommandFailure(
                    texts.sending.keptMalformed(file), status: CommandFailure.Status.badInput)
            }
            let month = texts.common.month(kept.month)
            guard today <= kept.lastDay else {
                throw CommandFailure(
                    texts.sending.keptTooOld(month, texts.common.day(kept.lastDay)),
                    status: CommandFailure.Status.badInput)
            }
            // A day of grace: clocks and time zones differ.
            guard kept.month <= today.adding(1).month else {
                throw CommandFailure(texts.sending.keptTooNew(month, texts.common.day(today)))
            }
            let folder = try visit.evidence(evidence)
            let set = try await visit.fetch()
            let log = try visit.proven(set)
            let roster = set.organisation.roster
            guard kept.genesisID == roster.genesis.keyID else {
                throw CommandFailure(
                    texts.sending.keptOther, status: CommandFailure.Status.badInput)
            }
            guard !set.organisation.readers(in: kept.month, log: log).isEmpty else {
                throw Readers(visit: visit, organisation: set.organisation, log: log).nobody()
            }
            // It may have been accepted on any day since it was sealed.
            let sending = Sending(
                visit: visit, roster: roster,
                days: PromiseExpectation.days(sealedIn: kept.month, today: today),
                asks: !yes && Console.canAsk, evidence: folder)
            let promise = try await sending.send(kept, keptAt: file)
            visit.tellSent(promise, to: [], organisation: set.organisation)
        }
    }
}
