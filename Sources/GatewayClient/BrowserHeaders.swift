internal import PageRelease

/// What a common browser sends when someone opens the page: Firefox's long-term version on Windows, in Dutch.
///
/// As recorded from Firefox 153; to be raised with its versions.
enum BrowserHeaders {
    private static let userAgent =
        "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:153.0) Gecko/20100101 Firefox/153.0"

    /// In the browser's order.
    static func of(_ path: PagePath) -> [(String, String)] {
        let (accept, destination, mode, priority) = kind(path)
        var headers = [
            ("User-Agent", userAgent), ("Accept", accept),
            ("Accept-Language", "nl,en-US;q=0.9,en;q=0.8"),
            ("Accept-Encoding", "gzip, deflate, br, zstd"), ("Connection", "keep-alive"),
        ]
        if path == .index { headers.append(("Upgrade-Insecure-Requests", "1")) }
        headers += [
            ("Sec-Fetch-Dest", destination), ("Sec-Fetch-Mode", mode),
            ("Sec-Fetch-Site", path == .index ? "none" : "same-origin"),
        ]
        if path == .index { headers.append(("Sec-Fetch-User", "?1")) }
        if let priority { headers.append(("Priority", priority)) }
        return headers
    }

    private static func kind(
        _ path: PagePath
    ) -> (accept: String, destination: String, mode: String, priority: String?) {
        switch path.type {
        case .html:
            (
                "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", "document",
                "navigate", "u=0, i"
            )
        case .css: ("text/css,*/*;q=0.1", "style", "no-cors", "u=2")
        case .png, .svg, .icon:
            (
                "image/avif,image/webp,image/png,image/svg+xml,image/*;q=0.8,*/*;q=0.5", "image",
                "no-cors", "u=5"
            )
        case .script where path.text.hasSuffix("worker.mjs"):
            ("*/*", "worker", "same-origin", "u=4")
        case .script: ("*/*", "script", "cors", nil)
        case .wasm, .json, .text: ("*/*", "empty", "cors", nil)
        }
    }
}
