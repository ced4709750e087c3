internal import Casework
internal import Hummingbird

// A backup put back: on a new computer, or in the place of files that are damaged.
extension Visit {
    func restoreScreen(_ form: FormBody? = nil, problem: String? = nil) -> Response {
        var values: [String: Any] = [
            "isLocked": true, "problem": problem ?? false, "isThere": desk.isThere,
            "isSure": form?.has("sure") ?? false,
        ]
        for field in ["folder", "months"] {
            values[field] = (try? form?.text(field)) ?? ""
        }
        return screen("restore", values, status: problem == nil ? .ok : .badRequest)
    }

    func restore(_ form: FormBody) async throws -> Response {
        do {
            let (folder, months) = (
                try place("folder", form), try optionalPlace("months", form)
            )
            guard !desk.isThere || form.has("sure") else { throw Problem("restore-notSure") }
            let aside = try await desk.safe.restore(
                folder, months: months,
                passphrase: form.bytes("passphrase"), today: today)
            return redirect("exchange?restored" + (aside == nil ? "" : "&aside"))
        } catch let fault where Self.isTold(fault) {
            return restoreScreen(form, problem: texts.explain(fault))
        }
    }

    /// What the exchange screen says right after: read in first.
    var restored: String? {
        guard query.has("restored") else { return nil }
        return texts["restore-done"] + (query.has("aside") ? " " + texts["restore-aside"] : "")
    }
}
