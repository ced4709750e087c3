internal import Foundation
internal import HTTPTypes
internal import Hummingbird
internal import Mustache
internal import NIOCore
internal import Reporting

/// Templates, texts and assets of the screens, and the headers of every answer.
struct Pages: Sendable {
    let language: Language
    let idleMinutes: Int
    private let library: MustacheLibrary
    private let texts: [Language: Texts]

    init(language: Language, idleMinutes: Int) throws {
        self.language = language
        self.idleMinutes = idleMinutes
        self.library = MustacheLibrary(
            templates: try Templates.all.mapValues { try MustacheTemplate(string: $0) })
        self.texts = try Dictionary(
            uniqueKeysWithValues: Texts.files.map { language, files in
                (language, try Texts(files))
            })
    }

    func text(_ language: Language) -> Texts { texts[language] ?? texts[self.language]! }

    /// A screen. `values` are escaped where the template shows them.
    ///
    /// - Parameter name: of the template.
    func screen(
        _ name: String, _ values: [String: Any], language: Language,
        status: HTTPResponse.Status = .ok
    ) -> Response {
        var values = values
        values["t"] = text(language).all
        values["language"] = language.rawValue
        values["idleSeconds"] = values["idleSeconds"] ?? idleMinutes * 60
        guard let page = library.render(values, withTemplate: name) else {
            preconditionFailure("the template \(name) is one of this module")
        }
        return response(
            ByteBuffer(string: Self.titled(page)), "text/html; charset=utf-8", status)
    }

    /// A page whose title begins with its heading, by which tabs and screen readers tell it from others.
    private static func titled(_ page: String) -> String {
        guard let start = page.range(of: "<h1>"),
            let end = page.range(of: "</h1>", range: start.upperBound..<page.endIndex)
        else { return page }
        let heading = page[start.upperBound..<end.lowerBound]
        return page.replacing("<!--heading-->", with: heading, maxReplacements: 1)
    }

    /// A sentence, for those who are not shown more.
    func plain(_ status: HTTPResponse.Status, _ key: String) -> Response {
        let sentences = [language, language == .nl ? .en : .nl].map { text($0)[key] }
        return response(
            ByteBuffer(string: sentences.joined(separator: "\n") + "\n"),
            "text/plain; charset=utf-8", status)
    }

    /// A sentence, for a script of ours to show.
    func sentence(_ text: String) -> Response {
        response(ByteBuffer(string: text), "text/plain; charset=utf-8", .ok)
    }

    /// The page by which a browser comes in.
    func entered(to path: String, cookie: String) -> Response {
        var response = screen("entered", ["path": path], language: language)
        response.headers[.setCookie] = cookie
        return response
    }

    func asset(_ name: String) -> Response? {
        switch name {
        case "desk.css": response(ByteBuffer(bytes: PackageResources.desk_css), "text/css", .ok)
        case "desk.js":
            response(ByteBuffer(bytes: PackageResources.desk_js), "text/javascript", .ok)
        default: nil
        }
    }

    /// A file to keep.
    func file(_ text: String, type: String, name: String) -> Response {
        var response = response(ByteBuffer(string: text), type, .ok)
        response.headers[.contentDisposition] = "attachment; filename=\"\(name)\""
        return response
    }

    func redirect(to path: String) -> Response {
        var response = response(ByteBuffer(), "text/plain; charset=utf-8", .seeOther)
        response.headers[.location] = path
        return response
    }

    private func response(
        _ body: ByteBuffer, _ type: String, _ status: HTTPResponse.Status
    ) -> Response {
        var headers = Self.headers
        headers[.contentType] = type
        return Response(status: status, headers: headers, body: ResponseBody(byteBuffer: body))
    }

    private static let headers: HTTPFields = {
        let policy = """
            default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; \
            form-action 'self'; frame-ancestors 'none'; base-uri 'none'; \
            require-trusted-types-for 'script'; trusted-types 'none'
            """
        var headers = HTTPFields()
        for (name, value) in [
            ("Cache-Control", "no-store"), ("Content-Security-Policy", policy),
            ("X-Content-Type-Options", "nosniff"), ("Referrer-Policy", "same-origin"),
            ("Cross-Origin-Opener-Policy", "same-origin"),
            ("Cross-Origin-Resource-Policy", "same-origin"), ("X-Frame-Options", "DENY"),
        ] {
            headers[HTTPField.Name(name)!] = value
        }
        return headers
    }()
}

/// The sentences of one language, by key.
struct Texts: Sendable {
    let all: [String: String]

    /// - Parameter files: JSON objects of strings; no key stands in two.
    init(_ files: [[UInt8]]) throws {
        all = try files.map { try JSONDecoder().decode([String: String].self, from: Data($0)) }
            .reduce(into: [:]) { $0.merge($1) { first, _ in first } }
    }

    static let files: [Language: [[UInt8]]] = [
        .nl: [
            PackageResources.nl_json, PackageResources.nl_life_json,
            PackageResources.nl_referral_json,
            PackageResources.nl_online_json,
            PackageResources.nl_keeping_json, PackageResources.nl_recovery_json,
            PackageResources.nl_first_json, PackageResources.nl_use_json,
            PackageResources.nl_ceremony_json, PackageResources.nl_organisations_json,
        ],
        .en: [
            PackageResources.en_json, PackageResources.en_life_json,
            PackageResources.en_referral_json,
            PackageResources.en_online_json,
            PackageResources.en_keeping_json, PackageResources.en_recovery_json,
            PackageResources.en_first_json, PackageResources.en_use_json,
            PackageResources.en_ceremony_json, PackageResources.en_organisations_json,
        ],
    ]

    /// A test holds that every key asked for is there.
    subscript(_ key: String) -> String { all[key] ?? key }

    /// With `{0}`, `{1}` … replaced.
    func callAsFunction(_ key: String, _ values: Any...) -> String {
        values.enumerated().reduce(self[key]) {
            $0.replacing("{\($1.offset)}", with: "\($1.element)")
        }
    }
}
