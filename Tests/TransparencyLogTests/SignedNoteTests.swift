import Sodium
import Testing
import TransparencyLog

@Suite struct SignedNoteTests {
    /// C2SP signed-note's own example.
    static let vkey = "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k"
    static let note =
        "This is an example message.\n\n\u{2014} example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6"
        + "TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=\n"

    @Test func verifiesTheStandardsExample() throws {
        let note = try SignedNote(parsing: [UInt8](Self.note.utf8))
        try note.verify(VerifierKey(Self.vkey))
        #expect(note.text == "This is an example message.\n")
        #expect(note.bytes == [UInt8](Self.note.utf8))
    }

    @Test func ignoresUnknownKeysAndRefusesBadKnownOnes() throws {
        let alice = try NoteSigner(name: "alice.example/key")
        let other = try NoteSigner(name: "other.example/key")
        var note = try SignedNote(text: "hello\n", signedBy: other)
        note.add(alice)
        let read = try SignedNote(parsing: note.bytes)
        try read.verify(alice.verifierKey)
        #expect(throws: NoteError.missingSignature(name: "example.com/foo")) {
            try read.verify(VerifierKey(Self.vkey))
        }
        let changed = String(decoding: note.bytes, as: UTF8.self).replacing("hello", with: "hallo")
        #expect(throws: NoteError.badSignature(name: "alice.example/key")) {
            try SignedNote(parsing: [UInt8](changed.utf8)).verify(alice.verifierKey)
        }
    }

    @Test func everyFlippedByteIsRefused() throws {
        let signer = try NoteSigner(name: "alice.example/key")
        let bytes = try SignedNote(text: "one\n\ntwo\n", signedBy: signer).bytes
        for index in bytes.indices {
            var changed = bytes
            changed[index] ^= 1
            #expect(throws: NoteError.self) {
                try SignedNote(parsing: changed).verify(signer.verifierKey)
            }
        }
        for count in bytes.indices {
            #expect(throws: NoteError.self) {
                try SignedNote(parsing: [UInt8](bytes.prefix(count))).verify(signer.verifierKey)
            }
        }
    }

    @Test(arguments: ["", "no line feed", "tab\there\n", "nul\0\n"])
    func refusesTextThatIsNotLines(text: String) {
        #expect(throws: NoteError.malformedNote) { try SignedNote(text: text) }
    }

    @Test(arguments: [
        "example.com/foo+530d903b+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
        "example.com/fop+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
        "example.com/foo+530d903a+AukyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
        "example.com/foo+530d903a+Aeky", "example.com/foo", "",
    ])
    func refusesKeysThatDoNotBelongTogether(text: String) {
        #expect(throws: NoteError.malformedKey) { try VerifierKey(text) }
    }

    @Test func keyFilesRoundTrip() throws {
        let signer = try NoteSigner(name: "alice.example/key")
        let again = try NoteSigner(keyFile: signer.keyFile())
        #expect(again.verifierKey == signer.verifierKey)
        #expect(again.key.sign([1]) == signer.key.sign([1]))
    }
}

@Suite struct PromiseTests {
    @Test func opensOnlyWhatTheKeySigned() throws {
        let key = try NoteSigner(name: "gateway.example/promise")
        let entry = try #require(
            LogEntry(
                kind: .report, hash: SHA256.hash([1]), tag: [UInt8](repeating: 7, count: 16)))
        let promise = Promise(
            origin: "gateway.example/log", day: try #require(Day("2026-11-24")), entry: entry)
        let note = try promise.signed(by: key)
        #expect(try Promise.open(note, by: key.verifierKey) == promise)
        #expect(try promise.signed(by: key).bytes == note.bytes)
        let other = try NoteSigner(name: "gateway.example/promise")
        #expect(throws: NoteError.self) { try Promise.open(note, by: other.verifierKey) }
        let roster = try SignedNote(text: "sottovoce/v1 roster\n", signedBy: key)
        #expect(throws: NoteError.unexpectedText) { try Promise.open(roster, by: key.verifierKey) }
    }

    @Test func entriesAre49Bytes() throws {
        let bytes = [UInt8](1...49)
        let entry = try #require(LogEntry(bytes))
        #expect(entry.bytes == bytes && LogEntry.byteCount == 49)
        #expect(LogEntry([9] + bytes.dropFirst()) == nil)
        #expect(LogEntry([UInt8](bytes.dropLast())) == nil)
    }
}
