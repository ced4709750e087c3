internal import Casework
internal import Hummingbird

// Recovery sheets, shown one at a time to be printed; in force when all three were.
extension Visit {
    func sheetsScreen(said: String? = nil, problem: String? = nil) async throws -> Response {
        let recovery = try await desk.safe.use { try $0.recovery() }
        return screen(
            "sheets",
            [
                "said": query.has("recovered") ? texts["recovery-recovered"] : said ?? false,
                "inForce": recovery.map {
                    texts("recovery-inForce", $0.mark, words(of: $0.made))
                } ?? false, "problem": problem ?? false,
            ], status: problem == nil ? .ok : .badRequest)
    }

    func makeSheets() async throws -> Response {
        try await desk.safe.makeSheets(in: language)
        return redirect("keeping/sheets/1")
    }

    func sheetScreen(_ number: Int) async throws -> Response {
        let id = try await desk.safe.use { try $0.id() }
        guard let sheets = await desk.safe.sheets else { return redirect("keeping/sheets") }
        let pairs = [[1, 2], [1, 3], [2, 3]].filter { $0.contains(number) }
        return screen(
            "sheet",
            [
                "number": number, "title": texts("recovery-sheetTitle", number),
                "mark": sheets.mark,
                "holder": texts(
                    "recovery-for",
                    texts["recovery-holder-\(RecoverySheets.Holder.allCases[number - 1].rawValue)"]
                ),
                "about": texts("recovery-sheetOf", id, organisation ?? ""),
                "set": texts("recovery-set", sheets.mark, words(of: today)),
                "words": sheets.words[number - 1].map { ["word": $0] },
                "files": pairs.map {
                    [
                        "file": RecoverySheets.fileName(sheets.mark, $0),
                        "first": "\($0[0])", "second": "\($0[1])",
                    ]
                },
                "printed": texts("recovery-printed", number), "isLast": number == 3,
            ])
    }

    func sheetPrinted(_ number: Int, _ form: FormBody) async throws -> Response {
        do {
            let next = try await desk.safe.sheetIsReady(
                number, of: form.text("mark"), today: today)
            if let next { return redirect("keeping/sheets/\(next)") }
            return try await sheetsScreen(said: texts["recovery-done"])
        } catch is Safe.OtherSheets {
            return try await sheetsScreen(problem: texts["recovery-otherSheets"])
        }
    }
}

// A new passphrase, by the present one.
extension Visit {
    func passphraseScreen(
        _ form: FormBody? = nil, said: String? = nil, problem: String? = nil
    ) async throws -> Response {
        try await desk.safe.use { _ in }
        return screen(
            "passphrase",
            ["said": said ?? false, "problem": problem ?? false].merging(
                passphraseValues(form)
            ) { own, _ in own },
            status: problem == nil ? .ok : .badRequest)
    }

    func changePassphrase(_ form: FormBody) async throws -> Response {
        do {
            try await desk.safe.change(
                passphrase: form.bytes("present"), to: try newPassphrase(form))
            return try await passphraseScreen(said: texts["keeping-passphraseChanged"])
        } catch let fault where !(fault is Safe.Locked) {
            return try await passphraseScreen(form, problem: texts.explain(fault))
        }
    }
}
