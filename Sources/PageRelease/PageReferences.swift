/// Which other files a file of the page names: what a browser would ask for next.
package enum PageReferences {
    /// Files that each organisation has of its own, so that no release lists them.
    private static let own: Set<String> = ["organisation.json", "logo.png"]

    /// In the order of the file, each once.
    ///
    /// It finds quoted paths: `./x.mjs`, `../x.mjs` and `/x.mjs` anywhere, `x.mjs` in HTML. What it misses is found in the
    /// manifest later; it decides only what is asked for first.
    package static func paths(in bytes: [UInt8], of file: PagePath) -> [PagePath] {
        guard [.html, .css, .script].contains(file.type) else { return [] }
        var found: [PagePath] = []
        var start = bytes.startIndex
        for index in bytes.indices where isQuote(bytes[index]) {
            let text = bytes[start..<index]
            start = index + 1
            guard (2...100).contains(text.count), let path = path(text, in: file),
                path != file, path.isListed, !own.contains(path.text), !found.contains(path)
            else { continue }
            found.append(path)
        }
        return found
    }

    private static func path(_ text: ArraySlice<UInt8>, in file: PagePath) -> PagePath? {
        let text = String(decoding: text, as: UTF8.self)
        var parts = text.split(separator: "/", omittingEmptySubsequences: false)
        var folder: [Substring] = []
        switch parts.first {
        case "": parts.removeFirst()
        case ".", "..": folder = file.text.split(separator: "/").dropLast()
        default:
            guard file.type == .html else { return nil }
            folder = file.text.split(separator: "/").dropLast()
        }
        for part in parts {
            switch part {
            case ".": continue
            case "..":
                guard folder.popLast() != nil else { return nil }
            default: folder.append(part)
            }
        }
        return PagePath(folder.joined(separator: "/"))
    }

    private static func isQuote(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") || byte == UInt8(ascii: "`")
            // Attributes in HTML need no quotes.
            || byte == UInt8(ascii: "=") || byte == UInt8(ascii: " ") || byte == UInt8(ascii: ">")
    }
}
