import Reporting
import Sodium
import Testing
import TransparencyLog

@Suite struct OrganisationTests {
    let organisation: InventedOrganisation
    init() throws { organisation = try InventedOrganisation() }

    private func check(
        _ notes: [SignedNote], anchor: TrustAnchor? = nil, today: Day? = nil, highestSeen: Int = 0
    ) throws -> Organisation {
        try Organisation(
            bundle: NoteBundle(notes), anchor: try anchor ?? organisation.anchor(),
            today: today ?? organisation.today, highestSeen: highestSeen)
    }

    @Test func rosterAndNotesRoundTrip() throws {
        let roster = organisation.roster
        #expect(try Roster(text: roster.text) == roster)
        let counsellor = organisation.persons[0].counsellor
        #expect(try Roster.Counsellor(enrolment: counsellor.enrolment) == counsellor)
        let hours = HoursNote(
            serial: 4, genesis: roster.genesis, counsellor: "intern", day: organisation.today,
            reads: [1, 3], absence: organisation.today...organisation.today.adding(9),
            replacement: "extern", phone: "+31 00 000 00 00", remark: "Bel gerust — ook 's avonds")
        #expect(try HoursNote(text: hours.text) == hours)
        let bundle = NoteBundle([try organisation.signed(roster)])
        #expect(try NoteBundle(parsing: bundle.bytes) == bundle)
        #expect(throws: ReportingError.malformedLine(1)) {
            try NoteBundle(parsing: [UInt8](bundle.bytes.dropLast()))
        }
    }

    @Test func everyLineOfARosterIsNeededAndNoneTwice() throws {
        let lines = organisation.roster.text.split(separator: "\n")
        for index in lines.indices
        where !["way", "second"].contains(lines[index].prefix { $0 != " " }) {
            var without = lines
            without.remove(at: index)
            #expect(throws: ReportingError.self, "\(lines[index])") {
                try Roster(text: without.joined(separator: "\n") + "\n")
            }
            var doubled = lines
            doubled.insert(lines[index], at: index)
            #expect(throws: ReportingError.self, "\(lines[index])") {
                try Roster(text: doubled.joined(separator: "\n") + "\n")
            }
        }
    }

    @Test func theHighestSerialIsInForceAndOffersThoseWithAKeyOfTheMonth() throws {
        var newer = organisation.roster
        newer.serial = 2
        newer.counsellors[0].name = "Renamed"
        let read = try check([
            organisation.signed(organisation.roster), organisation.signed(newer),
            organisation.keysNote(organisation.persons[1]),
            organisation.keysNote(
                organisation.persons[0], month: organisation.today.month.adding(1)),
        ])
        #expect(read.roster == newer && read.rosters.count == 2)
        #expect(read.readers(in: organisation.today.month).map(\.counsellor.id) == ["extern"])
        #expect(read.counsellorsEver.map(\.id) == ["intern", "extern"])
    }

    @Test func aNewerKeysNoteWinsAndAColleaguesSignatureIsNone() throws {
        let person = organisation.persons[0]
        let mine = try organisation.keysNote(person, serial: 2)
        let text = mine.text.replacing("serial 2", with: "serial 3")
        let colleagues = try SignedNote(text: text, signedBy: organisation.persons[1].notes)
        let read = try check([
            organisation.signed(organisation.roster), colleagues,
            try organisation.keysNote(person, serial: 1), mine,
        ])
        #expect(read.keys(of: "intern")?.serial == 2)
    }

    @Test func refusesEachFaultByItsOwnName() throws {
        let roster = organisation.roster
        let (root, second) = (organisation.root, organisation.second)
        #expect(throws: OrganisationError.noRoster) { try check([]) }
        #expect(throws: OrganisationError.unsigned) {
            try check([organisation.signed(roster, by: [])])
        }
        #expect(throws: OrganisationError.signedByOneOnly(missing: "linde.example/second")) {
            try check([organisation.signed(roster, by: [root])])
        }
        #expect(throws: OrganisationError.signedByOneOnly(missing: "linde.example/root")) {
            try check([organisation.signed(roster, by: [second])])
        }
        #expect(throws: OrganisationError.expired(roster.expires)) {
            try check([organisation.signed(roster)], today: roster.expires.adding(1))
        }
        #expect(throws: OrganisationError.notYetValid(roster.issued)) {
            try check([organisation.signed(roster)], today: roster.issued.adding(-365))
        }
        #expect(throws: OrganisationError.rollback(seen: 2, served: 1)) {
            try check([organisation.signed(roster)], highestSeen: 2)
        }
        var elsewhere = roster
        elsewhere.gateways = ["https://other.example"]
        #expect(throws: OrganisationError.otherOrganisation) {
            try check([organisation.signed(elsewhere)])
        }
        var twin = roster
        twin.organisation = "Another"
        #expect(throws: OrganisationError.conflictingRosters(serial: 1)) {
            try check([organisation.signed(roster), organisation.signed(twin)])
        }
        let changed = String(decoding: try organisation.signed(roster).bytes, as: UTF8.self)
            .replacing("retention 6", with: "retention 7")
        #expect(throws: OrganisationError.badSignature(name: "linde.example/root")) {
            try check([SignedNote(parsing: [UInt8](changed.utf8))])
        }
    }

    @Test func oneKeyInTheLinkIsEnoughWhenOnlyOneIsNamed() throws {
        let anchor = try TrustAnchor(
            gateway: "https://meld.linde.example", keys: [organisation.root.verifierKey])
        let read = try check(
            [organisation.signed(organisation.roster, by: [organisation.root])], anchor: anchor)
        #expect(read.roster.serial == 1)
    }

    @Test func linksRoundTripAndOthersAreRefused() throws {
        let anchor = try organisation.anchor()
        #expect(try TrustAnchor(link: anchor.link) == anchor)
        #expect(try TrustAnchor(link: "  " + anchor.link + "\n") == anchor)
        #expect(anchor.link.hasPrefix("https://meld.linde.example/#root=linde.example%2Froot%2B"))
        let key = organisation.root.verifierKey.text
        for link in [
            "https://meld.linde.example/", "https://meld.linde.example/#", "#root=\(key)",
            "https://meld.linde.example/#second=\(key)", "ftp://x/#root=\(key)",
            "https://meld.linde.example/path/#root=\(key)", "https://u@h.example/#root=\(key)",
            "https://meld.linde.example/#root=\(key)&second=\(key)",
            anchor.link.replacing("root=linde", with: "root=finde"),
        ] {
            #expect(throws: ReportingError.malformedLink, "\(link)") {
                try TrustAnchor(link: link)
            }
        }
    }
}
