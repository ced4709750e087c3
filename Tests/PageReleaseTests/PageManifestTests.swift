import PageRelease
import Sodium
import Testing
import TransparencyLog

@Suite struct PageManifestTests {
    private let signer: NoteSigner
    private let page: PageFolder

    init() throws {
        signer = try NoteSigner(name: "sottovoce.example/release")
        page = PageFolder(
            files: ["index.html", "scripts/b.mjs", "scripts/a.mjs", "style.css", "manifest"].map {
                PageFile(path: PagePath($0)!, bytes: [UInt8]($0.utf8))
            })
    }

    @Test func roundTrip() throws {
        let manifest = PageManifest(of: page)
        let read = try PageManifest(
            parsing: try manifest.signed(by: signer), signedBy: signer.verifierKey)
        #expect(read == manifest)
        #expect(
            manifest.text.hasPrefix("sottovoce/v1 page\n")
                && manifest.text.hasSuffix("  style.css\n") == false)
        #expect(
            manifest.entries.map(\.path.text) == [
                "index.html", "scripts/a.mjs", "scripts/b.mjs", "style.css",
            ])
    }

    @Test func anotherKeyAndNoneAreToldApart() throws {
        let manifest = PageManifest(of: page)
        let other = try NoteSigner(name: "sottovoce.example/release")
        #expect(throws: PageManifest.Fault.notBy(other.verifierKey)) {
            try PageManifest(
                parsing: try manifest.signed(by: signer), signedBy: other.verifierKey)
        }
        #expect(throws: PageManifest.Fault.unsigned) {
            try PageManifest(
                parsing: [UInt8](manifest.text.utf8), signedBy: signer.verifierKey)
        }
    }

    @Test func everyFlippedByteIsRefused() throws {
        let bytes = try PageManifest(of: page).signed(by: signer)
        for index in bytes.indices {
            var changed = bytes
            changed[index] ^= 1
            #expect(throws: PageManifest.Fault.self) {
                try PageManifest(parsing: changed, signedBy: signer.verifierKey)
            }
        }
    }

    @Test func signedNonsenseIsMalformed() throws {
        let hash = String(repeating: "0", count: 64)
        for text in [
            "sottovoce/v1 page\n", "sottovoce/v2 page\n\(hash) index.html\n",
            "sottovoce/v1 page\n\(hash) style.css\n",
            "sottovoce/v1 page\n\(hash) index.html\n\(hash) core.wasm\n",
            "sottovoce/v1 page\n\(hash) index.html\n\(hash) index.html\n",
            "sottovoce/v1 page\n\(hash) index.html\n\(hash) ../x.css\n",
            "sottovoce/v1 page\n\(hash) index.html\n\(hash) manifest\n",
            "sottovoce/v1 page\n\(hash)  index.html\n", "sottovoce/v1 page\n00 index.html\n",
        ] {
            let note = try SignedNote(text: text, signedBy: signer)
            #expect(throws: PageManifest.Fault.malformed, "\(text)") {
                try PageManifest(parsing: note.bytes, signedBy: signer.verifierKey)
            }
        }
    }
}
