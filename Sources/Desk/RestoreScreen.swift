internal import Casework
internal import Hummingbird
internal import Sodium
internal import Terminal

// A backup put back: on a new computer, or in the place of files that are damaged.
extension Visit {
    func restoreScreen(
        _ form: FormBody? = nil, said: String? = nil, problem: String? = nil, whose: String? = nil
    ) -> Response {
        var values: [String: Any] = [
            "isLocked": true, "said": said ?? false, "problem": problem ?? false,
            "isThere": desk.isThere,
            "isSure": form?.has("sure") ?? false, "whose": whose ?? false,
        ]
        let (asides, asked) = (desk.setAside, (try? query.text("aside")).flatMap { Int($0) })
        let aside = asked.flatMap { asides.indices.contains($0) ? asides[$0] : nil }
        values["folder"] = (try? form?.text("folder")) ?? aside ?? ""
        values["months"] = (try? form?.text("months")) ?? aside.map { $0 + "/months.age" } ?? ""
        return screen("restore", values, status: problem == nil ? .ok : .badRequest)
    }

    func restore(_ form: FormBody) async throws -> Response {
        do {
            let (folder, months) = (
                try place("folder", form), try optionalPlace("months", form)
            )
            guard !desk.isThere || form.has("sure") else { throw Problem("restore-notSure") }
            if desk.isThere, !form.has("whose"), !OfflineHome.isBackup(folder, of: desk.folder) {
                let owner = try owner(ofBackup: folder, passphrase: form.bytes("passphrase"))
                return restoreScreen(
                    form, whose: texts("restore-whose", inert(owner.organisation), owner.id))
            }
            let aside = try await desk.safe.restore(
                folder, months: months,
                passphrase: form.bytes("passphrase"), today: today)
            return redirect("exchange?restored" + (aside == nil ? "" : "&aside"))
        } catch let fault where Self.isTold(fault) {
            return restoreScreen(form, problem: texts.explain(fault))
        }
    }

    private func owner(
        ofBackup folder: String, passphrase: consuming [UInt8]
    ) throws -> (organisation: String, id: String) {
        var bytes = passphrase
        defer { wipe(&bytes) }
        return try OfflineHome.owner(
            ofBackup: folder, passphrase: SecretBytes(copying: bytes))
    }

    /// What the exchange screen says right after: read in first.
    var restored: String? {
        guard query.has("restored") else { return nil }
        return texts["restore-done"] + (query.has("aside") ? " " + texts["restore-aside"] : "")
    }
}

// What was moved aside for a backup: named where one comes in, erased when nobody needs it any more.
extension Visit {
    var shownAsides: [[String: Any]] {
        desk.setAside.enumerated().map {
            [
                "number": $0.offset, "path": $0.element,
                "isWhole": OfflineHome.isBackup($0.element),
            ]
        }
    }

    func eraseAside(_ form: FormBody) async throws -> Response {
        try await desk.safe.use { _ in }
        let path = try form.text("aside")
        guard desk.setAside.contains(path) else { throw FormBody.Malformed() }
        guard form.has("sure") else {
            return try await keepingOverview(problem: texts["keeping-asideNotSure"])
        }
        try OfflineHome.erase(aside: path)
        return try await keepingOverview(said: texts["keeping-asideErased"])
    }
}
