package import Reporting
package import TransparencyLog

/// What goes along with a referral, as text that a person can read: what she adds, and under a heading each
/// message, answer and note that she chose, every line of it behind `>`.
package struct ReferralText: Sendable {
    /// What of a case goes along.
    package struct Choice: Sendable, Equatable {
        /// Places among the case's messages, both sides', from 0.
        package var messages: Set<Int>
        /// Places among her notes, from 0.
        package var notes: Set<Int>
        /// What she adds.
        package var remark: String

        package init(messages: Set<Int>, notes: Set<Int> = [], remark: String = "") {
            self.messages = messages
            self.notes = notes
            self.remark = remark
        }

        /// All messages and answers, and no notes: those were for her alone.
        package static func all(of file: CaseFile) -> Choice {
            Choice(messages: Set(file.messages.indices))
        }
    }

    private let language: Language
    private let day: @Sendable (Day) -> String

    /// - Parameter day: a day as people write it.
    package init(_ language: Language, day: @escaping @Sendable (Day) -> String = { $0.text }) {
        self.language = language
        self.day = day
    }

    /// The whole text; empty when nothing is chosen.
    package func text(_ file: CaseFile, _ notes: [PrivateNote], _ choice: Choice) -> String {
        var sections: [String] = []
        let remark = Report.normalized(choice.remark)
        if !VisibleText.isBlank(remark) { sections.append(remark) }
        for (index, message) in file.messages.enumerated() where choice.messages.contains(index) {
            sections.append(section(message))
        }
        for (index, note) in notes.enumerated() where choice.notes.contains(index) {
            sections.append(section(word("Aantekening", "Note"), day(note.day), note.body))
        }
        return sections.joined(separator: "\n\n")
    }

    /// A message's heading: whose, of which day.
    package func title(_ message: CaseFile.Message) -> String {
        switch message {
        case .received(let received):
            let from =
                received.referral.map { word("Doorverwijzing door ", "Referral by ") + $0.name }
                ?? word("Bericht van de melder", "Message from the reporter")
            let doubt =
                received.isAuthentic
                ? "" : word(", NIET BEWEZEN van de melder", ", NOT PROVEN to be from the reporter")
            return "\(from)\(doubt), \(day(received.day))"
        case .written(let written):
            return word("Mijn antwoord, ", "My answer, ") + day(written.day)
        }
    }

    private func section(_ message: CaseFile.Message) -> String {
        switch message {
        case .received(let received):
            section(title(message), kinds(received.kind), received.body)
        case .written(let written):
            section(title(message), "", written.body)
        }
    }

    private func section(_ title: String, _ more: String, _ body: String) -> String {
        let quoted = body.split(separator: "\n", omittingEmptySubsequences: false)
            .map { Self.quote + $0 }
        let heading = "— " + title + (more.isEmpty ? "" : ", " + more)
        return ([heading] + (body.isEmpty ? [] : quoted)).joined(separator: "\n")
    }

    private func kinds(_ code: String) -> String {
        switch code {
        case "withdraw": word("STOP: doe hier niets mee", "STOP: don't do anything with this")
        case "agree": word("vindt het goed", "agrees")
        case "decline": word("vindt het niet goed", "does not agree")
        case "aftercare": word("na het afsluiten", "after closing")
        default: ""
        }
    }

    private func word(_ dutch: String, _ english: String) -> String {
        language == .nl ? dutch : english
    }

    private static let quote = "> "

    /// Cuts a text between lines into parts of at most so many bytes of UTF-8; a longer line is cut too.
    package static func parts(_ text: String, capacity: Int) -> [String] {
        var parts: [String] = []
        var part = ""
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            for piece in pieces(of: line, capacity: capacity) {
                let joined = part.isEmpty ? piece : part + "\n" + piece
                if joined.utf8.count <= capacity {
                    part = joined
                } else {
                    parts.append(part)
                    part = piece
                }
            }
        }
        return part.isEmpty ? parts : parts + [part]
    }

    private static func pieces(of line: Substring, capacity: Int) -> [String] {
        guard line.utf8.count > capacity else { return [String(line)] }
        let isQuoted = line.hasPrefix(quote)
        var pieces: [String] = []
        var piece = ""
        for character in line {
            if piece.utf8.count + character.utf8.count > capacity {
                pieces.append(piece)
                piece = isQuoted ? quote : ""
            }
            piece.append(character)
        }
        return pieces + [piece]
    }
}
