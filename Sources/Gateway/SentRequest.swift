internal import HTTPTypes
internal import Hummingbird
internal import NIOCore
internal import Reporting
internal import TransparencyLog

/// The connection failed while a body was being read.
struct RequestCutOff: Error {
    let cause: any Error
}

/// A request with its body read.
struct SentRequest {
    let body: [UInt8]?
    private let head: HTTPRequest

    init(_ request: Request, body: [UInt8]?) {
        self.head = request.head
        self.body = body
    }

    /// Reads a body of the given media type and exactly so many bytes.
    ///
    /// What says beforehand that it is longer is not read.
    static func reading(
        _ request: Request, type: String, byteCounts: ClosedRange<Int>
    ) async throws -> SentRequest {
        guard let given = request.headers[.contentType]?.lowercased(),
            given == type || given.hasPrefix(type + ";")
        else { throw HTTPFailure.unsupportedMediaType }
        if let length = request.headers[.contentLength].flatMap({ Int($0) }) {
            guard length <= byteCounts.upperBound else { throw HTTPFailure.contentTooLarge }
            guard length >= byteCounts.lowerBound else { throw HTTPFailure.badRequest }
        }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(byteCounts.upperBound)
        do {
            for try await part in request.body {
                guard bytes.count + part.readableBytes <= byteCounts.upperBound else {
                    throw HTTPFailure.contentTooLarge
                }
                bytes += part.readableBytesView
            }
        } catch let failure as HTTPFailure {
            throw failure
        } catch {
            throw RequestCutOff(cause: error)
        }
        guard bytes.count >= byteCounts.lowerBound else { throw HTTPFailure.badRequest }
        return SentRequest(request, body: bytes)
    }

    /// The query as sent, without its question mark; nil when there is none.
    var query: Substring? {
        guard let path = head.path, let mark = path.firstIndex(of: "?") else { return nil }
        return path[path.index(after: mark)...]
    }

    /// What compression the client takes; lines of the same name are one.
    var acceptEncoding: String? {
        let lines = head.headerFields[values: .acceptEncoding]
        return lines.isEmpty ? nil : lines.joined(separator: ",")
    }

    /// The work it bears; nil when it bears none.
    ///
    /// - Throws: `HTTPFailure.badRequest` for another form than it may have, or two.
    func work() throws -> ProofOfWork? {
        guard let name = HTTPField.Name("Sottovoce-Work") else { return nil }
        let lines = head.headerFields[values: name]
        guard !lines.isEmpty else { return nil }
        guard lines.count == 1, let work = ProofOfWork(lines[0]) else {
            throw HTTPFailure.badRequest
        }
        return work
    }

    /// The rostered counsellor who signed this request, for the first time.
    ///
    /// - Throws: `HTTPFailure.forbidden`, the same for every reason.
    func author(
        in roster: Roster, now: Int, seen: SeenRequests
    ) throws -> Roster.Counsellor {
        guard let inputName = HTTPField.Name("Signature-Input"),
            let signatureName = HTTPField.Name("Signature"),
            let digestName = HTTPField.Name("Content-Digest"),
            let input = head.headerFields[inputName],
            let signature = head.headerFields[signatureName]
        else { throw HTTPFailure.forbidden }
        let read = try RequestSignature(signatureInput: input, signature: signature)
        guard
            let author = roster.counsellors.first(where: { $0.request.name == read.keyName })
        else { throw HTTPFailure.forbidden }
        try read.verify(
            RequestSignature.Request(
                method: head.method.rawValue, target: head.path ?? "", body: body),
            contentDigest: head.headerFields[digestName], key: author.request.key, now: now)
        guard seen.isFirst(keyName: read.keyName, nonce: read.nonce, now: now) else {
            throw HTTPFailure.forbidden
        }
        return author
    }
}
