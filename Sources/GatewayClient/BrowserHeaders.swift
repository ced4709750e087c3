internal import PageRelease

/// What a common browser sends when it opens the page: Firefox's long-term version on Windows, which Tor Browser is too.
///
/// To be raised with its versions. Source: Fetch Metadata; RFC 9218 for `Priority`.
enum BrowserHeaders {
    private static let userAgent =
        "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0"

    /// In the browser's order.
    static func of(_ path: PagePath, isSecure: Bool) -> [(String, String)] {
        var headers = [
            ("User-Agent", userAgent), ("Accept", accept(path)),
            ("Accept-Language", "nl,en-US;q=0.7,en;q=0.3"),
            ("Accept-Encoding", isSecure ? "gzip, deflate, br, zstd" : "gzip, deflate"),
            ("Connection", "keep-alive"),
        ]
        if path == .index { headers.append(("Upgrade-Insecure-Requests", "1")) }
        // A browser tells these to secure addresses only, this machine's own among them.
        headers += [
            ("Sec-Fetch-Dest", destination(path)),
            ("Sec-Fetch-Mode", mode(path)),
            ("Sec-Fetch-Site", path == .index ? "none" : "same-origin"),
        ]
        if path == .index { headers.append(("Sec-Fetch-User", "?1")) }
        headers.append(("Priority", path == .index ? "u=0, i" : "u=4"))
        return headers
    }

    private static func accept(_ path: PagePath) -> String {
        switch path.type {
        case .html: "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"
        case .css: "text/css,*/*;q=0.1"
        case .png, .svg, .icon:
            "image/avif,image/webp,image/png,image/svg+xml,image/*;q=0.8,*/*;q=0.5"
        case .script, .wasm, .json, .text: "*/*"
        }
    }

    private static func destination(_ path: PagePath) -> String {
        switch path.type {
        case .html: "document"
        case .css: "style"
        case .script: "script"
        case .png, .svg, .icon: "image"
        case .wasm, .json, .text: "empty"
        }
    }

    private static func mode(_ path: PagePath) -> String {
        switch path.type {
        case .html: "navigate"
        case .css, .png, .svg, .icon: "no-cors"
        case .script, .wasm, .json, .text: "cors"
        }
    }
}
