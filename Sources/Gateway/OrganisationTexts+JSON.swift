extension OrganisationTexts {
    /// `{"nl":{"welcome":"…","help":[{"name":"…","for":"…","contact":"…"}]},…}`, with nothing in it that means
    /// something to HTML, wherever it is put.
    package var json: String {
        object(
            languages.map { code, texts in
                let help = texts.help.map { entry in
                    object([
                        ("name", string(entry.name)), ("for", string(entry.purpose)),
                        ("contact", string(entry.contact)),
                    ])
                }
                return (
                    code,
                    object([
                        ("welcome", string(texts.welcome)),
                        ("help", "[" + help.joined(separator: ",") + "]"),
                    ])
                )
            })
    }
}

private func object(_ members: [(name: String, value: String)]) -> String {
    "{" + members.map { string($0.name) + ":" + $0.value }.joined(separator: ",") + "}"
}

/// Source: RFC 8259 §7.
private func string(_ text: String) -> String {
    var escaped = "\""
    for scalar in text.unicodeScalars {
        switch scalar {
        case "\"", "\\": escaped += "\\" + String(scalar)
        case "\n": escaped += "\\n"
        case "<", ">", "&", "'", "\u{0}"..."\u{1f}", "\u{7f}"..."\u{9f}", "\u{2028}", "\u{2029}":
            let digits = String(scalar.value, radix: 16)
            escaped += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
        default: escaped.unicodeScalars.append(scalar)
        }
    }
    return escaped + "\""
}
