package import Hummingbird
internal import HTTPTypes
internal import NIOCore

/// Lets in who belongs here, and finds the screen. A path is compared as it was sent.
package struct DeskResponder: HTTPResponder {
    package typealias Context = BasicRequestContext

    let desk: Desk

    package func respond(to request: Request, context: BasicRequestContext) async throws -> Response
    {
        let target = request.head.path ?? ""
        let parts = target.prefix { $0 != "?" }
            .split(separator: "/", omittingEmptySubsequences: false).dropFirst().map { $0 }
        let isEntrance = parts.count == 2 && parts[0] == "open"
        guard desk.door.isOurs(request, isEntrance: isEntrance) else { return .refused(desk.pages) }
        if isEntrance {
            guard let cookie = desk.door.enter(with: parts[1]) else { return .refused(desk.pages) }
            // The browser gives its new cookie only where a page of this desk leads it.
            return desk.pages.entered(to: desk.door.root + desk.entrance, cookie: cookie)
        }
        guard let room = parts.first, desk.door.knows(request, room: room) else {
            return .refused(desk.pages)
        }
        let query = target.drop { $0 != "?" }.dropFirst()
        var path = parts.dropFirst().map { String($0) }
        var one = desk.organisations.main
        if path.first == "o", path.count > 2 {
            guard let named = desk.organisations.named(path[1]) else {
                return desk.pages.plain(.notFound, "notFound")
            }
            one = named
            path.removeFirst(2)
        }
        do {
            let visit = try await Visit(house: desk, desk: one, path: path, query: query, request)
            return try await visit.response()
        } catch is FormBody.Malformed {
            return desk.pages.plain(.badRequest, "malformedForm")
        }
    }
}

extension Response {
    /// To whoever does not belong here: nothing but a sentence.
    fileprivate static func refused(_ pages: Pages) -> Response {
        pages.plain(.forbidden, "notHere")
    }
}
