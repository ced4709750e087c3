internal import ArgumentParser
internal import GatewayClient
internal import Reporting
internal import Terminal
internal import TransparencyLog

/// `reporter organisation`: who the counsellors are, when they read, other ways, help lines.
struct OrganisationCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "organisation",
        abstract: help(
            en: "Who the confidential counsellors are, when they read, other ways, help lines.",
            nl: "Wie de vertrouwenspersonen zijn, wanneer ze lezen, andere manieren, hulplijnen."),
        discussion: help(
            en: "Nothing is sent. The help lines are shown also when nothing can be reached.",
            nl:
                "Er wordt niets verstuurd. De hulplijnen komen ook in beeld als niets te bereiken is."
        ))

    @OptionGroup var common: CommonOptions

    func run() async throws {
        let today = Visit.currentDay
        guard common.organisation != nil else {
            // Without a link there are still the help lines.
            let texts = common.texts
            Console(language: texts.language).print(texts.helpLines(today: today) + "\n")
            throw CommandFailure(texts.failures.noLink, status: CommandFailure.Status.usage)
        }
        try await Visit.run(common) { visit in
            let (console, texts) = (visit.console, visit.texts)
            // The same as any other visit: who only looks is like who comes back.
            let set = try await visit.fetch()
            let organisation = set.organisation
            console.print(
                texts.describe(organisation, log: try? set.log.get(), today: today) + "\n")
            console.print(wrapped(texts.organisation.whatTheyDo) + "\n")
            console.print(wrapped(texts.file.limits) + "\n")
            if let alone = visit.oneAlone(organisation.roster) { console.print(wrapped(alone)) }
            console.print(
                texts.organisation.validUntil(texts.common.day(organisation.roster.expires)) + "\n")
            console.print(texts.helpLines(today: today))
            if case .failure(let problem) = set.log {
                throw texts.failure(problem, today: today)
            }
        }
    }
}
