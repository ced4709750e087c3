internal import Casework
internal import Hummingbird
internal import Sodium

// A forgotten passphrase: two sheets of words, and a new one.
extension Visit {
    /// What is wrong with what was typed: the sentence's key, and what it names.
    struct Problem: Error {
        let key: String
        let about: String

        init(_ key: String, _ about: String = "") {
            self.key = key
            self.about = about
        }
    }

    func recoverScreen(_ form: FormBody? = nil, problem: String? = nil) -> Response {
        let isBackup = query.has("backup") || form?.has("folder") ?? false
        return screen(
            "recover",
            [
                "isLocked": true, "isBackup": isBackup,
                "folder": (try? form?.text("folder")) ?? "",
                "canRecover": isBackup || OfflineHome.hasRecovery(desk.folder),
                "one": (try? form?.text("one")) ?? "", "two": (try? form?.text("two")) ?? "",
                "problem": problem ?? false,
            ].merging(passphraseValues(form)) { own, _ in own },
            status: problem == nil ? .ok : .badRequest)
    }

    func recover(_ form: FormBody) async -> Response {
        do {
            let words = [try form.text("one"), try form.text("two")]
            if form.has("folder") { return try recoverBackup(form, words) }
            // Two sheets first: whoever has one learns nothing by a passphrase of their own.
            try OfflineHome.checkSheets(desk.folder, sheets: words)
            try await desk.safe.recover(words, passphrase: try newPassphrase(form))
            return redirect("keeping/sheets?recovered")
        } catch {
            return recoverScreen(form, problem: texts.explain(error))
        }
    }

    /// Gives a backup a new passphrase, by which it is then restored: all that is left when the computer is gone.
    private func recoverBackup(_ form: FormBody, _ words: [String]) throws -> Response {
        let folder = try place("folder", form)
        guard OfflineHome.isBackup(folder) else { throw CaseworkError.notABackup(path: folder) }
        try OfflineHome.checkSheets(folder, sheets: words)
        var bytes = try newPassphrase(form)
        defer { wipe(&bytes) }
        try OfflineHome.recover(
            folder, sheets: words, passphrase: SecretBytes(copying: bytes))
        return restoreScreen(form, said: texts["recovery-backupOpen"])
    }

    /// What the fields for a new passphrase show. What was proposed stays proposed: it may be on paper already.
    func passphraseValues(_ form: FormBody?) -> [String: Any] {
        let kept = (try? form?.text("suggested")) ?? ""
        let isWeak = form.map { strength($0) == .weak } ?? false
        return [
            "suggested": kept.isEmpty ? PassphraseAdvice.made(in: language) : kept,
            "isWeak": isWeak,
        ]
    }

    private func strength(_ form: FormBody) -> PassphraseAdvice.Strength {
        let typed = form.bytes("passphrase")
        guard typed.count >= PassphraseAdvice.smallestByteCount else { return .strong }
        return PassphraseAdvice.strength(of: String(decoding: typed, as: UTF8.self))
    }

    /// What is said of a passphrase while it is typed.
    func strengthKey(_ form: FormBody) -> String {
        guard form.bytes("passphrase").count >= PassphraseAdvice.smallestByteCount else {
            return "strength-short"
        }
        return switch strength(form) {
        case .weak: "strength-weak"
        case .fair: "strength-fair"
        case .strong: "strength-strong"
        }
    }

    /// A new passphrase, typed twice; a weak one only when the person insists. Throws `Problem`.
    func newPassphrase(_ form: FormBody) throws -> [UInt8] {
        let typed = form.bytes("passphrase")
        guard typed.count >= PassphraseAdvice.smallestByteCount else {
            throw Problem("first-tooShort")
        }
        guard constantTimeEqual(typed, form.bytes("again")) else { throw Problem("first-notSame") }
        guard strength(form) != .weak || form.has("weak") else { throw Problem("first-weak") }
        return typed
    }
}
