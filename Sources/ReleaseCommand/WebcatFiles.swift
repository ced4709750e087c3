internal import PageRelease
internal import Sodium

/// What WEBCAT, the Freedom of the Press Foundation's verification of web code, asks a site for; as far as it can be
/// made without a network.
///
/// Source: freedomofpress/webcat `interfaces/bundle.ts`, `validators.ts`; webcat-spec `manifest.md`, `server.md`.
enum WebcatFiles {
    /// Paths of the interface; WEBCAT compares the policy of every answer, by the longest prefix.
    private static let interface = [
        "/status", "/notes", "/reports", "/replies", "/cosignatures", "/days", "/checkpoint",
        "/pending", "/envelopes/", "/tile/", "/organisation.json", "/logo.png",
    ]

    /// Seconds a signed manifest stays valid: the longest a page of a release is meant to be served.
    static let longestAge = 15_552_000

    /// `manifest.json` before it is signed: what Sigsum adds, `timestamp` and `signatures`, comes from its log.
    static func manifest(_ page: PageManifest, app: String, version: String) -> JSON {
        .object([
            "manifest": .object(
                content(page, app: app, version: version).merging([
                    "files": .object(
                        Dictionary(
                            uniqueKeysWithValues: page.entries.map {
                                ("/" + $0.path.text, .string(base64URL($0.hash)))
                            })),
                    "wasm": wasm(page),
                ]) { $1 }),
            "signatures": .object([:]),
        ])
    }

    /// `webcat.config.json`, from which WEBCAT's own command makes, stamps and signs the same manifest.
    static func configuration(_ page: PageManifest, app: String, version: String) -> JSON {
        .object(content(page, app: app, version: version).merging(["wasm": wasm(page)]) { $1 })
    }

    /// `enrollment.json`, of the Sigsum kind: who may sign, and which log and witnesses must have seen it.
    ///
    /// - Parameter signers: public keys, 32 bytes each.
    static func enrolment(
        signers: [[UInt8]], threshold: Int, policy: SigsumPolicy, storage: String
    ) -> JSON? {
        guard let compiled = policy.compiled() else { return nil }
        return .object([
            "type": .string("sigsum"), "signers": .array(signers.map { .string(base64URL($0)) }),
            "threshold": .number(threshold), "policy": .string(base64URL(compiled)),
            "max_age": .number(longestAge), "cas_url": .string(storage),
            "logs": .object(
                Dictionary(policy.logs.map { (base64URL($0.key), .string($0.address)) }) { $1 }),
        ])
    }

    private static func content(
        _ page: PageManifest, app: String, version: String
    ) -> [String: JSON] {
        let others = JSON.string(PagePolicy.ofOthers)
        return [
            "app": .string(app), "version": .string(version),
            "default_csp": .string(PagePolicy.text),
            "extra_csp": .object(
                Dictionary(uniqueKeysWithValues: interface.map { ($0, others) })),
            "default_index": .string("index.html"), "default_fallback": .string("/index.html"),
        ]
    }

    private static func wasm(_ page: PageManifest) -> JSON {
        .array(
            page.entries.filter { $0.path.type == .wasm }.map { .string(base64URL($0.hash)) })
    }

    private static func base64URL(_ bytes: [UInt8]) -> String {
        Base64.encode(bytes).replacing("+", with: "-").replacing("/", with: "_")
            .replacing("=", with: "")
    }
}

/// Canonical JSON, as WEBCAT hashes it: sorted names, no spaces, only quotes and backslashes escaped.
///
/// Source: http://wiki.laptop.org/go/Canonical_JSON
indirect enum JSON {
    case string(String)
    case number(Int)
    case array([JSON])
    case object([String: JSON])

    var canonical: String {
        switch self {
        case .string(let text):
            "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
        case .number(let number): String(number)
        case .array(let items): "[" + items.map(\.canonical).joined(separator: ",") + "]"
        case .object(let members):
            "{"
                + members.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
                .map { JSON.string($0.key).canonical + ":" + $0.value.canonical }
                .joined(separator: ",") + "}"
        }
    }
}
