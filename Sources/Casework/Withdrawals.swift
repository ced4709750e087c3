internal import GRDB

extension OfflineHome {
    /// The cases whose reporter asked to stop and has written nothing since, by number.
    package func withdrawn() throws -> Set<Int> {
        try vault.database.read { database in
            try Set(
                Int.fetchAll(
                    database,
                    sql: """
                        SELECT conversation FROM report r
                        WHERE kind = 'withdraw' AND authentic = 1 AND erased = 0 AND hash = (
                            SELECT hash FROM report
                            WHERE conversation = r.conversation AND authentic = 1
                                AND erased = 0 AND kind <> 'referral'
                            ORDER BY after_replies DESC, day DESC, sequence DESC,
                                kind = 'withdraw' DESC, hash DESC LIMIT 1)
                        """))
        }
    }
}
