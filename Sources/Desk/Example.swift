internal import Casework

/// Words to begin an answer with: a built-in example, perhaps as she changed it, or one of her own.
package struct Example: Sendable, Equatable {
    /// The situations there is a built-in one for.
    package static let builtIn = [
        "received", "safety", "suicide", "minor", "question", "talk", "sexual", "recognised",
        "misconduct", "more", "retaliation", "refer", "close",
    ]

    /// The built-in one it is, or stands in for; nil for one of her own.
    package let key: String?
    /// Of what is kept in the vault; nil for a built-in one as it came.
    package let id: Int?
    package let title: String
    package let text: String

    /// By which a command names it: a situation, or a number of her own.
    package var name: String { key ?? id.map { String($0) } ?? "" }
}

extension Texts {
    /// - Parameter own: hers in this language.
    func examples(_ own: [ReplyTemplate]) -> [Example] {
        Example.builtIn.map { key in
            let changed = own.first { $0.replaces == key }
            return Example(
                key: key, id: changed?.id, title: changed?.title ?? self["template-\(key)"],
                text: changed?.body ?? self["template-\(key)-text"])
        }
            + own.filter { !Example.builtIn.contains($0.replaces) }.map {
                Example(key: nil, id: $0.id, title: $0.title, text: $0.body)
            }
    }
}
