internal import Foundation
internal import GRDB
package import Reporting
internal import Sodium
package import TransparencyLog

// Invented cases to train with, before a real one comes. They are in no list of cases, figure or clock, and
// nothing written in them is ever sealed or handed over.
extension OfflineHome {
    /// Puts the exercise cases in, in place of those that are there. Returns their numbers.
    @discardableResult
    package func addPractice(in language: Language, today: Day) throws -> [Int] {
        try vault.save { database in
            try Self.removePractice(database)
            return try PracticeText.all(language).map { text in
                let number = try CaseRecords.newCase(
                    by: .digital, track: text.track.rawValue, category: text.category.rawValue,
                    on: today, in: database)
                try database.execute(
                    sql: "UPDATE conversation SET practice = 1, answered = 0 WHERE number = ?",
                    arguments: [number])
                try Self.add(text, to: number, language, today: today, in: database)
                return number
            }
        }
    }

    /// Removes all exercise cases with what was written in them.
    package func removePractice() throws { try vault.save { try Self.removePractice($0) } }

    private static func removePractice(_ database: Database) throws {
        let hashes = try Data.fetchAll(
            database,
            sql: """
                SELECT hash FROM report JOIN conversation c ON c.number = conversation
                WHERE practice = 1
                """)
        for number in try Int.fetchAll(
            database, sql: "SELECT number FROM conversation WHERE practice = 1")
        {
            try CaseRecords.erase(number, in: database)
        }
        for hash in hashes {
            try database.execute(sql: "DELETE FROM envelope WHERE hash = ?", arguments: [hash])
        }
    }

    private static func add(
        _ text: PracticeText, to number: Int, _ language: Language, today: Day,
        in database: Database
    ) throws {
        let (hash, mac) = (CaseRecords.blob(randomBytes(32)), CaseRecords.blob(randomBytes(32)))
        try database.execute(
            sql: "INSERT INTO envelope VALUES (?, ?, 'opened')", arguments: [hash, today.number])
        try database.execute(
            sql: """
                INSERT INTO report (hash, conversation, day, after_replies, sequence, kind, about,
                    track, category, language, addressed, body, mac, authentic, other_reply_to,
                    seen)
                VALUES (?, ?, ?, 0, 0, 'message', '', ?, ?, ?, ?, ?, ?, 1, 0, 0)
                """,
            arguments: [
                hash, number, today.number, text.track.rawValue, text.category.rawValue,
                language.rawValue, try CaseRecords.setting(database, .id) ?? "", text.body, mac,
            ])
    }

    /// Keeps an answer in an exercise case: it stays there.
    static func writeInPractice(
        to number: Int, _ kind: Reply.Kind, body: String, today: Day, in database: Database
    ) throws -> (place: Int, id: Int) {
        let place = try written(in: number, database).place
        try database.execute(
            sql: """
                INSERT INTO reply (conversation, number, day, kind, body, state, at_once)
                VALUES (?, ?, ?, ?, ?, 'posted', 0)
                """, arguments: [number, place, today.number, code(kind), body])
        let id = Int(database.lastInsertedRowID)
        try CaseRecords.answered(number, in: database)
        if kind == .closed { try CaseRecords.close(number, on: today, in: database) }
        return (place, id)
    }
}

/// What the person in an exercise case writes.
struct PracticeText {
    let track: Track
    let category: Category
    let body: String

    static func all(_ language: Language) -> [PracticeText] {
        switch language {
        case .nl: dutch
        case .en: english
        }
    }

    private static let dutch = [
        PracticeText(
            track: .conversation, category: .exclusion,
            body: """
                Hoi. Ik weet niet of dit hier hoort.

                Sinds een paar weken stoppen collega's met praten als ik binnenkom. Ze gaan samen \
                lunchen en vragen mij niet meer. Vorige week was er een groepsapp over het rooster \
                waar ik niet in zit. Als ik er iets van zeg, lachen ze en zeggen ze dat ik het me \
                inbeeld.

                Ik slaap er slecht van. Ik wil geen ruzie en ik wil ook niet dat mijn leidinggevende \
                het weet. Wat kan ik doen?
                """),
        PracticeText(
            track: .complaint, category: .sexualHarassment,
            body: """
                Mijn teamleider maakt al maanden opmerkingen over mijn lichaam. Eerst deed ik alsof ik \
                het niet hoorde. Dinsdag stond hij in het magazijn achter me en legde zijn hand op mijn \
                heup. Ik bevroor. Daarna zei hij dat ik niet zo moeilijk moest doen, en dat mijn contract \
                in januari afloopt.

                Ik ben bang voor hem en ik schaam me. Volgende week sta ik alleen met hem ingeroosterd. \
                Ik wil dat dit stopt. Ik weet niet of ik een klacht durf in te dienen.
                """),
        PracticeText(
            track: .wbk, category: .fraud,
            body: """
                Ik werk op een administratie. Drie keer heb ik gezien dat een rekening twee keer werd \
                betaald, aan een bedrijf met hetzelfde adres als iemand van de directie. Toen ik ernaar \
                vroeg, zei mijn chef dat ik me met mijn eigen werk moest bemoeien.

                Ik heb de nummers van de rekeningen opgeschreven. Ik heb niets gekopieerd, want ik weet \
                niet of dat mag. Wat gebeurt er met mij als ik dit meld? En aan wie moet dat?
                """),
    ]

    private static let english = [
        PracticeText(
            track: .conversation, category: .exclusion,
            body: """
                Hi. I don't know if this belongs here.

                For some weeks colleagues have stopped talking when I come in. They go to lunch together \
                and don't ask me any more. Last week there was a group chat about the rota that I am \
                not in. When I say something about it they laugh, and say I am imagining it.

                I sleep badly. I don't want a quarrel, and I don't want my manager to know either. What \
                can I do?
                """),
        PracticeText(
            track: .complaint, category: .sexualHarassment,
            body: """
                My team leader has been making remarks about my body for months. At first I pretended not \
                to hear. On Tuesday he stood behind me in the store room and put his hand on my hip. I \
                froze. Then he said that I shouldn't be so difficult, and that my contract ends in January.

                I am afraid of him and I feel ashamed. Next week I am alone on the rota with him. I want \
                this to stop. I don't know if I dare to make a complaint.
                """),
        PracticeText(
            track: .wbk, category: .fraud,
            body: """
                I work in accounts. Three times I have seen a bill that was paid twice, to a company with \
                the same address as someone on the board. When I asked about it my boss said that I should \
                mind my own business.

                I wrote down the numbers of the bills. I didn't copy anything, because I don't know if I \
                may. What will happen to me if I report this? And to whom should it go?
                """),
    ]
}
