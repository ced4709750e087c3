internal import Casework
internal import DurableFiles
internal import Hummingbird
internal import Reporting
internal import Sodium
internal import Terminal
internal import TransparencyLog

// The two holders of an organisation's keys: what is about to be signed, in plain words, and the signing. No vault is
// needed, and none is looked into.
extension Visit {
    func ceremonyScreen(
        _ form: FormBody? = nil, said: String? = nil, problem: String? = nil
    ) -> Response {
        screen(
            "ceremony",
            [
                "isLocked": true, "said": said ?? false, "problem": problem ?? false,
                "folder": (try? form?.text("folder")) ?? "", "entrance": house.entrance,
            ], status: problem == nil ? .ok : .badRequest)
    }

    func ceremony(_ form: FormBody) async throws -> Response {
        let action = path.count == 2 ? path[1] : ""
        if ["new", "first", "second"].contains(action) { return try await newOrganisation(form) }
        do {
            let folder = try place("folder", form)
            guard OrganisationFolder.exists(folder) else { throw Problem("ceremony-noFolder") }
            let organisation = try OrganisationFolder(opening: folder)
            var said: String?
            switch action {
            case "open": break
            case "add":
                let added = try organisation.add(
                    enrolment: place("enrolment", form), today: today)
                said = texts("ceremony-added", inert(added.name))
            case "remove": try organisation.remove(form.text("id"), today: today)
            case "renew":
                try organisation.renew(today: today)
                said = texts("ceremony-renewed", words(of: organisation.draft.expires))
            case "sign":
                guard form.has("right") else { throw Problem("ceremony-notRight") }
                guard !organisation.draft.counsellors.isEmpty else {
                    throw Problem("ceremony-nobody")
                }
                var passphrase = form.bytes("passphrase")
                defer { wipe(&passphrase) }
                let missing = try organisation.sign(
                    keyFile: place("key", form), passphrase: SecretBytes(copying: passphrase))
                said =
                    missing.isEmpty
                    ? texts["ceremony-allSigned"]
                    : texts("ceremony-signed", missing.joined(separator: ", "))
            default: return notFound()
            }
            return try ceremonyList(organisation, said: said)
        } catch let fault as FormBody.Malformed {
            throw fault
        } catch {
            let problem = texts.explain(error)
            guard let folder = try? place("folder", form),
                let organisation = try? OrganisationFolder(opening: folder)
            else {
                return ceremonyScreen(form, problem: problem)
            }
            return try ceremonyList(organisation, problem: problem)
        }
    }

    /// All that is signed, as it will be.
    private func ceremonyList(
        _ organisation: OrganisationFolder, said: String? = nil, problem: String? = nil
    ) throws -> Response {
        let (draft, before) = (organisation.draft, try organisation.complete())
        let unsigned = try organisation.unsigned()
        let names = ShownNames(draft.counsellors)
        return screen(
            "ceremony-list",
            [
                "isLocked": true, "said": said ?? false, "problem": problem ?? false,
                "folder": organisation.folder,
                "title": texts("ceremony-list", inert(draft.organisation), draft.serial),
                "facts": texts(
                    "ceremony-facts", draft.gateways.map { inert($0) }.joined(separator: ", "),
                    words(of: draft.issued), words(of: draft.expires), draft.retentionMonths),
                "counsellors": draft.counsellors.map { listed($0, names[$0.id], before: before) },
                "isEmpty": draft.counsellors.isEmpty,
                "gone": (before?.counsellors ?? []).filter { draft.counsellor($0.id) == nil }
                    .map { ["name": texts("ceremony-gone", inert($0.name))] },
                "fingerprint": lines(Fingerprint.lines(of: [UInt8](draft.text.utf8))),
                "isSigned": unsigned.isEmpty,
                "unsigned": texts("ceremony-unsigned", unsigned.joined(separator: ", ")),
                "roster": organisation.rosterPath,
            ], status: problem == nil ? .ok : .badRequest)
    }

