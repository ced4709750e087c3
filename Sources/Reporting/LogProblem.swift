public import TransparencyLog

/// Why a log, or what is served beside it, can't be believed.
public enum LogProblem: Error, Equatable {
    /// The log shows what an honest one never does.
    case log(LogFault)
    /// The notes served are not those of the log.
    case notes(OrganisationError)
}

extension Organisation {
    /// The log that is served, after everything in it was checked: its entries make every tree that it has
    /// signed and shows, all that is to be kept is there, and it has these notes.
    ///
    /// - Parameters:
    ///   - days: with the checkpoint, as served.
    ///   - tiles: the bytes of a tile, as served; nil when there is none.
    public func log(
        _ days: LogDays, _ checkpoint: SignedNote, today: Day, tiles: (Tile) -> [UInt8]?
    ) throws(LogProblem) -> LogView {
        let view: LogView
        do throws(LogFault) {
            view = try LogView(log: roster.log, days: days, checkpoint: checkpoint, served: tiles)
        } catch { throw .log(error) }
        try check(view, today: today)
        return view
    }

    /// The same, for one who has made a view of it.
    public func check(_ view: LogView, today: Day) throws(LogProblem) {
        do throws(LogFault) {
            try view.check(keepsMonths: monthsKept(on: today), today: today)
        } catch { throw .log(error) }
        do throws(OrganisationError) { try check(log: view) } catch { throw .notes(error) }
    }
}
