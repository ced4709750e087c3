internal import ArgumentParser
internal import Casework
internal import Reporting
internal import Terminal

/// Closes a case, with a last word where the reporter has a code.
struct CaseCloseCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "close",
        abstract: help(
            en: "Close a case, or open it again.", nl: "Sluit een zaak af, of open die weer."))

    @Flag(
        help: ArgumentHelp(
            en: "Write nothing to the reporter.", nl: "Schrijf de melder niets."))
    var withoutMessage = false
    @Flag(
        help: ArgumentHelp(en: "Open it again instead.", nl: "Open de zaak juist weer."))
    var reopen = false
    @OptionGroup var oldCode: OldCodeOptions
    @OptionGroup var message: MessageOptions
    @OptionGroup var options: CaseOptions

    func run() throws {
        let number = options.number
        try options.change(saying: { reopen ? $0.reopened(number) : $0.closed(number) }) {
            home, today in
            if reopen { return try home.reopen(number, today: today) }
            if withoutMessage { return try home.close(number, today: today) }
            let capacity = try home.replyCapacity(
                to: number, .closed, today: today, toOldCode: oldCode.oldCode)
            let common = options.home.common
            let text = try message.text(
                common.texts.cases.typeClosing, capacity: capacity, common.console)
            _ = try home.reply(
                to: number, .closed, body: text, today: today, toOldCode: oldCode.oldCode)
        }
    }
}
