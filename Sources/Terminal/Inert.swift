internal import Reporting

/// Text received from others, made harmless and honest to show.
///
/// Controls (C0, DEL, C1), direction overrides, and characters without width are shown as what they
/// are (`␛`, `⟨U+202E⟩`), so nothing moves the cursor, hides or reorders; and after a letter that only looks like its
/// neighbours stands which it is (`LookAlikes`). Line feeds and tabs stay
/// where `lines` is true, for text of several lines; elsewhere they are shown as `␊` and `␉`.
package func inert(_ text: String, lines: Bool = false) -> String {
    var shown = String.UnicodeScalarView()
    for scalar in LookAlikes.marked(text).unicodeScalars {
        switch scalar.value {
        case 0x09 where lines, 0x0A where lines:
            shown.append(scalar)
        case 0x00...0x1F:
            shown.append(Unicode.Scalar(0x2400 + scalar.value) ?? "\u{FFFD}")
        case 0x7F:
            shown.append("\u{2421}")
        case _ where VisibleText.isInvisible(scalar.value):
            shown.append(contentsOf: LookAlikes.codePoint(scalar))
        default:
            shown.append(scalar)
        }
    }
    return String(shown)
}

/// Paragraphs broken between words, at most `width` characters a line; an indent and a
/// dash stay.
///
/// - Parameter hanging: so much further in stands what comes under the first line.
package func wrapped(_ text: String, width: Int = 76, hanging: Int = 0) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
        var words = line.split(separator: " ")
        var row = String(line.prefix { $0 == " " })
        var indent = row + String(repeating: " ", count: hanging)
        if words.first == "-" {
            words.removeFirst()
            row += "- "
            indent += "  "
        }
        var rows: [String] = []
        var isEmpty = true
        for word in words {
            if !isEmpty, row.count + 1 + word.count > width {
                rows.append(row)
                row = indent
                isEmpty = true
            }
            row += (isEmpty ? "" : " ") + word
            isEmpty = false
        }
        if isEmpty { row = "" }
        return (rows + [row]).joined(separator: "\n")
    }.joined(separator: "\n")
}
