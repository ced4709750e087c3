internal import ArgumentParser
internal import Gateway
internal import Terminal

/// A person's word for the clock, which closing many days at once needs.
struct ClockOption: ParsableArguments {
    @Flag(
        help: ArgumentHelp(
            en: "Close also more than \(DayKeeper.commandLimit) days at once; look at the date "
                + "first, for a closed day can't be opened again.",
            nl: "Sluit ook meer dan \(DayKeeper.commandLimit) dagen tegelijk af; kijk eerst naar "
                + "de datum, want een afgesloten dag gaat niet meer open."))
    var clockIsRight = false

    /// The most days to close; nil for any.
    var limit: Int? { clockIsRight ? nil : DayKeeper.commandLimit }
}
