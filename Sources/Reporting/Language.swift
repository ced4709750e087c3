/// A language that a reporter, a counsellor and the texts between them can be in.
///
/// A further language is a further case here, with its word list in `WordList.all`.
public enum Language: String, Sendable, CaseIterable {
    /// Dutch.
    case nl
    /// English.
    case en

    /// The language of a name or a locale: `nl`, `Nederlands`, `dutch`, `nl_NL.UTF-8`, `en-GB`.
    ///
    /// nil for any other. Case does not matter.
    public init?(name: String) {
        let letters = name.lowercased().utf8.prefix { (0x61...0x7A).contains($0) }
        switch String(decoding: [UInt8](letters), as: UTF8.self) {
        case "nl", "nederlands", "dutch": self = .nl
        case "en", "engels", "english": self = .en
        default: return nil
        }
    }
}
