internal import Casework
internal import Hummingbird
internal import Terminal
internal import TransparencyLog

// Who helps: the built-in directory, the organisation's own, and hers, each with the day it was last checked.
extension Visit {
    func contactsScreen(problem: String? = nil) async throws -> Response {
        let kept = try await desk.safe.use {
            try $0.contacts().map { ($0.id, $0.contact) }
        }
        let builtIn = HelpLine.all.map { line in
            let changed = kept.first { $0.1.replaces == line.name }
            var contact = Contact(
                owner: .builtIn, name: line.name, purpose: line.purpose(in: language),
                reach: line.contact, checked: HelpLine.asOf)
            contact.replaces = line.name
            return (changed?.0, changed?.1 ?? contact)
        }
        let lists: [(Contact.Owner, [(Int?, Contact)])] = [
            (.organisation, kept.filter { $0.1.owner == .organisation }.map { ($0.0, $0.1) }),
            (.own, kept.filter { $0.1.owner == .own }.map { ($0.0, $0.1) }),
            (.builtIn, builtIn),
        ]
        var index = 0
        let groups = lists.map { owner, contacts in
            [
                "title": texts["contacts-\(owner.rawValue)"],
                "none": contacts.isEmpty,
                "contacts": contacts.map { id, contact in
                    index += 1
                    return shown(contact, id, index)
                },
            ] as [String: Any]
        }
        return screen(
            "contacts", ["groups": groups, "problem": problem ?? false],
            status: problem == nil ? .ok : .badRequest)
    }

    private func shown(_ contact: Contact, _ id: Int?, _ index: Int) -> [String: Any] {
        let isOld = today.number - contact.checked.number > HelpLine.freshDays
        return [
            "index": index, "id": id.map(String.init) ?? "", "owner": contact.owner.rawValue,
            "replaces": contact.replaces, "name": contact.name, "purpose": contact.purpose,
            "reach": contact.reach, "checked": words(of: contact.checked), "isOld": isOld,
            "canRemove": id != nil, "isChanged": id != nil && contact.owner == .builtIn,
        ]
    }

    func changeContact(_ form: FormBody) async throws -> Response {
        let id = Int(try form.text("id"))
        guard let owner = Contact.Owner(rawValue: try form.text("owner")) else {
            throw FormBody.Malformed()
        }
        do {
            if form.has("remove") {
                if let id {
                    try await desk.safe.change(isDated: false) { try $0.remove(contact: id) }
                }
            } else {
                // What is saved was looked at.
                var contact = Contact(
                    owner: owner, name: try form.text("name"), purpose: try form.text("purpose"),
                    reach: try form.text("reach"), checked: today)
                contact.replaces = owner == .builtIn ? try form.text("replaces") : ""
                let kept = contact
                try await desk.safe.change(isDated: false) { try $0.keep(kept, id: id) }
            }
        } catch let error as CaseworkError {
            return try await contactsScreen(problem: texts.explain(error))
        }
        return redirect("contacts")
    }
}
