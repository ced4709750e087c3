internal import DropBox
internal import HTTPTypes
internal import Hummingbird
internal import Reporting
internal import TransparencyLog

/// Every way a request can fail, as the world sees it; Docs/http-api.md says no less.
///
/// The body depends on the status alone, so two requests that fail alike get the same bytes; with 428 also on
/// what is asked of everyone now.
enum HTTPFailure: Error, Equatable {
    /// Not the size, shape or query that was expected.
    case badRequest
    /// Not signed, wrongly signed, signed twice over, or by one who may not do this.
    case forbidden
    case notFound
    /// `allowed`: the methods of this resource.
    case methodNotAllowed(allowed: String)
    /// The tag, label or serial is taken.
    case conflict
    case contentTooLarge
    case unsupportedMediaType
    /// The signer's replies of the day, or notes of the month, are used up.
    case tooManyRequests
    /// Many reports come: this one without work that counts.
    case workRequired(WorkDemand)
    /// No roster is published yet, or the clock can't be right for the days closed.
    case notReady
    /// The store is in the way; nothing was stored.
    case unavailable
    /// The disk is full, or there are as many notes as can be served; nothing was stored.
    case insufficientStorage

    /// What `error`, thrown by a handler, is to the world.
    init(_ error: any Error) {
        switch error {
        case let failure as HTTPFailure: self = failure
        case let error as DropBoxError:
            self =
                switch error {
                case .conflict: .conflict
                case .full: .insufficientStorage
                case .clockBehind, .clockAhead: .notReady
                case .newerVersion, .notADropBox, .unavailable: .unavailable
                }
        case is RequestSignatureError: self = .forbidden
        case is ReportingError: self = .badRequest
        case is NoteError: self = .badRequest
        case let refusal as NoteRefusal:
            self =
                switch refusal {
                case .malformed: .badRequest
                case .serialNotHigher: .conflict
                case .noRoster: .notReady
                case .tooLarge: .contentTooLarge
                case .tooMany: .tooManyRequests
                case .boardFull: .insufficientStorage
                default: .forbidden
                }
        default: self = .unavailable
        }
    }

    var status: HTTPResponse.Status {
        switch self {
        case .badRequest: .badRequest
        case .forbidden: .forbidden
        case .notFound: .notFound
        case .methodNotAllowed: .methodNotAllowed
        case .conflict: .conflict
        case .contentTooLarge: .contentTooLarge
        case .unsupportedMediaType: .unsupportedMediaType
        case .tooManyRequests: .tooManyRequests
        case .workRequired: .preconditionRequired
        case .notReady, .unavailable: .serviceUnavailable
        case .insufficientStorage: .init(code: 507, reasonPhrase: "Insufficient Storage")
        }
    }

    private var text: String {
        if case .workRequired(let demand) = self { return demand.text }
        return sentence + "\n"
    }

    private var sentence: String {
        switch self {
        case .badRequest: "bad request"
        case .forbidden: "forbidden"
        case .notFound: "not found"
        case .methodNotAllowed: "method not allowed"
        case .conflict: "conflict"
        case .contentTooLarge: "content too large"
        case .unsupportedMediaType: "unsupported media type"
        case .tooManyRequests: "too many requests"
        case .workRequired: "precondition required"
        case .notReady, .unavailable: "not available now"
        case .insufficientStorage: "insufficient storage"
        }
    }

    var response: Response {
        var response = Response.plain(text, status: status)
        if case .methodNotAllowed(let allowed) = self { response.headers[.allow] = allowed }
        return response
    }
}
