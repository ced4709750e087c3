/// What became of a promise: whether the gateway kept its word.
///
/// Source: Docs/protocol.md §5.
public enum PromiseState: Sendable, Equatable {
    /// Its day is not closed yet.
    case pending
    /// The entry is there, and was from the closing of the promised day on.
    case kept(index: Int)
    /// The entry is there, but was logged only at the closing of this later day.
    case late(index: Int, day: Day)
    /// Its day is closed, and the entry is not there: the gateway broke its word, and this proves it.
    case missing
    /// Its month is not kept any more: nothing can be said.
    case expired
}

extension LogView {
    /// Whether a promise, whose signature was checked, has been kept.
    ///
    /// - Parameter months: whole months kept besides the current one; what is older may be gone rightly.
    public func state(of promise: Promise, keepsMonths months: Int, today: Day) -> PromiseState {
        if let index = indices(where: { $0 == promise.entry }).first,
            let logged = day(of: index)
        {
            return logged <= promise.day ? .kept(index: index) : .late(index: index, day: logged)
        }
        guard let lastClosed, promise.day <= lastClosed else { return .pending }
        return promise.day < today.month.adding(-months).firstDay ? .expired : .missing
    }
}
