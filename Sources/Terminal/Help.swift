package import ArgumentParser
internal import Reporting

/// One of two texts of the help, in the language of this run.
package func help(en english: String, nl dutch: String) -> String {
    switch Language.ofCommandLine {
    case .nl: dutch
    case .en: english
    }
}

extension ArgumentHelp {
    /// What an option or argument is for, in the language of this run.
    ///
    /// - Parameter value: what stands for its value, in English; those of `dutchValues` are translated.
    package init(en: String, nl: String, value: String? = nil) {
        self.init(
            help(en: en, nl: nl),
            valueName: value.map { help(en: $0, nl: dutchValues[$0] ?? $0) })
    }
}

/// Stand-ins for values, and what they are in Dutch.
private let dutchValues = [
    "address": "adres", "category": "categorie", "count": "aantal", "days": "dagen",
    "file": "bestand", "files": "bestanden", "folder": "map", "key": "sleutel",
    "languages": "talen", "link-or-file": "link-of-bestand", "minutes": "minuten",
    "months": "maanden", "name": "naam",
    "number": "nummer", "port": "poort", "role": "rol", "short-name": "korte-naam",
    "state": "stand", "text": "tekst", "track": "soort", "way": "manier", "whose": "van-wie",
]
