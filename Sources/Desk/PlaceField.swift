internal import Foundation
internal import Terminal

// Folders and files as a person names them: chosen from the sticks, typed, or pasted from a file manager.
extension Visit {
    /// A whole path. Throws `Problem` for none, for one that does not begin at the root or in her own folder, and for
    /// one on a stick that is not plugged in: there it would be written to this computer's disk.
    func place(_ field: String, _ form: FormBody) throws -> String {
        guard let path = try optionalPlace(field, form) else { throw Problem("folder-empty") }
        return path
    }

    /// The same where the field may be left empty: nil then.
    func optionalPlace(_ field: String, _ form: FormBody) throws -> String? {
        let typed = try form.text(field)
        guard let path = Place.whole(typed) else {
            if typed.trimmingSpaces.isEmpty { return nil }
            throw Problem("folder-relative")
        }
        guard Place.isPluggedIn(path) else { throw Problem("folder-noStick", inert(path)) }
        return path
    }
}

/// Paths in a file system.
package enum Place {
    /// The path that someone means: without spaces and quotes around it, `file://` addresses decoded, `~/` as the home
    /// folder. nil for one that does not begin at the root.
    package static func whole(_ typed: String) -> String? {
        var path = typed.trimmingSpaces
        for quote in ["\"", "'"] where path.count > 1 && path.hasPrefix(quote) {
            guard path.hasSuffix(quote) else { continue }
            path = String(path.dropFirst().dropLast()).trimmingSpaces
        }
        if path.hasPrefix("file://") {
            let address = path.dropFirst("file://".count)
            path = String(address.drop { $0 != "/" }).removingPercentEncoding ?? ""
        }
        if path == "~" || path.hasPrefix("~/") {
            let own = FileManager.default.homeDirectoryForCurrentUser.path
            path = (ProcessInfo.processInfo.environment["HOME"] ?? own) + path.dropFirst()
        }
        while path.count > 1, path.hasSuffix("/") { path.removeLast() }
        return path.hasPrefix("/") && !path.contains("\0") ? path : nil
    }

    /// False for a path where sticks are mounted, under none that is.
    package static func isPluggedIn(_ path: String) -> Bool {
        guard let media = Sticks.places.first(where: { path.hasPrefix($0 + "/") }) else {
            return true
        }
        let disk = device(media)
        var folder = ""
        for part in path.split(separator: "/") {
            folder += "/" + part
            guard folder.count > media.count, let own = device(folder) else { continue }
            if own != disk { return true }
        }
        return false
    }

    private static func device(_ path: String) -> Int? {
        let facts = try? FileManager.default.attributesOfItem(atPath: path)
        return facts?[.systemNumber] as? Int
    }
}
