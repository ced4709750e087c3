package import Hummingbird
internal import HTTPTypes
internal import NIOCore
internal import TransparencyLog

/// The routes. A path is compared as it was sent: nothing is decoded, nothing normalised.
package struct GatewayResponder: HTTPResponder {
    package typealias Context = BasicRequestContext

    let gateway: Gateway

    package init(_ gateway: Gateway) { self.gateway = gateway }

    package func respond(to request: Request, context: BasicRequestContext) async throws -> Response
    {
        do {
            return try await response(to: request)
        } catch let cut as RequestCutOff {
            // For the server: it answers what is not HTTP, and lets go of who is gone.
            throw cut.cause
        } catch {
            return HTTPFailure(error).response
        }
    }

    private func response(to request: Request) async throws -> Response {
        // One Host line, which is the authority here; more are left among the fields.
        // Source: RFC 9112 §3.2.
        guard request.head.authority != nil,
            !request.headers.contains(where: { $0.name.canonicalName == "host" })
        else { throw HTTPFailure.badRequest }
        let target = request.head.path ?? ""
        guard let resource = gateway.resource(target.prefix { $0 != "?" }) else {
            throw HTTPFailure.notFound
        }
        switch (request.method, resource) {
        case (.get, _) where resource.isReadable:
            return try await gateway.read(resource, SentRequest(request, body: nil))
        case (.head, _) where resource.isReadable:
            return try await gateway.read(resource, SentRequest(request, body: nil))
                .createHeadResponse()
        case (.post, .reports):
            return try await gateway.acceptReport(request)
        case (.post, .replies):
            return try await gateway.acceptReply(request)
        case (.post, .notes):
            return try await gateway.acceptNote(request)
        case (.post, .cosignatures):
            return try await gateway.acceptCosignature(request)
        default:
            throw HTTPFailure.methodNotAllowed(allowed: resource.methods)
        }
    }
}

extension Gateway {
    /// What a path names here: of the interface, else a file of the page.
    fileprivate func resource(_ path: Substring) -> Resource? {
        if let resource = Resource(path: path) { return resource }
        guard let page, page.has(path) else { return nil }
        return .pageFile(path)
    }
}

/// What a path names.
enum Resource: Equatable {
    case home, status, notes, reports, replies, cosignatures, days, checkpoint, pending, work
    case organisationTexts, logo
    /// Never made of a path alone: the page must have it.
    case pageFile(Substring)
    case month(Substring)
    case envelope(Substring)
    case tile(Tile)

    init?(path: Substring) {
        let parts = path.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.first?.isEmpty == true else { return nil }
        switch (parts.count, parts.count > 1 ? parts[1] : "") {
        case (2, ""): self = .home
        case (2, "status"): self = .status
        case (2, "notes"): self = .notes
        case (2, "reports"): self = .reports
        case (2, "replies"): self = .replies
        case (2, "cosignatures"): self = .cosignatures
        case (2, "days"): self = .days
        case (2, "checkpoint"): self = .checkpoint
        case (2, "pending"): self = .pending
        case (2, "work"): self = .work
        case (2, "organisation.json"): self = .organisationTexts
        case (2, "logo.png"): self = .logo
        case (3, "replies"): self = .month(parts[2])
        case (3, "envelopes"): self = .envelope(parts[2])
        case (4..., "tile"):
            guard let tile = Tile(path: String(path.dropFirst("/tile/".count))) else { return nil }
            self = .tile(tile)
        default: return nil
        }
    }

    var isReadable: Bool {
        switch self {
        case .reports, .replies, .cosignatures: false
        default: true
        }
    }

    /// For `Allow`.
    var methods: String {
        switch self {
        case .reports, .replies, .cosignatures: "POST"
        case .notes: "GET, HEAD, POST"
        default: "GET, HEAD"
        }
    }
}
