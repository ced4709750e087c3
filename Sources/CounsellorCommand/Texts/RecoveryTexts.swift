internal import Casework
internal import TransparencyLog

/// Recovery sheets, and what is said about them.
struct RecoveryTexts: Sendable {
    /// The sheet of a number, of a holder; words numbered, a line each.
    let sheet:
        @Sendable (
            _ number: Int, _ holder: RecoverySheets.Holder, _ words: String, _ mark: String,
            _ organisation: String, _ id: String, _ day: Day
        ) -> String
    let fileName: @Sendable (_ number: Int) -> String
    let next: String
    let written: @Sendable (_ folder: String) -> String
    let made: @Sendable (_ mark: String) -> String
    let backupNow: String
    let thenMake: String
    let words: @Sendable (_ sheet: Int) -> String
    let recovered: String
    let foreignKeys: @Sendable (_ day: Day) -> String
    let foreignNotes: @Sendable (_ day: Day) -> String
    let noneMade: @Sendable (_ folder: String) -> Sentence
    let wordCount: @Sendable (_ sheet: Int, _ found: Int) -> Sentence
    let unknownWord: @Sendable (_ sheet: Int, _ place: Int, _ near: String) -> Sentence
    let sameSheet: Sentence
    let wrongSheet: @Sendable (_ sheet: Int) -> Sentence
    let wrongSheets: Sentence

    /// The three sheets, as they are printed.
    func sheets(
        _ made: RecoverySheets, _ organisation: String, _ id: String, _ day: Day
    ) -> [String] {
        zip(RecoverySheets.Holder.allCases, made.words).enumerated().map { number, entry in
            let words = entry.1.enumerated()
                .map { "    \($0.offset < 9 ? " " : "")\($0.offset + 1)  \($0.element)" }
                .joined(separator: "\n")
            return sheet(number + 1, entry.0, words, made.mark, organisation, id, day)
        }
    }

    func explain(_ error: RecoveryError) -> Sentence {
        switch error {
        case .noneMade(let folder): noneMade(folder)
        case .wordCount(let sheet, let found): wordCount(sheet, found)
        case .unknownWord(let sheet, let place, let near):
            unknownWord(sheet, place, near.joined(separator: ", "))
        case .sameSheet: sameSheet
        case .wrongSheets(let sheet): sheet.map { wrongSheet($0) } ?? wrongSheets
        }
    }
}

extension RecoveryTexts {
    static let english = RecoveryTexts(
        sheet: { number, holder, words, mark, organisation, id, day in
            let who =
                switch holder {
                case .external: "the external counsellor"
                case .council: "the works council"
                case .deputy: "the deputy"
                }
            return """
                RECOVERY SHEET \(number) OF 3, for \(who)

                Of the confidential counsellor '\(id)' of \(organisation).
                Serial number \(mark), made on \(day.text).

                \(words)

                What it is: with the words of any two of the three sheets the counsellor's files open,
                if the counsellor forgets the passphrase, is ill for a long time, or dies.
                This sheet alone opens nothing.
                Keep it locked away, on paper. Not in a photo, not in the cloud, not at the employer's.
                Never two sheets with one person. Is it lost or seen? Tell the counsellor, who will make
                new ones.

                How: on the computer or backup with the files, run counsellor recovery open, or choose
                "Forgotten your passphrase?" at the desk, and type the words of two sheets.

                With the age tool alone (age-encryption.org), for sheets A and B, A the lower number:
                    age -d recovery-\(mark)-A-B.age > step       (type the words of sheet A)
                    age -d step > identity.txt                  (type the words of sheet B)
                    age -d -i identity.txt vault.age > vault.sqlite
                Type the words in small letters, with one space between them. The last two
                commands write text that can be read: do it on a computer of your own, and remove it.
                """
        },
        fileName: { "sheet-\($0).txt" },
        next: "Write it down or copy it now. Then press Enter: it disappears.",
        written: {
            "The sheets are in \($0), readable by whoever has that folder. Print each where nobody is watching, hand them out, and destroy the folder. A printer may keep what it printed."
        },
        made: {
            "The sheets with serial number \($0) are in force. Older sheets no longer work here."
        },
        backupNow:
            "Make a new backup now: the sheets open only files from now on. An older backup still opens with the sheets of its own time.",
        thenMake:
            "Then: counsellor recovery make. Without its sheets nobody can open your files if you forget the passphrase.",
        words: { "The ten words of sheet \($0 == 1 ? "one" : "two"):" },
        recovered:
            "The files have a new passphrase. Copies made before keep the old one. If anybody else has seen the sheets, make new ones: counsellor recovery make.",
        foreignKeys: {
            "ALARM: on \($0.text) the list named keys for you that were not made here. Call both key holders and your colleagues."
        },
        foreignNotes: {
            "ALARM: on \($0.text) there were keys or reading days with your signature that were not made here. Unless a copy of your files is in use, call both key holders. Signing new ones (counsellor months, hours) ends this line."
        },
        noneMade: {
            Sentence(
                "no recovery sheets were made for the files in \($0)",
                hint: "--home names another folder, such as a backup's.")
        },
        wordCount: { sheet, found in
            Sentence(
                "\(sheet == 1 ? "the first" : "the second") sheet has ten words, and \(found) were read",
                hint: "Type all ten, with spaces between them.")
        },
        unknownWord: { sheet, place, near in
            Sentence(
                "word \(place) of \(sheet == 1 ? "the first" : "the second") sheet is not right",
                hint: near.isEmpty ? "Look at it again." : "Do you mean: \(near)?")
        },
        sameSheet: Sentence(
            "that is one sheet twice: one sheet opens nothing",
            hint: "Ask a second holder for theirs."),
        wrongSheet: {
            Sentence(
                "\($0 == 1 ? "the first" : "the second") sheet does not belong to these files",
                hint: "Compare the serial number on both sheets. Nothing was opened.")
        },
        wrongSheets: Sentence(
            "these are not two sheets of these files",
            hint: "Compare the serial number on both sheets. Nothing was opened."))

