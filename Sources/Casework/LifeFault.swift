/// What keeps a case from going on as was asked.
package enum LifeFault: Error, Equatable, Sendable {
    /// It has to be said why.
    case reasonNeeded
    /// The day is before the case came, or after today.
    case badDay
    /// There is no such step.
    case unknownStep
    /// Its erasure is held.
    case onHold(number: Int)
    /// Only what is closed is erased, or asked after.
    case notClosed(number: Int)
    /// Its day to be erased has not come.
    case notDue(number: Int)
    /// An answer in it has not gone.
    case unsent(number: Int)
    /// An open case goes by its code.
    case answersAnother(number: Int, open: Int)
    /// The reporter has a code.
    case hasCode(number: Int)
    /// Cases that can't be made one: the same, a part already, or an invented one.
    case notMergeable
    /// None of the chosen messages is of this case, or all are.
    case notSplittable
}
