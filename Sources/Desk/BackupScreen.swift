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
                "hasFolder": folder != nil, "sticks": Sticks.found().map { ["path": $0] },
                "proof": proof.map { texts("backup-provedOn", words(of: $0)) }
                    ?? texts["backup-neverProved"],
            ], status: problem == nil ? .ok : .badRequest)
    }

    func backUp(_ form: FormBody) async throws -> Response {
        let (folder, months) = (try form.text("folder"), try form.text("months"))
        let today = today
        do {
            let kept: Int? = try await desk.safe.use { home in
                // What is remembered is in the copy too.
                try home.remember(folder, as: .backup)
                try home.backup(to: folder)
                return months.isEmpty ? nil : try home.backupMonths(to: months, today: today)
            }
            var said = [texts("backup-made", folder)]
            if let kept { said.append(texts("backup-monthsMade", months, kept)) }
            return try await backupScreen(said: said.joined(separator: " "))
        } catch let fault where !(fault is Safe.Locked) {
            return try await backupScreen(problem: texts.explain(fault))
        }
    }

    func prove(_ form: FormBody) async throws -> Response {
        let folder = try form.text("folder")
        do {
            let proof = try await desk.safe.prove(
                backup: folder, passphrase: form.bytes("passphrase"), today: today)
            var said = [texts("backup-proved", proof.cases)]
            said.append(texts[proof.isCurrent ? "backup-same" : "backup-older"])
            said.append(texts[proof.hasRecovery ? "backup-withSheets" : "backup-withoutSheets"])
            return try await backupScreen(said: said.joined(separator: " "))
        } catch let fault where !(fault is Safe.Locked) {
            return try await backupScreen(problem: texts.explain(fault))
        }
    }
}
