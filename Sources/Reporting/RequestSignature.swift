public import Sodium

/// What is wrong with a signed request.
public enum RequestSignatureError: Error, Equatable {
    /// The fields are missing, or not in the one form written here.
    case malformed
    /// `Content-Digest` does not belong to the body.
    case digestMismatch
    /// Signed more than ten minutes before or after now.
    case outsideWindow
    /// The key did not sign this request.
    case badSignature
}

/// A request signed by a counsellor's collector: RFC 9421 in one fixed profile.
///
/// The label is `sottovoce`; the components are `"@method" "@path" "@query"` and, for a request with a
/// body, `"content-digest"`; the parameters `created`, `keyid` (the vkey's name), `alg="ed25519"`, `nonce`
/// and `tag="sottovoce/v1"`. Whoever holds the valid fields can't use them for another method, path,
/// query or body; a receiver that remembers nonces for the window takes each once.
///
/// Source: Docs/http-api.md; RFC 9421 §2, §3; RFC 9530.
public struct RequestSignature: Sendable, Equatable {
    /// Of the entry in both fields.
    public static let label = "sottovoce"
    /// What the `tag` parameter says.
    public static let tag = "sottovoce/v1"
    /// How far `created` may be from the receiver's clock, in seconds, either way.
    public static let windowSeconds = 600
    /// Random bytes in `nonce`.
    public static let nonceByteCount = 16

    /// When it was signed, in seconds since 1970.
    public let created: Int
    /// The name of the verifier key it claims.
    public let keyName: String
    /// 16 bytes.
    public let nonce: [UInt8]
    private let hasBody: Bool
    private let parameters: String
    private let signature: [UInt8]

    /// The request a signature is about.
    public struct Request: Sendable {
        let method: String
        let path: String
        let query: String
        let body: [UInt8]?

        /// - Parameters:
        ///   - method: in capitals.
        ///   - target: path and query as sent, such as `/entries?from=7`.
        ///   - body: nil for a request without one.
        public init(method: String, target: String, body: [UInt8]? = nil) {
            self.method = method
            self.body = body
            let target = [UInt8](target.utf8)
            let mark = target.firstIndex(of: UInt8(ascii: "?")) ?? target.endIndex
            self.path = String(decoding: [UInt8](target[..<mark]), as: UTF8.self)
            let query = String(decoding: [UInt8](target[mark...]), as: UTF8.self)
            self.query = query.utf8.isEmpty ? "?" : query
        }
    }

    /// The header fields that carry a signature.
    public struct Fields: Sendable, Equatable {
        /// `Signature-Input`
        public let signatureInput: String
        /// `Signature`
        public let signature: String
        /// `Content-Digest`, nil for a request without a body.
        public let contentDigest: String?
    }

    /// The fields for `request`, signed now.
    ///
    /// - Parameters:
    ///   - created: seconds since 1970.
    ///   - nonce: 16 random bytes, used once.
    public static func sign(
        _ request: Request, created: Int, nonce: [UInt8], keyName: String, key: Ed25519PrivateKey
    ) -> Fields {
        precondition(nonce.count == nonceByteCount)
        let digest = request.body.map { contentDigest($0) }
        let parameters =
            components(hasBody: request.body != nil) + ";created=" + String(created) + ";keyid=\""
            + keyName + "\";alg=\"ed25519\";nonce=\"" + Hex.encode(nonce) + "\";tag=\"" + tag + "\""
        let base = base(of: request, digest: digest, parameters: parameters)
        return Fields(
            signatureInput: label + "=" + parameters,
            signature: label + "=:" + Base64.encode(key.sign(base)) + ":", contentDigest: digest)
    }

    /// Reads the two fields; nothing is proven yet. Throws `malformed`.
    public init(signatureInput: String, signature: String) throws(RequestSignatureError) {
        guard let parameters = Self.afterPrefix(signatureInput, Self.label + "="),
            let encoded = Self.afterPrefix(signature, Self.label + "=:"),
            encoded.utf8.last == UInt8(ascii: ":"),
            let bytes = Base64.decode([UInt8](encoded.utf8.dropLast())),
            bytes.count == Ed25519PublicKey.signatureByteCount
        else { throw .malformed }
        let bare = Self.components(hasBody: false)
        let full = Self.components(hasBody: true)
        let rest: String
        if let after = Self.afterPrefix(parameters, full) {
            hasBody = true
            rest = after
        } else if let after = Self.afterPrefix(parameters, bare) {
            hasBody = false
            rest = after
        } else {
            throw .malformed
        }
        guard let read = Self.parameterValues(rest) else { throw .malformed }
        created = read.created
        keyName = read.keyName
        nonce = read.nonce
        self.parameters = parameters
        self.signature = bytes
    }

