internal import HTTPTypes
internal import Hummingbird
internal import NIOCore
internal import PageRelease

extension Response {
    /// Text, with the headers everything here has.
    static func plain(_ text: String, status: HTTPResponse.Status = .ok) -> Response {
        gateway(ByteBuffer(string: text), type: "text/plain; charset=utf-8", status: status)
    }

    /// Text as bytes.
    static func plain(_ bytes: [UInt8]) -> Response {
        gateway(ByteBuffer(bytes: bytes), type: "text/plain; charset=utf-8", status: .ok)
    }

    /// Text made before.
    static func plain(_ text: ByteBuffer) -> Response {
        gateway(text, type: "text/plain; charset=utf-8", status: .ok)
    }

    /// Bytes that never change and are the same for everyone: anyone may keep them.
    static func immutable(_ bytes: ByteBuffer) -> Response {
        var response = Self.bytes(bytes)
        response.headers[.cacheControl] = "public, max-age=31536000, immutable"
        return response
    }

    /// Bytes, with the headers everything here has.
    static func bytes(_ bytes: ByteBuffer) -> Response {
        gateway(bytes, type: "application/octet-stream", status: .ok)
    }

    /// Nothing may be kept by anyone between, interpreted as anything else, framed, or told where it came
    /// from. Docs/http-api.md, "Headers".
    private static func gateway(
        _ body: ByteBuffer, type: String, status: HTTPResponse.Status
    ) -> Response {
        var headers = fixedHeaders
        headers[.contentType] = type
        return Response(status: status, headers: headers, body: ResponseBody(byteBuffer: body))
    }

    /// JSON, with the headers everything here has.
    static func json(_ bytes: ByteBuffer) -> Response {
        gateway(bytes, type: "application/json", status: .ok)
    }

    /// A picture, with the headers everything here has.
    static func png(_ bytes: ByteBuffer) -> Response {
        gateway(bytes, type: "image/png", status: .ok)
    }

    private static let fixedHeaders = HTTPFields.fixed(policy: PagePolicy.ofOthers)
}

extension HTTPFields {
    /// What every answer has, with the content security policy of its kind and what else that kind has.
    static func fixed(policy: String, others: [(String, String)] = []) -> HTTPFields {
        var headers = HTTPFields()
        headers[.cacheControl] = "no-store"
        for (name, value) in [
            ("Content-Security-Policy", policy), ("X-Content-Type-Options", "nosniff"),
            ("Referrer-Policy", "no-referrer"), ("Cross-Origin-Opener-Policy", "same-origin"),
            ("Cross-Origin-Resource-Policy", "same-origin"), ("X-Frame-Options", "DENY"),
        ] + others {
            if let name = HTTPField.Name(name) { headers[name] = value }
        }
        return headers
    }
}
