internal import ArgumentParser
internal import GatewayClient
internal import Reporting
internal import Terminal
internal import TransparencyLog

/// `reporter send`: sends an envelope that was kept, once or again; twice does no harm.
struct SendCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "send",
        abstract: "Send a kept envelope. Possible until the fifth of the next month.",
        discussion: """
            Sending the same envelope again is safe: it can't arrive twice. The file is removed once the \
            gateway has surely accepted it. Exit status 0: accepted; 69: not sent; 75: uncertain.
            """)

    @OptionGroup var common: CommonOptions

    @Argument(help: "The file that --keep made.")
    var file: String

    @Flag(help: "Ask nothing.")
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
                    texts.sending.keptTooOld(month, texts.common.day(kept.lastDay)))
            }
            // A day of grace: clocks and time zones differ.
            guard kept.month <= today.adding(1).month else {
                throw CommandFailure(texts.sending.keptTooNew(month, texts.common.day(today)))
            }
            let set = try await visit.fetch()
            let roster = set.organisation.roster
            guard kept.genesisID == roster.genesis.keyID else {
                throw CommandFailure(
                    texts.sending.keptOther, status: CommandFailure.Status.badInput)
            }
            // It may have been accepted on any day since it was sealed.
            let sending = Sending(
                visit: visit, roster: roster,
                days: kept.month.firstDay.adding(-1)...today.adding(1),
                asks: !yes && Console.canAsk)
            let promise = try await sending.send(kept, keptAt: file)
            visit.tellSent(promise, to: [], organisation: set.organisation)
        }
    }
}
