import DurableFiles
import Reporting
import Sodium
import Testing
import TransparencyLog

@testable import Casework

@Suite struct OrganisationFolderTests {
    let scene: Scene
    let folder: OrganisationFolder

    init() throws {
        scene = try Scene()
        var draft = scene.roster
        draft.counsellors = []
        folder = try OrganisationFolder(
            creating: scene.folder + "/organisation", draft: draft, link: scene.anchor)
        try folder.add(scene.roster.counsellors[0], today: scene.today)
    }

    @Test func needsBothSignatures() throws {
        #expect(try folder.sign(by: scene.root) == [scene.second.verifierKey.name])
        #expect(try folder.complete() == nil)
        #expect(try folder.sign(by: scene.second).isEmpty)
        #expect(try folder.complete() == folder.draft)
        #expect(folder.draft.serial == 1)
        #expect(throws: CaseworkError.nothingToSign) { try folder.sign(by: scene.root) }
    }

    @Test func aChangeVoidsSignaturesAndRaisesTheSerial() throws {
        _ = try folder.sign(by: scene.root)
        try folder.add(scene.roster.counsellors[1], today: scene.today)
        #expect(folder.draft.serial == 1)
        #expect(try folder.sign(by: scene.second) == [scene.root.verifierKey.name])
        #expect(try folder.sign(by: scene.root).isEmpty)
        try folder.remove("intern", today: scene.today.adding(30))
        #expect(folder.draft.serial == 2 && folder.draft.counsellors.map(\.id) == ["extern"])
        #expect(folder.draft.expires == scene.today.adding(430))
        #expect(try folder.complete()?.serial == 1)
    }

    @Test func refusesOtherKeysAndDoubles() throws {
        let other = try NoteSigner(name: scene.root.verifierKey.name)
        #expect(throws: CaseworkError.notAnOrganisationKey(name: other.verifierKey.name)) {
            try folder.sign(by: other)
        }
        #expect(throws: CaseworkError.alreadyInRoster(id: "intern")) {
            try folder.add(scene.roster.counsellors[0], today: scene.today)
        }
        #expect(throws: CaseworkError.notInRoster(id: "deputy")) {
            try folder.remove("deputy", today: scene.today)
        }
    }
}
