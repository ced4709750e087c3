internal import Reporting
internal import TransparencyLog

/// Whom the visitor trusts, and what the gateway says of it today: link, notes, day.
struct Context {
    let anchor: TrustAnchor
    let organisation: Organisation
    let today: Day

    /// Takes three fields. Throws `malformedLink`, `malformedNotes`, `untrusted`.
    init(_ fields: inout Fields) throws(PageFault) {
        let link = try fields.nextText()
        let notes = try fields.next()
        today = try fields.next { Day($0) }
        do throws(ReportingError) { anchor = try TrustAnchor(link: link) } catch {
            throw .malformedLink
        }
        let bundle: NoteBundle
        do throws(ReportingError) { bundle = try NoteBundle(parsing: notes) } catch {
            throw .malformedNotes
        }
        do throws(OrganisationError) {
            organisation = try Organisation(bundle: bundle, anchor: anchor, today: today)
        } catch { throw .untrusted(error) }
    }
}

/// What the log shows of itself: days and newest checkpoint.
struct LogHeads {
    let days: LogDays
    let checkpoint: SignedNote

    init(_ days: [UInt8], _ checkpoint: [UInt8]) throws(LogFault) {
        self.days = try LogDays(parsing: days)
        do throws(NoteError) { self.checkpoint = try SignedNote(parsing: checkpoint) } catch {
            throw .malformed
        }
    }
}

/// The log as served, checked: days, checkpoint, tiles.
struct ServedLog {
    /// nil unless all of it was found right.
    let view: LogView?
    /// nil where nothing is wrong, or where no log was handed over.
    let problem: LogProblem?

    /// Takes three fields. A log that can't be believed is no fault: answers are proven without it.
    init(_ fields: inout Fields, _ context: Context) throws(PageFault) {
        let days = try fields.next()
        let checkpoint = try fields.next()
        let tiles = try fields.nextResources()
        var view: LogView?
        var problem: LogProblem?
        if !(days.isEmpty && checkpoint.isEmpty) {
            do throws(LogProblem) {
                view = try Self.view(days, checkpoint, tiles, context)
            } catch { problem = error }
        }
        self.view = view
        self.problem = problem
    }

    private static func view(
        _ days: [UInt8], _ checkpoint: [UInt8], _ tiles: [Resource], _ context: Context
    ) throws(LogProblem) -> LogView {
        let heads: LogHeads
        do throws(LogFault) { heads = try LogHeads(days, checkpoint) } catch { throw .log(error) }
        return try context.organisation.log(
            heads.days, heads.checkpoint, today: context.today
        ) { tile in
            let path = [UInt8](tile.path.utf8)
            return tiles.first { $0.path == path }?.bytes
        }
    }

    /// What is wrong, or null.
    var json: JSON { view == nil ? .object(problem.facts(code: "code")) : .null }
}
