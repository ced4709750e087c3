internal import DurableFiles
package import Reporting
package import Sodium
package import TransparencyLog

/// Making a counsellor: her offline and her online folder, and the three files for those who sign the list.
package struct NewCounsellor: Sendable {
    /// This month and a year.
    package static let usualMonths = 13

    /// Who she is, as it will be signed.
    package var name: String
    package var role: Roster.Counsellor.Role
    package var languages: [Language]
    package var ways: [String] = []
    package var hours = OfflineHome.Hours(reads: [])
    /// Months to make keys for, this one included.
    package var months = usualMonths
    package let owner: OfflineHome.Owner

    package init(
        owner: OfflineHome.Owner, name: String, role: Roster.Counsellor.Role, languages: [Language]
    ) {
        self.owner = owner
        self.name = name
        self.role = role
        self.languages = languages
    }

    /// Where all of it goes.
    package struct Places: Sendable {
        package let home: String
        package let collector: String
        /// The enrolment file; beside it come the first keys and hours notes, for `gateway publish`. nil for none now.
        package let enrolment: String?

        package init(home: String, collector: String, enrolment: String?) {
            self.home = home
            self.collector = collector
            self.enrolment = enrolment
        }

        /// The three files to hand over.
        package func files(of id: String) -> [String] {
            guard let enrolment else { return [] }
            let beside = DurableFile.split(enrolment).folder
            let stem = beside == "." ? id : "\(beside)/\(id)"
            return [enrolment, stem + ".keys.note", stem + ".hours.note"]
        }

        /// Throws `homeExists`, `incompleteHome`; `FileError.alreadyExists` for a file to hand over.
        package func checkFree(for id: String) throws {
            try OfflineHome.checkFree(home)
            try CollectorFolder.checkFree(collector)
            for path in files(of: id) where DurableFile.exists(path) {
                throw FileError.alreadyExists(path: path)
            }
        }
    }

    /// Whether this can be her short name in the list.
    package static func isIdentifier(_ text: String) -> Bool {
        (1...32).contains(text.utf8.count)
            && text.utf8.allSatisfy {
                (0x30...0x39).contains($0) || (0x61...0x7a).contains($0) || $0 == 0x2d
            }
    }

    /// Makes everything. When it throws, nothing stays behind and the same can be tried again.
    ///
    /// - Throws: `notPlain` when a value can't stand in the list; as `Places.checkFree`.
    package func make(
        in places: Places, passphrase: borrowing SecretBytes, today: Day
    ) throws -> Roster.Counsellor {
        try places.checkFree(for: owner.id)
        var written: [String] = []
        do {
            return try make(in: places, passphrase, today, &written)
        } catch {
            OfflineHome.abandon(places.home)
            CollectorFolder.abandon(places.collector)
            for path in written { try? DurableFile.remove(path) }
            throw error
        }
    }

    private func make(
        in places: Places, _ passphrase: borrowing SecretBytes, _ today: Day,
        _ written: inout [String]
    ) throws -> Roster.Counsellor {
        let collector = try CollectorFolder(
            creating: places.collector, id: owner.id, anchor: owner.anchor)
        let offline = try OfflineHome(creating: places.home, owner: owner)
        let counsellor = try offline.enrolment(
            name: name, role: role, languages: languages, ways: ways,
            request: collector.request.verifierKey, collector: collector.collector.verifierKey,
            since: today)
        guard (try? Roster.Counsellor(enrolment: counsellor.enrolment)) == counsellor else {
            throw CaseworkError.notPlain
        }
        let contents = [
            [UInt8](counsellor.enrolment.utf8),
            try offline.renewKeys(today: today, count: months).bytes,
            try offline.renewHours(hours, today: today).bytes,
        ]
        for (path, bytes) in zip(places.files(of: owner.id), contents) {
            try DurableFile.create(path, with: bytes, mode: 0o644)
            written.append(path)
        }
        try offline.remember(enrolment: counsellor)
        // What is made now is of the day that this computer says it is.
        try offline.checkClock(today: today, isRight: true)
        try collector.finish()
        try offline.finish(passphrase: passphrase)
        try collector.seal()
        return counsellor
    }
}
