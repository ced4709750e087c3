// PageRelease: the files of the reporter's web page, read whole from a folder, and the manifest that the
// release key signs. It never looks into what the files say.

/// One file of the page.
package struct PageFile: Sendable, Equatable {
    /// Below the page's folder, such as `scripts/page.mjs`.
    package let path: PagePath
    /// As the folder has it.
    package let bytes: [UInt8]
    /// The same compressed, when a copy that is smaller stands beside it.
    package let gzipped: [UInt8]?

    package init(path: PagePath, bytes: [UInt8], gzipped: [UInt8]? = nil) {
        self.path = path
        self.bytes = bytes
        self.gzipped = gzipped
    }
}

/// A path that can stand in the page's folder and in an address without being encoded.
///
/// Parts of letters, digits, `.`, `-` and `_`, none beginning with a dot but `.well-known`; the last is `manifest`
/// or has an extension of `PageFileType`.
package struct PagePath: Sendable, Hashable, Comparable {
    /// The page itself, served at `/`.
    package static let index = PagePath(checked: "index.html", type: .html)
    /// The signed list of the others.
    package static let manifest = PagePath(checked: "manifest", type: .text)

    private static let limit = 100
    private static let partLimit = 4

    package let text: String
    package let type: PageFileType

    /// nil when `text` is no such path.
    package init?(_ text: String) {
        guard text.utf8.count <= Self.limit else { return nil }
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count <= Self.partLimit else { return nil }
        for (index, part) in parts.enumerated() {
            let isWellKnown = index == 0 && parts.count > 1 && part == ".well-known"
            guard let first = part.utf8.first, first != UInt8(ascii: ".") || isWellKnown,
                part.utf8.allSatisfy(Self.isPlain)
            else { return nil }
        }
        if text == Self.manifest.text {
            self = .manifest
            return
        }
        guard let name = parts.last, let dot = name.lastIndex(of: "."),
            let type = PageFileType(rawValue: String(name[name.index(after: dot)...]))
        else { return nil }
        self.init(checked: text, type: type)
    }

    private init(checked text: String, type: PageFileType) {
        self.text = text
        self.type = type
    }

    /// Whether it is of the page and so listed in the manifest, not the manifest nor for other verifiers.
    package var isListed: Bool { self != .manifest && !text.hasPrefix(".well-known/") }

    /// Where it is served, such as `/style.css`; the index at `/` only.
    package var target: String { self == .index ? "/" : "/" + text }

    /// By bytes, as `LC_ALL=C sort` has it.
    package static func < (left: PagePath, right: PagePath) -> Bool {
        left.text.utf8.lexicographicallyPrecedes(right.text.utf8)
    }

    private static func isPlain(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "-"),
            UInt8(ascii: "_"):
            true
        default: false
        }
    }
}

/// What a page may consist of, by its extension.
package enum PageFileType: String, Sendable, CaseIterable {
    case html, css
    case script = "mjs"
    case wasm, json, svg, png
    case icon = "ico"
    case text = "txt"

    /// For `Content-Type`.
    package var mediaType: String {
        switch self {
        case .html: "text/html; charset=utf-8"
        case .css: "text/css; charset=utf-8"
        case .script: "text/javascript; charset=utf-8"
        case .wasm: "application/wasm"
        case .json: "application/json"
        case .svg: "image/svg+xml"
        case .png: "image/png"
        case .icon: "image/x-icon"
        case .text: "text/plain; charset=utf-8"
        }
    }
}