    private func listed(
        _ one: Roster.Counsellor, _ name: String, before: Roster?
    ) -> [String: Any] {
        let old = before?.counsellor(one.id)
        return [
            "id": one.id, "name": name,
            "isAlike": name != inert(one.name),
            "about": about(one),
            "ways": one.ways.map { ["way": inert($0)] },
            "news": before == nil || old == one
                ? false : texts[old == nil ? "ceremony-isNew" : "ceremony-isChanged"],
            "fingerprint": lines(Fingerprint.lines(of: one)),
        ]
    }

    /// Short name, role, languages, since when.
    func about(_ one: Roster.Counsellor) -> String {
        texts(
            "ceremony-about", one.id, texts["keeping-role-\(one.role.rawValue)"],
            one.languages.map(\.rawValue).joined(separator: ", "), words(of: one.since))
    }

    func lines(_ text: String) -> [[String: String]] {
        text.split(separator: "\n").map { ["line": String($0).trimmingSpaces] }
    }
}

// A new organisation: each holder gives a passphrase while the other looks away.
extension Visit {
    private func newOrganisation(_ form: FormBody) async throws -> Response {
        do {
            switch path[1] {
            case "first":
                let made = try NewOrganisation(
                    name: plain(form.text("name")), gateway: plain(form.text("gateway")),
                    gatewayKeys: form.text("vkeys"), today: today)
                let folder = try place("folder", form)
                guard !OrganisationFolder.exists(folder) else {
                    throw Problem("ceremony-folderTaken")
                }
                try write(made, 0, form)
                await house.ceremony.keep(made, folder: folder, first: try place("key", form))
                return holderStep("second", nil)
            case "second":
                guard let (made, folder, first) = await house.ceremony.begun else {
                    return ceremonyScreen(problem: texts["ceremony-startAgain"])
                }
                guard try place("key", form) != first else { throw Problem("ceremony-sameKey") }
                try write(made, 1, form)
                try made.makeFolder(folder)
                await house.ceremony.forget()
                return screen(
                    "ceremony-made",
                    [
                        "isLocked": true, "folder": folder, "link": made.anchor.link,
                        "entrance": house.entrance,
                        "keys": made.roots.map {
                            [
                                "name": $0.name,
                                "fingerprint": lines(
                                    Fingerprint.lines(of: [UInt8]($0.text.utf8))),
                            ] as [String: Any]
                        },
                    ])
            default: return holderStep("first", nil)
            }
        } catch let fault as FormBody.Malformed {
            throw fault
        } catch is ReportingError {
            return holderStep(path[1], form, problem: texts["ceremony-badAddress"])
        } catch {
            return holderStep(path[1], form, problem: texts.explain(error))
        }
    }

    private func write(_ made: NewOrganisation, _ holder: Int, _ form: FormBody) throws {
        var passphrase = try newPassphrase(form)
        defer { wipe(&passphrase) }
        let path = try place("key", form)
        try made.writeKey(holder, to: path, passphrase: SecretBytes(copying: passphrase))
    }

    private func holderStep(_ step: String, _ form: FormBody?, problem: String? = nil) -> Response {
        var values: [String: Any] = [
            "isLocked": true, "problem": problem ?? false, "step": step,
            "isFirst": step == "first", "title": texts["ceremony-\(step)"],
        ]
        for field in ["name", "gateway", "vkeys", "folder", "key"] {
            values[field] = (try? form?.text(field)) ?? ""
        }
        return screen(
            "ceremony-holder", values.merging(passphraseValues(form)) { own, _ in own },
            status: problem == nil ? .ok : .badRequest)
    }
}

/// An organisation that the first holder has begun and the second has not ended.
actor Ceremony {
    private(set) var begun: (made: NewOrganisation, folder: String, first: String)?

    func keep(_ made: NewOrganisation, folder: String, first: String) {
        begun = (made, folder, first)
    }

    func forget() { begun = nil }
}
