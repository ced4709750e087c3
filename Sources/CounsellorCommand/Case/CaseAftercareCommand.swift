internal import ArgumentParser
internal import Casework
internal import Reporting
internal import Terminal

/// Does a check-in after closing, or says why not.
struct CaseAftercareCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "aftercare",
        abstract: help(
            en: "Do a check-in after closing: 2-weeks, 3-months or 6-months.",
            nl: "Doe een nazorg na het afsluiten: 2-weeks, 3-months of 6-months."))

    @OptionGroup var options: CaseOptions
    @Argument(
        help: ArgumentHelp(
            en: "2-weeks, 3-months or 6-months", nl: "2-weeks, 3-months of 6-months",
            value: "step"))
    var step: String
    @Option(
        help: ArgumentHelp(
            en: "message (an answer in the conversation), phone, or skipped",
            nl: "message (een antwoord in het gesprek), phone of skipped", value: "way"))
    var by = "message"
    @OptionGroup var message: MessageOptions

    func run() throws {
        let common = options.home.common
        let (step, way): (AftercareStep, Aftercare.Way) = (
            try known(step, "step", common.texts), try known(by, "--by", common.texts)
        )
        try options.change(saying: { $0.saved(options.number) }) { home, today in
            let capacity =
                way == .message
                ? try home.replyCapacity(to: options.number, .answer, today: today) : 1 << 16
            let prompt =
                way == .message ? common.texts.cases.typeReply : common.texts.life.typeRemark
            let text = try message.text(prompt, capacity: capacity, common.console)
            try home.checkIn(step, of: options.number, by: way, text: text, today: today)
        }
    }
}

/// Holds the erasure of a case, or ends that.
struct CaseHoldCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "hold",
        abstract: help(
            en: "Hold the erasure of a case, with a reason.",
            nl: "Houd het wissen van een zaak tegen, met een reden."))

    @OptionGroup var options: CaseOptions
    @Option(help: ArgumentHelp(en: "Why.", nl: "Waarom.", value: "text")) var reason = ""
    @Flag(help: ArgumentHelp(en: "End the hold.", nl: "Laat weer los.")) var release = false

    func run() throws {
        let number = options.number
        try options.change(saying: { release ? $0.released(number) : $0.held(number) }) {
            home, today in
            if release {
                try home.release(number, today: today)
            } else {
                try home.hold(number, reason: reason, today: today)
            }
        }
    }
}
