internal import Foundation
package import Reporting

extension Language {
    /// The language of the environment: LC_ALL, LC_MESSAGES, LANG, the first that is set.
    ///
    /// Dutch for `nl…`, else English.
    package static func ofEnvironment(
        _ environment: [String: String] = ProcessInfo.processInfo.environment
    ) -> Language {
        let set = ["LC_ALL", "LC_MESSAGES", "LANG"].lazy.compactMap { environment[$0] }
        guard let name = set.first(where: { !$0.isEmpty }) else { return .en }
        return Language(rawValue: String(name.lowercased().prefix(2))) ?? .en
    }
}
