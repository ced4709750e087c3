internal import Terminal
internal import TransparencyLog

extension Texts {
    /// The whole directory, a line each, with the day it was checked.
    func helpLines(today: Day) -> String {
        var lines = [organisation.helpLines + ":"]
        lines += HelpLine.all.map { line in
            "  \(line.name) (\(line.purpose(in: language))): \(line.contact)"
        }
        lines.append("  " + organisation.helpAsOf(common.day(HelpLine.asOf)))
        if today.number - HelpLine.asOf.number > HelpLine.freshDays {
            lines.append("  " + organisation.helpOld)
        }
        lines.append("  " + organisation.phoneBill)
        return lines.joined(separator: "\n")
    }
}
