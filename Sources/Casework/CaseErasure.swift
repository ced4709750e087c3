internal import GRDB

// Erasing what was said in a case. What stays: the thread, so that replies are numbered on and what comes later
// finds its case; of each message its proof, so that the same one sent again begins nothing; and days.
extension CaseRecords {
    /// What there was when a referral was sent. A message that came after it stays, and keeps the case open.
    static func eraseReferred(
        _ referral: Int, of number: Int, in database: Database
    ) throws {
        let arguments: StatementArguments = ["case": number, "referral": referral]
        for sql in [
            """
            UPDATE report SET erased = 1, seen = 1, body = '', track = '', category = '',
                language = '', about = '', addressed = ''
            WHERE hash IN (SELECT report FROM referral_report WHERE referral = :referral)
            """,
            """
            DELETE FROM sealing WHERE reply IN (SELECT id FROM reply WHERE conversation = :case
                AND number <= (SELECT last_reply FROM referral WHERE id = :referral))
            """,
            """
            DELETE FROM reply WHERE conversation = :case
                AND number <= (SELECT last_reply FROM referral WHERE id = :referral)
            """,
            """
            DELETE FROM private_note WHERE conversation = :case
                AND id <= (SELECT last_note FROM referral WHERE id = :referral)
            """,
            "DELETE FROM form_draft WHERE conversation = :case",
            "DELETE FROM sketch WHERE conversation = :case",
            "DELETE FROM account WHERE conversation = :case",
            "DELETE FROM case_event WHERE conversation = :case",
            "DELETE FROM aftercare WHERE conversation = :case",
            """
            DELETE FROM received_referral WHERE report IN
                (SELECT report FROM referral_report WHERE referral = :referral)
            """,
            """
            DELETE FROM referral_sealing WHERE part IN
                (SELECT id FROM referral_part WHERE referral = :referral)
            """,
            "DELETE FROM referral_part WHERE referral = :referral",
            "DELETE FROM referral_report WHERE referral = :referral",
            """
            UPDATE referral SET state = 'posted', question = 0, track = '', category = '',
                language = '' WHERE id = :referral
            """,
            """
            UPDATE conversation SET state = 'closed', status = 'concluded', own_track = '',
                own_category = '', told_track = '', told_category = '', outcome = '',
                closed_on = (SELECT day FROM referral WHERE id = :referral) WHERE number = :case
                AND NOT EXISTS (SELECT 1 FROM report WHERE conversation = :case AND erased = 0)
            """,
        ] {
            try database.execute(sql: sql, arguments: arguments)
        }
    }
}
