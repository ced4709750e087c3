internal import Casework
internal import Hummingbird

// The screens of a case's life, and what is around it.
extension Visit {
    /// A screen of these; nil for others.
    func lifeShown() async throws -> Response? {
        switch (path.first ?? "", path.count) {
        case ("new", 1): try await newCaseScreen()
        case ("templates", 1): try await templatesScreen()
        case ("contacts", 1): try await contactsScreen()
        case ("settings", 1): try await settingsScreen()
        case ("settings", 2) where path[1] == ReadingReminder.fileName:
            try await readingReminder()
        case ("cases", 3) where path[2] == "statement":
            try await statementScreen(caseNumber(path[1]))
        case ("cases", 3) where path[2] == "account":
            try await accountScreen(caseNumber(path[1]))
        default: nil
        }
    }

    /// What a form of these did; nil for others.
    func lifeChanged(_ form: FormBody) async throws -> Response? {
        switch (path.first ?? "", path.count) {
        case ("new", 1): try await enter(form)
        case ("templates", 1): try await changeTemplate(form)
        case ("contacts", 1): try await changeContact(form)
        case ("settings", 1): try await changeSettings(form)
        case ("sort", 1): try await sort(form)
        case ("erase", 1): try await eraseDue(form)
        case ("practice", 1): try await practise(form)
        case ("cases", 3): try await changeLife(caseNumber(path[1]), path[2], form)
        default: nil
        }
    }

    func caseNumber(_ text: String) throws -> Int {
        guard let number = Int(text) else { throw CaseworkError.unknownCase(number: 0) }
        return number
    }

    /// The choices of a list or of buttons, one of them chosen.
    func choices(_ all: [(value: String, title: String)], chosen: String) -> [[String: Any]] {
        all.map { ["value": $0.value, "title": $0.title, "isChosen": $0.value == chosen] }
    }
}
