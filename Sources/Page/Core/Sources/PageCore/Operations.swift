internal import Reporting
internal import TransparencyLog

/// What the page asks of the core. Each takes fields and gives bytes, JSON but for `seal`; nothing is kept
/// between two.
enum Operations {
    /// link, notes, day, days, checkpoint → what is to be fetched, the same for everyone.
    static func plan(_ fields: inout Fields) throws(PageFault) -> [UInt8] {
        let context = try Context(&fields)
        let days = try fields.next()
        let checkpoint = try fields.next()
        try fields.finish()
        var tiles: [Tile] = []
        var isOutrun = false
        do throws(LogFault) {
            let heads = try LogHeads(days, checkpoint)
            isOutrun = !heads.days.ends(with: heads.checkpoint)
            let range = try LogRange(heads.days, heads.checkpoint)
            tiles = range.hashTiles + range.bundles
        } catch {
            // There is no log to be had; answers there may be.
        }
        let months = context.organisation.roster.repliesMonths(on: context.today)
        return JSON.object([
            ("tiles", .list(tiles.map { .text($0.path) })),
            ("months", .list(months.map { .text($0.text) })),
            ("again", .bool(isOutrun)),
        ]).bytes
    }

    /// language → ten new words.
    static func newCode(_ fields: inout Fields) throws(PageFault) -> [UInt8] {
        let language = try fields.next { Language(rawValue: $0) }
        try fields.finish()
        let words = ReceiptCode().words(in: .list(for: language))
        return JSON.object([("words", .list(words.map { .text($0) }))]).bytes
    }

    /// link, notes, day, tag ‖ envelope, the gateway's answer, month of sealing or nothing → the day
    /// promised.
    static func openPromise(_ fields: inout Fields) throws(PageFault) -> [UInt8] {
        let context = try Context(&fields)
        let posted = try fields.next()
        let answer = try fields.next()
        let month = try fields.nextOptional { Month($0) }
        try fields.finish()
        let entry: LogEntry
        do throws(ReportingError) {
            entry = try SealedEnvelope(kind: .report, posted: posted).entry
        } catch { throw .malformedInput }
        let days =
            month.map { PromiseExpectation.days(sealedIn: $0, today: context.today) }
            ?? PromiseExpectation.days(sealedOn: context.today)
        do throws(PromiseProblem) {
            let promise = try PromiseExpectation(context.organisation.roster, days: days)
                .promise(answer, entry: entry).promise
            return JSON.object([("day", JSON(promise.day))]).bytes
        } catch { throw .notPromised(error) }
    }
}
