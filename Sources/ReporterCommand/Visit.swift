internal import Foundation
internal import GatewayClient
internal import Reporting
internal import Terminal
internal import TransparencyLog

/// One run of a command towards one organisation: whom to talk with, in which language, on which
/// day.
struct Visit: Sendable {
    let console: Console
    let texts: Texts
    let anchor: TrustAnchor
    let client: GatewayClient
    let today: Day

    /// By this computer's clock, in UTC.
    static var currentDay: Day {
        Day(secondsSince1970: Int(Date().timeIntervalSince1970.rounded(.down)))
    }

    /// Reads the options, lends the visit to `body`, and ends its connections.
    static func run(_ options: CommonOptions, _ body: (Visit) async throws -> Void) async throws {
        let texts = options.texts
        let visit = try Visit(options, texts: texts)
        do {
            try await body(visit)
        } catch {
            await visit.client.close()
            throw error
        }
        await visit.client.close()
    }

    private init(_ options: CommonOptions, texts: Texts) throws(CommandFailure) {
        self.console = Console(language: texts.language)
        self.texts = texts
        self.today = Self.currentDay
        self.anchor = try Self.anchor(options.organisation, console: console, texts: texts)
        do throws(GatewayError) {
            self.client = try GatewayClient(
                try GatewayAddress(anchor.gateway), proxy: options.proxy)
        } catch {
            throw texts.failure(error, address: anchor.gateway)
        }
    }

    /// The link itself, or the file that holds it.
    static func anchor(
        _ text: String?, console: Console, texts: Texts
    ) throws(CommandFailure) -> TrustAnchor {
        guard let text else {
            throw CommandFailure(texts.failures.noLink, status: CommandFailure.Status.usage)
        }
        var link = text
        if !text.contains("://") {
            do throws(CommandFailure) {
                let bytes = try console.read(path: text, limit: 4_096)
                // Some editors put a byte order mark before a text.
                let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
                link = String(
                    decoding: bytes.starts(with: mark) ? bytes[3...] : bytes[...], as: UTF8.self)
            } catch {
                throw CommandFailure(texts.failures.cannotReadLink(text))
            }
        }
        do throws(ReportingError) {
            return try TrustAnchor(link: link)
        } catch {
            throw CommandFailure(
                texts.failures.malformedLink, status: CommandFailure.Status.badInput)
        }
    }

    /// Everything that is fetched, the same for everyone, before anything is asked.
    ///
    /// Whether the log in it can be believed is for the caller: `proven`.
    func fetch() async throws(CommandFailure) -> FixedSet {
        do {
            let set = try await client.fixedSet(anchor: anchor, today: today)
            if lacksThisMonth(set), mayBeTheClock(set.log) {
                throw CommandFailure(texts.failures.otherMonth(texts.common.day(today)))
            }
            return set
        } catch {
            // Whatever is wrong there: someone who needs help now must not be left without.
            console.notice(texts.helpLines(today: today) + "\n")
            switch error {
            case let failure as CommandFailure: throw failure
            case let error as OrganisationError: throw texts.failure(error, today: today)
            case let error as GatewayError:
                throw texts.failure(error, address: anchor.gateway)
            default: throw CommandFailure(texts.failures.malformedAnswer)
            }
        }
    }

    /// Whether this month's answers are not given. On its first day two right clocks may differ by a month.
    func lacksThisMonth(_ set: FixedSet) -> Bool {
        !set.servesThisMonth && today != today.month.firstDay
    }

    /// Whether nothing shows that this month has begun at the gateway: a day closed lately would.
    private func mayBeTheClock(_ log: Result<LogView, FixedSet.Problem>) -> Bool {
        switch log {
        case .success(let log): log.lastClosed == nil
        case .failure(.shown(.log(.stale))): true
        case .failure: false
        }
    }

    /// The log of what was fetched; nothing is sent to a gateway whose log can't be believed.
    ///
    /// - Throws: what is wrong, after the other ways were told.
    func proven(_ set: FixedSet) throws(CommandFailure) -> LogView {
        switch set.log {
        case .success(let log):
            guard lacksThisMonth(set) else { return log }
            tellOtherWays(set.organisation)
            throw texts.failure(.withheld, today: today)
        case .failure(let problem):
            tellOtherWays(set.organisation)
            throw texts.failure(problem, today: today)
        }
    }

    /// That one person alone signed the list, or that only one signature could be checked; nil for two.
    func oneAlone(_ roster: Roster) -> String? {
        guard anchor.keys.count == 1 else { return nil }
        return roster.roots.count == 1
            ? texts.organisation.oneSignature : texts.organisation.oneInLink
    }

    /// Who else can be reached, and how, when this gateway can't be relied on.
    func tellOtherWays(_ organisation: Organisation) {
        console.notice(
            texts.describe(organisation, log: nil, today: today) + "\n\n"
                + texts.helpLines(today: today) + "\n")
    }
}
