internal import HTTPTypes
internal import Hummingbird
internal import NIOCore
package import PageRelease

/// The reporter's page as it is served: the same bytes for everyone, from memory.
package struct ServedPage: Sendable {
    private struct Served {
        let type: String
        let bytes: ByteBuffer
        let gzipped: ByteBuffer?
    }

    /// By path of the request.
    private let files: [String: Served]

    package init(_ folder: PageFolder) {
        files = Dictionary(
            uniqueKeysWithValues: folder.files.map { file in
                (
                    file.path.target,
                    Served(
                        type: file.path.type.mediaType, bytes: ByteBuffer(bytes: file.bytes),
                        gzipped: file.gzipped.map { ByteBuffer(bytes: $0) })
                )
            })
    }

    /// Whether a file is served at `path`, compared as it was sent.
    func has(_ path: Substring) -> Bool { files[String(path)] != nil }

    /// - Parameter acceptEncoding: the header of the request.
    func response(_ path: Substring, acceptEncoding: String?) -> Response? {
        guard let file = files[String(path)] else { return nil }
        var headers = Self.headers
        headers[.contentType] = file.type
        guard let gzipped = file.gzipped else {
            return Response(headers, file.bytes)
        }
        headers[.vary] = "Accept-Encoding"
        guard acceptsGzip(acceptEncoding) else { return Response(headers, file.bytes) }
        headers[.contentEncoding] = "gzip"
        return Response(headers, gzipped)
    }

    /// Nothing is kept by the visitor's browser and nothing marks a visit: no validator, no date of the file.
    /// Docs/http-api.md, "Headers".
    private static let headers = HTTPFields.fixed(
        policy: PagePolicy.text,
        others: [
            ("Cross-Origin-Embedder-Policy", "require-corp"),
            ("Permissions-Policy", permissions),
        ])

    /// The page copies the code when asked to, and uses no other such power of a browser.
    private static let permissions =
        (["clipboard-write=(self)"] + denied.split(separator: " ").map { $0 + "=()" })
        .joined(separator: ", ")

    private static let denied = """
        accelerometer autoplay camera clipboard-read cross-origin-isolated display-capture \
        encrypted-media fullscreen gamepad geolocation gyroscope hid identity-credentials-get \
        idle-detection local-fonts magnetometer microphone midi otp-credentials payment \
        picture-in-picture publickey-credentials-create publickey-credentials-get screen-wake-lock \
        serial storage-access sync-xhr usb window-management xr-spatial-tracking
        """
}

extension Response {
    fileprivate init(_ headers: HTTPFields, _ body: ByteBuffer) {
        self.init(status: .ok, headers: headers, body: ResponseBody(byteBuffer: body))
    }
}

/// Whether an `Accept-Encoding` header allows gzip. Source: RFC 9110 §12.5.3.
func acceptsGzip(_ header: String?) -> Bool {
    var isAllowed: [Substring: Bool] = [:]
    for item in (header ?? "").lowercased().prefix(1000).split(separator: ",") {
        let parts = item.split(separator: ";").map { part in part.filter { $0 != " " && $0 != "\t" }
        }
        guard let name = parts.first else { continue }
        let quality = parts.dropFirst().first { $0.hasPrefix("q=") }?.dropFirst(2)
        // q=0 in any of its spellings refuses.
        isAllowed[name[...]] = quality.map { $0.contains { ("1"..."9").contains($0) } } ?? true
    }
    return isAllowed["gzip"] ?? isAllowed["x-gzip"] ?? isAllowed["*"] ?? false
}
