package import Reporting
package import TransparencyLog

/// What a reporter fetches: always the same, in the same order, whatever the code.
///
/// Nothing in it was asked for because of a code, so a gateway learns nothing from it but that
/// someone came.
package struct FixedSet: Sendable {
    /// Checked from the link alone; that nothing newer is kept back, only `log` proves.
    package let organisation: Organisation
    /// The notes as served.
    package let notes: NoteBundle
    /// The entries kept, found to make every tree that the log has signed and shows, and to have these notes;
    /// or what is wrong. Answers are proven without it.
    package let log: Result<LogView, Problem>
    /// The checkpoints as served; nil when they could not be read.
    package let heads: LogHeads?
    /// Of every month kept, newest first; within a month as the gateway sorted them.
    package let replies: [ReplyRecord]
    /// Whether the gateway serves the month that this machine's clock says it is; it serves none to come. With a
    /// log that is believed and has closed a day that month has begun there too, but on its first day.
    package let servesThisMonth: Bool

    /// Why there is no log to believe.
    package enum Problem: Error, Equatable {
        /// What is shown of it can't be believed.
        case shown(LogProblem)
        /// Not all of it is shown.
        case withheld
    }
}

extension GatewayClient {
    static let repliesByteLimit = 256 << 20

    /// Fetches and checks the fixed set: GET /notes, /days, /checkpoint, tiles, then the months of replies,
    /// newest first.
    ///
    /// With a log that can't be believed the rest is fetched all the same: there may be answers.
    ///
    /// - Throws: `GatewayError`; `OrganisationError` when the notes do not prove who the
    ///   counsellors are.
    package func fixedSet(anchor: TrustAnchor, today: Day) async throws -> FixedSet {
        let notes = try await notes()
        let organisation = try Organisation(bundle: notes, anchor: anchor, today: today)
        var heads: LogHeads?
        let log: Result<LogView, FixedSet.Problem>
        do {
            let read = try await logHeads()
            heads = read
            let view = try await logView(log: organisation.roster.log, heads: read)
            try organisation.check(view, today: today)
            log = .success(view)
        } catch let fault as LogFault {
            log = .failure(.shown(.log(fault)))
        } catch let problem as LogProblem {
            log = .failure(.shown(problem))
        } catch GatewayError.withheld {
            log = .failure(.withheld)
        }
        var replies: [ReplyRecord] = []
        var servesThisMonth = true
        for month in organisation.roster.repliesMonths(on: today) {
            if let records = try await servedReplies(of: month) {
                replies += records
            } else if month == today.month {
                servesThisMonth = false
            }
        }
        return FixedSet(
            organisation: organisation, notes: notes, log: log, heads: heads, replies: replies,
            servesThisMonth: servesThisMonth)
    }

    /// All notes served; nothing in them is proven yet.
    package func notes() async throws(GatewayError) -> NoteBundle {
        let bytes = try await getShown("/notes", limit: NoteBundle.largest)
        do throws(ReportingError) { return try NoteBundle(parsing: bytes) } catch {
            throw .malformedAnswer
        }
    }

    /// The replies of a month; none for a month that the gateway does not serve.
    package func replies(of month: Month) async throws(GatewayError) -> [ReplyRecord] {
        try await servedReplies(of: month) ?? []
    }

    /// The replies of a month; nil for a month that the gateway does not serve.
    private func servedReplies(of month: Month) async throws(GatewayError) -> [ReplyRecord]? {
        let bytes: [UInt8]
        do throws(GatewayError) {
            bytes = try await getShown("/replies/" + month.text, limit: Self.repliesByteLimit)
        } catch {
            if error == .withheld { return nil }
            throw error
        }
        guard let records = ReplyRecord.records(bytes) else { throw .malformedAnswer }
        return records
    }
}