    /// Proves that `key`'s holder signed this request within the window around `now`.
    ///
    /// - Parameters:
    ///   - contentDigest: the request's `Content-Digest`; required with a body.
    ///   - now: seconds since 1970.
    /// - Throws: `malformed`, `digestMismatch`, `outsideWindow`, `badSignature`.
    public func verify(
        _ request: Request, contentDigest: String?, key: Ed25519PublicKey, now: Int
    ) throws(RequestSignatureError) {
        guard hasBody == (request.body != nil) else { throw .malformed }
        if let body = request.body {
            guard contentDigest == Self.contentDigest(body) else { throw .digestMismatch }
        }
        guard (now - Self.windowSeconds...now + Self.windowSeconds).contains(created) else {
            throw .outsideWindow
        }
        let base = Self.base(
            of: request, digest: hasBody ? contentDigest : nil, parameters: parameters)
        guard key.isValidSignature(signature, for: base) else { throw .badSignature }
    }

    /// `sha-256=:…:`. Source: RFC 9530 §2.
    public static func contentDigest(_ body: [UInt8]) -> String {
        "sha-256=:" + Base64.encode(SHA256.hash(body)) + ":"
    }

    private static func components(hasBody: Bool) -> String {
        "(\"@method\" \"@path\" \"@query\"" + (hasBody ? " \"content-digest\")" : ")")
    }

    /// The signature base. Source: RFC 9421 §2.5.
    private static func base(of request: Request, digest: String?, parameters: String) -> [UInt8] {
        var text =
            "\"@method\": " + request.method + "\n\"@path\": " + request.path + "\n\"@query\": "
            + request.query + "\n"
        if let digest { text += "\"content-digest\": " + digest + "\n" }
        return [UInt8]((text + "\"@signature-params\": " + parameters).utf8)
    }

    private static func afterPrefix(_ text: String, _ prefix: String) -> String? {
        guard text.utf8.starts(with: prefix.utf8) else { return nil }
        return String(decoding: [UInt8](text.utf8.dropFirst(prefix.utf8.count)), as: UTF8.self)
    }

    /// The parameters, each once, in any order; nil for anything else.
    private static func parameterValues(
        _ text: String
    ) -> (created: Int, keyName: String, nonce: [UInt8])? {
        let parts = text.utf8.split(
            separator: UInt8(ascii: ";"), omittingEmptySubsequences: false)
        guard parts.count == 6, parts[0].isEmpty else { return nil }
        var created: Int?
        var keyName: String?
        var nonce: [UInt8]?
        var hasAlgorithm = false
        var hasTag = false
        for part in parts.dropFirst() {
            let part = String(decoding: [UInt8](part), as: UTF8.self)
            if let digits = afterPrefix(part, "created=") {
                guard created == nil, digits.utf8.count <= 12, let value = Int(digits), value >= 0,
                    String(value) == digits
                else { return nil }
                created = value
            } else if let value = quoted(part, "keyid=") {
                guard keyName == nil, !value.utf8.isEmpty else { return nil }
                keyName = value
            } else if let value = quoted(part, "nonce=") {
                guard nonce == nil, let bytes = Hex.decode(value), bytes.count == nonceByteCount
                else { return nil }
                nonce = bytes
            } else if part == "alg=\"ed25519\"" {
                hasAlgorithm = true
            } else if part == "tag=\"" + tag + "\"" {
                hasTag = true
            } else {
                return nil
            }
        }
        guard let created, let keyName, let nonce, hasAlgorithm, hasTag else { return nil }
        return (created, keyName, nonce)
    }

    /// A quoted value without quotes, escapes or controls inside.
    private static func quoted(_ part: String, _ name: String) -> String? {
        guard let value = afterPrefix(part, name + "\""), value.utf8.last == UInt8(ascii: "\"")
        else {
            return nil
        }
        let inner = value.utf8.dropLast()
        guard inner.allSatisfy({ $0 > 0x20 && $0 < 0x7f && $0 != 0x22 && $0 != 0x5c }) else {
            return nil
        }
        return String(decoding: [UInt8](inner), as: UTF8.self)
    }
}
