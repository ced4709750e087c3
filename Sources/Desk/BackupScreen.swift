internal import Casework
internal import DurableFiles
internal import Hummingbird

// A copy elsewhere, and the drill: it is opened as after a loss, while nothing is lost yet.
extension Visit {
    func backupScreen(said: String? = nil, problem: String? = nil) async throws -> Response {
        let (folder, proof) = try await desk.safe.use {
            (try $0.folder(.backup), try $0.lastBackupProof())
        }
        return screen(
            "backup",
            [
                "said": said ?? false, "problem": problem ?? false, "folder": folder ?? "",
                "hasFolder": folder != nil,
                "proof": proof.map { texts("backup-provedOn", words(of: $0)) }
                    ?? texts["backup-neverProved"],
            ], status: problem == nil ? .ok : .badRequest)
    }

    func backUp(_ form: FormBody) async throws -> Response {
        let today = today
        do {
            let (folder, months) = (
                try place("folder", form), try optionalPlace("months", form)
            )
            let kept: Int? = try await desk.safe.use { home in
                // What is remembered is in the copy too.
                try home.remember(folder, as: .backup)
                try home.backup(to: folder)
                return try months.map { try home.backupMonths(to: $0, today: today) }
            }
            var said = [texts("backup-made", folder)]
            if let kept, let months { said.append(texts("backup-monthsMade", months, kept)) }
            return try await backupScreen(said: said.joined(separator: " "))
        } catch let fault where !(fault is Safe.Locked) {
            return try await backupScreen(problem: texts.explain(fault))
        }
    }

    func prove(_ form: FormBody) async throws -> Response {
        do {
            let folder = try place("folder", form)
            let proof = try await desk.safe.prove(
                backup: folder, passphrase: form.bytes("passphrase"), today: today)
            let (said, warning) = texts.proved(proof)
            return try await backupScreen(
                said: [said, warning].compactMap { $0 }.joined(separator: " "))
        } catch let fault where !(fault is Safe.Locked) {
            return try await backupScreen(problem: texts.explain(fault))
        }
    }
}
