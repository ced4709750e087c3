/// ArgumentParser's own words in Dutch: it has them in English only.
enum DutchHelp {
    /// A whole help text; what commands say themselves is Dutch already.
    static func help(_ text: String) -> String {
        var text = text
        for (english, dutch) in words { text = text.replacing(english, with: dutch) }
        return text.split(separator: "\n", omittingEmptySubsequences: false)
            .map { heading($0) }.joined(separator: "\n")
    }

    /// What is wrong with a command line.
    static func message(_ text: String) -> String {
        for (english, dutch) in messages {
            if let values = values(of: text, in: english) { return filled(dutch, with: values) }
        }
        return "dit klopt niet in de opdracht: \(text)"
    }

    /// No longer than the English ones that stand in a line: that was broken to fit the screen.
    private static let words = [
        ("Show help information.", "Toon deze uitleg."), ("Show the version.", "Toon de versie."),
        ("(default:", "(anders:"), ("(default)", "(vanzelf)"), ("<subcommand>", "<opdracht>"),
        ("[<options>]", "[<opties>]"), ("<options>", "<opties>"),
    ]

    private static func heading(_ line: Substring) -> String {
        if line.hasPrefix("OVERVIEW: ") { return "DOEL: " + line.dropFirst(10) }
        if line.hasPrefix("USAGE: ") { return "GEBRUIK: " + line.dropFirst(7) }
        if let values = values(of: String(line), in: "  See '%' for detailed help.") {
            return "  Zie '\(values[0])' voor meer uitleg."
        }
        switch line {
        case "ARGUMENTS:": return "ARGUMENTEN:"
        case "OPTIONS:": return "OPTIES:"
        case "SUBCOMMANDS:": return "OPDRACHTEN:"
        default:
            // A group's name is Dutch.
            let end = " SUBCOMMANDS:"
            return line.hasSuffix(end) ? line.dropLast(end.count) + ":" : String(line)
        }
    }

    /// Source: swift-argument-parser 1.8, ErrorMessageGenerator.
    private static let messages = [
        ("Unknown option '%'. Did you mean '%'?", "de optie '%' is er niet; wel '%'"),
        ("Unknown option '%'", "de optie '%' is er niet"),
        ("Missing value for '%'", "bij '%' ontbreekt de waarde"),
        (
            "The option '%' does not take any value, but '%' was specified.",
            "bij '%' hoort geen waarde, maar er staat '%'"
        ),
        ("Missing expected argument '%'", "'%' ontbreekt"),
        ("Missing one of: '%'", "een van deze ontbreekt: '%'"),
        ("The value '%' is invalid for '%': %", "'%' kan niet bij '%': %"),
        (
            "The value '%' is invalid for '%'. Please provide one of %.",
            "'%' kan niet bij '%'; wel: %"
        ),
        ("The value '%' is invalid for '%'", "'%' kan niet bij '%'"),
        ("Missing required subcommand.", "er staat niet bij wat er gedaan moet worden"),
    ]

    /// What stands in the places of `pattern` that are marked %; nil when the text is another.
    private static func values(of text: String, in pattern: String) -> [String]? {
        let parts = pattern.split(separator: "%", omittingEmptySubsequences: false)
        guard text.hasPrefix(parts[0]) else { return nil }
        var rest = Substring(text).dropFirst(parts[0].count)
        var values: [String] = []
        for (index, part) in parts.dropFirst().enumerated() {
            if index == parts.count - 2 {
                guard rest.hasSuffix(part) else { return nil }
                values.append(String(rest.dropLast(part.count)))
            } else {
                guard let place = rest.firstRange(of: part) else { return nil }
                values.append(String(rest[..<place.lowerBound]))
                rest = rest[place.upperBound...]
            }
        }
        return values.isEmpty && !rest.isEmpty ? nil : values
    }

    private static func filled(_ pattern: String, with values: [String]) -> String {
        zip(pattern.split(separator: "%", omittingEmptySubsequences: false), values + [""])
            .map { $0 + $1 }.joined()
    }
}
