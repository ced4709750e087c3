internal import Reporting
internal import TransparencyLog

/// Why an operation gave nothing: a code the page has a sentence for, and what belongs in the sentence.
struct PageFault: Error {
    /// `{"fault":code,…}`.
    let json: JSON

    private init(_ code: String, _ facts: [(name: String, value: JSON)] = []) {
        json = .object([("fault", .text(code))] + facts)
    }

    /// The fields are not those of the operation, or can't be read.
    static var malformedInput: PageFault { PageFault("malformedInput") }
    /// The link is not one.
    static var malformedLink: PageFault { PageFault("malformedLink") }
    /// The notes are not notes.
    static var malformedNotes: PageFault { PageFault("malformedNotes") }
    /// The text is no valid receipt code.
    static var invalidCode: PageFault { PageFault("invalidCode") }

    /// What is served of a month of replies is not that.
    static func malformedMonth(_ month: [UInt8]) -> PageFault {
        PageFault("malformedMonth", [("month", .text(String(decoding: month, as: UTF8.self)))])
    }

    /// The notes are not to be trusted.
    static func untrusted(_ error: OrganisationError) -> PageFault {
        PageFault("untrusted", error.facts(code: "detail"))
    }

    /// Nothing is sent to a gateway whose log can't be believed.
    static func notProven(_ problem: LogProblem?) -> PageFault {
        PageFault("notProven", problem.facts(code: "detail"))
    }

    /// She can't be written to this month.
    static func notOffered(_ id: String) -> PageFault {
        PageFault("notOffered", [("id", .text(id))])
    }

    /// It can't be sealed, or there is no memory for the code's derivation.
    static func notSealable(_ error: ReportingError) -> PageFault {
        switch error {
        case .bodyTooLong: PageFault("bodyTooLong")
        case .forbiddenCharacter: PageFault("forbiddenCharacter")
        case .outOfMemory: PageFault("outOfMemory")
        default: PageFault("notSealable")
        }
    }

    /// The gateway's answer doesn't prove that it took the envelope.
    static func notPromised(_ problem: PromiseProblem) -> PageFault {
        switch problem {
        case .notSigned: PageFault("notPromised", [("detail", .text("notSigned"))])
        case .otherOrigin: PageFault("notPromised", [("detail", .text("otherOrigin"))])
        case .otherEntry: PageFault("notPromised", [("detail", .text("otherEntry"))])
        case .otherDay(let day): PageFault("otherDay", [("day", JSON(day))])
        }
    }
}

extension OrganisationError {
    /// Its code under this name, and its day or name.
    func facts(code name: String) -> [(name: String, value: JSON)] {
        func facts(_ code: String, _ more: (name: String, value: JSON)...)
            -> [(name: String, value: JSON)]
        { [(name, .text(code))] + more }
        return switch self {
        case .noRoster: facts("noRoster")
        case .malformedRoster: facts("malformedRoster")
        case .unsigned: facts("unsigned")
        case .signedByOneOnly(let missing):
            facts("signedByOneOnly", ("name", .text(missing)))
        case .badSignature(let name): facts("badSignature", ("name", .text(name)))
        case .expired(let day): facts("expired", ("day", JSON(day)))
        case .notYetValid(let day): facts("notYetValid", ("day", JSON(day)))
        case .otherOrganisation: facts("otherOrganisation")
        case .conflictingRosters: facts("conflictingRosters")
        case .rollback: facts("rollback")
        case .notesWithheld: facts("notesWithheld")
        case .notLogged: facts("notLogged")
        }
    }
}

extension LogProblem? {
    /// The same of what is wrong with a log; nil: there is none.
    func facts(code name: String) -> [(name: String, value: JSON)] {
        func facts(_ code: String, _ more: (name: String, value: JSON)...)
            -> [(name: String, value: JSON)]
        { [(name, .text(code))] + more }
        return switch self {
        case nil: facts("noLog")
        case .notes(let error): error.facts(code: name)
        case .log(.unsigned): facts("unsigned")
        case .log(.malformed): facts("malformed")
        case .log(.fork): facts("fork")
        case .log(.altered): facts("altered")
        case .log(.rewound): facts("rewound")
        case .log(.missingDay(let day)): facts("missingDay", ("day", JSON(day)))
        case .log(.repeated): facts("repeated")
        case .log(.shortened): facts("shortened")
        case .log(.stale(let day)): facts("stale", ("day", JSON(day)))
        case .log(.falseCosignature(let key)): facts("falseCosignature", ("name", .text(key)))
        }
    }
}
