internal import Casework
internal import Hummingbird

// Who helps: the built-in directory, the organisation's own, and hers, each with the day it was last checked.
extension Visit {
    func contactsScreen(problem: String? = nil) async throws -> Response {
        let language = language
        let all = try await desk.safe.use { try $0.directory(in: language) }
        let lists = [Contact.Owner.organisation, .own, .builtIn].map { owner in
            (owner, all.filter { $0.contact.owner == owner })
        }
        var index = 0
        let groups = lists.map { owner, contacts in
            [
                "title": texts["contacts-\(owner.rawValue)"],
                "none": contacts.isEmpty,
                "contacts": contacts.map { entry in
                    index += 1
                    return shown(entry, index)
                },
            ] as [String: Any]
        }
        return screen(
            "contacts", ["groups": groups, "problem": problem ?? false],
            status: problem == nil ? .ok : .badRequest)
    }

    private func shown(_ entry: DirectoryEntry, _ index: Int) -> [String: Any] {
        let (id, contact) = (entry.id, entry.contact)
        return [
            "index": index, "id": id.map(String.init) ?? "", "owner": contact.owner.rawValue,
            "replaces": contact.replaces, "name": contact.name, "purpose": contact.purpose,
            "reach": contact.reach, "checked": words(of: contact.checked),
            "isOld": entry.isOld(today: today),
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
                try await desk.safe.change { try $0.keep(kept, id: id) }
            }
        } catch let error as CaseworkError {
            return try await contactsScreen(problem: texts.explain(error))
        }
        return redirect("contacts")
    }
}
