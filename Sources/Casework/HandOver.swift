internal import DurableFiles
internal import Foundation
internal import GRDB
internal import Sodium

// What the offline machine hands over to the online one.
extension OfflineHome {
    /// Counts of what was written to an outbox.
    package struct HandedOver: Sendable, Equatable {
        package let replies: Int
        package let notes: Int
    }

    /// Writes every reply that no mirror has shown yet, and the newest of her own notes, to a folder.
    ///
    /// Throws `otherOutbox` for a folder with another counsellor's. It can be repeated: the same files result, and posting one twice does nothing.
    package func handOver(to target: String) throws -> HandedOver {
        try PrivateFolder.create(target)
        let (replies, notes) = try vault.database.read { database in
            (
                try Row.fetchAll(
                    database, sql: "SELECT label, envelope FROM reply WHERE state <> 'posted'"
                ).map { row in
                    (
                        label: CaseRecords.bytes(row["label"]),
                        bytes: CaseRecords.bytes(row["envelope"])
                    )
                },
                try Row.fetchAll(
                    database,
                    sql: """
                        SELECT kind, serial, bytes FROM note n WHERE serial =
                        (SELECT max(serial) FROM note WHERE kind = n.kind)
                        """
                ).map { row in
                    (
                        name: "\(row["kind"] as String)-\(row["serial"] as Int)",
                        bytes: CaseRecords.bytes(row["bytes"])
                    )
                }
            )
        }
        let outbox = Outbox(folder: target)
        try outbox.add(
            replies.map { (Hex.encode($0.label) + Outbox.replyExtension, $0.label + $0.bytes) }
                + notes.map { ($0.name + Outbox.noteExtension, $0.bytes) },
            of: try id())
        try vault.save {
            try $0.execute(sql: "UPDATE reply SET state = 'handed-over' WHERE state = 'written'")
        }
        return HandedOver(replies: replies.count, notes: notes.count)
    }
}
