internal import Casework
internal import DurableFiles
internal import Hummingbird
internal import Reporting
internal import Terminal
internal import TransparencyLog

// What keeps the desk going: keys, sheets, copies, who goes on. The overview, and what ends by itself.
extension Visit {
    func keepingScreen() async throws -> Response {
        switch path.dropFirst().joined(separator: "/") {
        case "": try await keepingOverview()
        case "first": try await firstStepsScreen()
        case "sheets": try await sheetsScreen()
        case "sheets/1": try await sheetScreen(1)
        case "sheets/2": try await sheetScreen(2)
        case "sheets/3": try await sheetScreen(3)
        case "backup": try await backupScreen()
        case "hours": try await hoursScreen()
        case "passphrase": try await passphraseScreen()
        case "succession": try await successionScreen()
        case "end": try await endScreen()
        default: notFound()
        }
    }

    func keep(_ form: FormBody) async throws -> Response {
        switch path.dropFirst().joined(separator: "/") {
        case "told":
            let today = today
            try await desk.safe.use { try $0.markTold(today: today) }
            return redirect("keeping/first")
        case "hand-over": return try await handOverFiles(form)
        case "carry": return try await carryCollector(form)
        case "months":
            let today = today
            try await desk.safe.use { home in
                try home.checkClock(today: today, isRight: false)
                _ = try home.renewKeys(today: today, count: NewCounsellor.usualMonths)
            }
            return try await keepingOverview(said: texts["keeping-monthsMade"])
        case "sheets": return try await makeSheets()
        case "sheets/1": return try await sheetPrinted(1, form)
        case "sheets/2": return try await sheetPrinted(2, form)
        case "sheets/3": return try await sheetPrinted(3, form)
        case "backup": return try await backUp(form)
        case "prove": return try await prove(form)
        case "hours": return try await renewHours(form)
        case "passphrase": return try await changePassphrase(form)
        case "succession": return try await announce(form)
        case "end": return try await end(form)
        case "aside": return try await eraseAside(form)
        default: return notFound()
        }
    }

    func keepingOverview(said: String? = nil, problem: String? = nil) async throws -> Response {
        let (own, steps, colleagues) = try await desk.safe.use {
            (try $0.ownEntry(), try $0.firstSteps().count, try $0.listedColleagues().count)
        }
        return screen(
            "keeping",
            [
                "said": said ?? false, "problem": problem ?? false,
                "fingerprint": fingerprint(of: own), "asides": shownAsides,
                "notices": try await keepingNotices(isWhole: true),
                "firstSteps": steps == 0 ? false : texts("keeping-firstSteps", steps),
                "hasColleagues": colleagues > 0,
            ], status: problem == nil ? .ok : .badRequest)
    }

    func fingerprint(of own: Roster.Counsellor?) -> [[String: String]] {
        (own.map { Fingerprint.lines(of: $0) } ?? "").split(separator: "\n")
            .map { ["line": String($0).trimmingSpaces] }
    }

    /// What ends by itself, and what is not right with the keys: in the order of urgency.
    ///
    /// - Parameter isWhole: also what is far off, for the page that tells all.
    func keepingNotices(isWhole: Bool = false) async throws -> [[String: Any]] {
        let today = today
        let (renewals, proof, sheets, steps) = try await desk.safe.use {
            (
                try $0.renewals(), try $0.lastBackupProof(), try $0.recovery(),
                try $0.firstSteps()
            )
        }
        var notices: [(String, String)] = []
        if let day = renewals.foreignKeys {
            notices.append(("danger", texts("keeping-foreignKeys", words(of: day))))
        }
        if let day = renewals.foreignNotes {
            notices.append(("danger", texts("keeping-foreignNotes", words(of: day))))
        }
        for (key, end) in [
            ("list", renewals.rosterExpires), ("keys", renewals.lastMonth?.lastDay),
        ] {
            guard let end else { continue }
            switch OfflineHome.Renewals.announced(end, today: today) {
            case 0?:
                notices.append(("danger", texts("keeping-\(key)Ended", words(of: end))))
            case let days?:
                notices.append(
                    (
                        days > 7 ? "warning" : "danger",
                        texts(
                            "keeping-\(key)Ends", words(of: end),
                            texts.inDays(end.number - today.number))
                    ))
            case nil:
                if isWhole { notices.append(("", texts("keeping-\(key)Until", words(of: end)))) }
            }
        }
        if renewals.isListed == false { notices.append(("danger", texts["keeping-notListed"])) }
        if renewals.notesWait { notices.append(("warning", texts["keeping-notesWait"])) }
        if let day = renewals.hoursDay, today.number - day.number > Self.hoursAreOldAfter {
            notices.append(("warning", texts("keeping-hoursOld", words(of: day))))
        }
        if !steps.contains(.backup), let proof,
            today.number - proof.number > Self.backupIsOldAfter
        {
            notices.append(("warning", texts("keeping-backupOld", words(of: proof))))
        }
        if isWhole, let sheets {
            notices.append(("", texts("recovery-inForce", sheets.mark, words(of: sheets.made))))
        }
        return notices.map { ["kind": $0.0, "text": $0.1] }
    }

    /// Reporters are told from 14 days on.
    private static let hoursAreOldAfter = 14
    private static let backupIsOldAfter = 90

    /// What Today shows of it: what asks for something.
    func todayKeeping() async throws -> [String: Any] {
        let steps = try await desk.safe.use { try $0.firstSteps().count }
        return [
            "notices": try await keepingNotices(),
            "steps": steps == 0 ? false : texts("keeping-firstSteps", steps),
        ]
    }
}

// The first steps after the vault is made.
extension Visit {
    func firstStepsScreen(said: String? = nil, problem: String? = nil) async throws -> Response {
        let (own, steps, folder) = try await desk.safe.use {
            (try $0.ownEntry(), try $0.firstSteps(), try $0.folder(.outbox))
        }
        return screen(
            "first-steps",
            [
                "said": said ?? false, "problem": problem ?? false,
                "fingerprint": fingerprint(of: own), "handOver": folder ?? "",
                "canCarry": desk.online.isHere,
                "mustTell": steps.contains(.told), "needsSheets": steps.contains(.sheets),
                "needsBackup": steps.contains(.backup), "isUnlisted": steps.contains(.listed),
                "isDone": steps.isEmpty,
            ], status: problem == nil ? .ok : .badRequest)
    }

    func handOverFiles(_ form: FormBody) async throws -> Response {
        do {
            let folder = try place("folder", form)
            let names = try await desk.safe.use { try $0.writeEnrolment(to: folder) }
            return try await firstStepsScreen(
                said: texts("first-handedOver", folder, names.joined(separator: ", ")))
        } catch let fault where !(fault is Safe.Locked) {
            return try await firstStepsScreen(problem: texts.explain(fault))
        }
    }
}
