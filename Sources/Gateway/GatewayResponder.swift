package import Hummingbird
internal import HTTPTypes
internal import NIOCore

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
        let target = request.head.path ?? ""
        guard let resource = Resource(path: target.prefix { $0 != "?" }) else {
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
        default:
            throw HTTPFailure.methodNotAllowed(allowed: resource.methods)
        }
    }
}

/// What a path names.
enum Resource: Equatable {
    case home, status, notes, reports, replies, entries, pending
    case month(Substring)
    case envelope(Substring)

    init?(path: Substring) {
        let parts = path.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.first?.isEmpty == true else { return nil }
        switch (parts.count, parts.count > 1 ? parts[1] : "") {
        case (2, ""): self = .home
        case (2, "status"): self = .status
        case (2, "notes"): self = .notes
        case (2, "reports"): self = .reports
        case (2, "replies"): self = .replies
        case (2, "entries"): self = .entries
        case (2, "pending"): self = .pending
        case (3, "replies"): self = .month(parts[2])
        case (3, "envelopes"): self = .envelope(parts[2])
        default: return nil
        }
    }

    var isReadable: Bool {
        switch self {
        case .reports, .replies: false
        default: true
        }
    }

    /// For `Allow`.
    var methods: String {
        switch self {
        case .reports, .replies: "POST"
        case .notes: "GET, HEAD, POST"
        default: "GET, HEAD"
        }
    }
}