    static let dutch = RecoveryTexts(
        sheet: { number, holder, words, mark, organisation, id, day in
            let who =
                switch holder {
                case .external: "de externe vertrouwenspersoon"
                case .council: "de ondernemingsraad"
                case .deputy: "de vervanger"
                }
            return """
                HERSTELBLAD \(number) VAN 3, voor \(who)

                Van de vertrouwenspersoon '\(id)' van \(organisation).
                Serienummer \(mark), gemaakt op \(day.text).

                \(words)

                Wat het is: met de woorden van twee van de drie bladen gaan de bestanden van de
                vertrouwenspersoon open, als die de wachtzin vergeet, lang ziek is of overlijdt.
                Dit blad alleen opent niets. Bewaar het achter slot, op papier. Niet op een foto, niet in
                de cloud, niet bij de werkgever. Nooit twee bladen bij één mens. Is het kwijt of gezien?
                Zeg het tegen de vertrouwenspersoon: die maakt nieuwe.

                Hoe: op de computer of back-up met de bestanden, counsellor recovery open, of kies aan het
                bureau "Wachtzin vergeten?", en typ de woorden van twee bladen.

                Met alleen het programma age (age-encryption.org), voor blad A en B, A met het laagste nummer:
                    age -d recovery-\(mark)-A-B.age > step       (typ de woorden van blad A)
                    age -d step > identity.txt                  (typ de woorden van blad B)
                    age -d -i identity.txt vault.age > vault.sqlite
                Typ de woorden in kleine letters, met één spatie ertussen. De laatste twee opdrachten
                schrijven leesbare tekst: doe het op een eigen computer, en haal die tekst weg.
                """
        },
        fileName: { "blad-\($0).txt" },
        next: "Schrijf het nu over. Druk dan op Enter: het verdwijnt.",
        written: {
            "De bladen staan in \($0), leesbaar voor wie die map heeft. Print elk waar niemand meekijkt, deel ze uit, en vernietig de map. Een printer kan bewaren wat hij printte."
        },
        made: { "De bladen met serienummer \($0) gelden. Oudere bladen werken hier niet meer." },
        backupNow:
            "Maak nu een nieuwe back-up: de bladen openen alleen bestanden van nu af. Een oudere back-up gaat nog open met de bladen van toen.",
        thenMake:
            "Daarna: counsellor recovery make. Zonder die bladen kan niemand uw bestanden openen als u de wachtzin vergeet.",
        words: { "De tien woorden van het \($0 == 1 ? "ene" : "andere") blad:" },
        recovered:
            "De bestanden hebben een nieuwe wachtzin. Kopieën van eerder houden de oude. Heeft iemand anders de bladen gezien? Maak dan nieuwe: counsellor recovery make.",
        foreignKeys: {
            "ALARM: op \($0.text) noemde de lijst sleutels voor u die niet hier gemaakt zijn. Bel beide sleutelhouders en uw collega's."
        },
        foreignNotes: {
            "ALARM: op \($0.text) waren er sleutels of leesdagen met uw handtekening die niet hier gemaakt zijn. Is er geen kopie van uw bestanden in gebruik, bel dan beide sleutelhouders. Nieuwe ondertekenen (counsellor months, hours) beëindigt deze regel."
        },
        noneMade: {
            Sentence(
                "voor de bestanden in \($0) zijn geen herstelbladen gemaakt",
                hint: "--home noemt een andere map, zoals die van een back-up.")
        },
        wordCount: { sheet, found in
            Sentence(
                "het \(sheet == 1 ? "eerste" : "tweede") blad heeft tien woorden, en dit zijn er \(found)",
                hint: "Typ ze alle tien, met spaties ertussen.")
        },
        unknownWord: { sheet, place, near in
            Sentence(
                "woord \(place) van het \(sheet == 1 ? "eerste" : "tweede") blad klopt niet",
                hint: near.isEmpty ? "Kijk er nog eens naar." : "Bedoelt u: \(near)?")
        },
        sameSheet: Sentence(
            "dat is twee keer hetzelfde blad: één blad opent niets",
            hint: "Vraag een tweede bewaarder om zijn blad."),
        wrongSheet: {
            Sentence(
                "het \($0 == 1 ? "eerste" : "tweede") blad hoort niet bij deze bestanden",
                hint: "Vergelijk het serienummer op beide bladen. Er is niets geopend.")
        },
        wrongSheets: Sentence(
            "dit zijn geen twee bladen van deze bestanden",
            hint: "Vergelijk het serienummer op beide bladen. Er is niets geopend."))
}
