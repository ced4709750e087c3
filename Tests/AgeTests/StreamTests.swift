import Age
import AgePipeline
import DurableFiles
import Foundation
import Sodium
import Testing

/// A folder of its own, gone with the test.
final class TemporaryFolder {
    let path = NSTemporaryDirectory() + "age-tests-" + UUID().uuidString
    init() throws {
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }
    deinit { try? FileManager.default.removeItem(atPath: path) }

    func write(_ name: String, _ bytes: [UInt8]) throws -> String {
        try Data(bytes).write(to: URL(fileURLWithPath: path + "/" + name))
        return path + "/" + name
    }

    func read(_ name: String) throws -> [UInt8] {
        [UInt8](try Data(contentsOf: URL(fileURLWithPath: path + "/" + name)))
    }
}

@Suite struct StreamTests {
    let folder: TemporaryFolder
    let identity = Identity.x25519(X25519Identity())
    let recipient: Recipient

    init() throws {
        folder = try TemporaryFolder()
        guard case .x25519(let x25519) = identity else { fatalError() }
        recipient = .x25519(x25519.recipient)
    }

    func through(
        _ input: [UInt8], _ work: (FileEnd, FileEnd) throws -> Void
    ) throws -> [UInt8] {
        let source = try FileHandle(
            forReadingFrom: URL(fileURLWithPath: folder.write("input", input)))
        _ = try folder.write("output", [])
        let sink = try FileHandle(
            forWritingTo: URL(fileURLWithPath: folder.path + "/output"))
        try work(
            FileEnd(source.fileDescriptor, path: "input"),
            FileEnd(sink.fileDescriptor, path: "output"))
        return try folder.read("output")
    }

    /// Around the ends of chunks and blocks.
    @Test(arguments: [
        0, 1, 65_535, 65_536, 65_537, 131_072, 16 * 65_536 - 1, 16 * 65_536, 16 * 65_536 + 1,
        17 * 65_536, 80 * 65_536, 80 * 65_536 + 13,
    ])
    func roundTripsAndAgreesWithTheOneShot(byteCount: Int) throws {
        let text = randomBytes(byteCount)
        let sealed = try through(text) {
            try AgeStream.seal(from: $0, to: $1, recipients: [recipient])
        }
        #expect(try AgeFile.open(sealed, with: [identity]) == text)
        let opened = try through(try AgeFile.seal(text, to: [recipient])) {
            try AgeStream.open(from: $0, to: $1, identities: [identity])
        }
        #expect(opened == text)
    }

    @Test func damageStopsTheOutputBeforeIt() throws {
        let text = randomBytes(60 * 65_536 + 5)
        let sealed = try AgeFile.seal(text, to: [recipient])
        let start = try AgeHeader(parsing: sealed).byteCount + 16
        for chunk in [0, 1, 15, 16, 17, 33, 59, 60] {
            var damaged = sealed
            damaged[start + chunk * 65_552 + 3] ^= 1
            var failure: AgeStreamError?
            let output = try through(damaged) {
                do throws(AgeStreamError) {
                    try AgeStream.open(from: $0, to: $1, identities: [identity])
                } catch { failure = error }
            }
            #expect(failure == .age(.payloadFailure))
            #expect(output == [UInt8](text.prefix(chunk * 65_536)))
        }
    }

    @Test func cutsAreToldFromDamage() throws {
        let text = randomBytes(40 * 65_536)
        let sealed = try AgeFile.seal(text, to: [recipient])
        let start = try AgeHeader(parsing: sealed).byteCount + 16
        let cuts: [(Int, AgeError)] = [
            (0, .notAnAgeFile), (30, .truncated), (start - 1, .truncated), (start, .truncated),
            (start + 65_552, .truncated), (start + 16 * 65_552, .truncated),
            (start + 5, .payloadFailure), (start + 32 * 65_552 + 100, .payloadFailure),
            (sealed.count - 1, .payloadFailure),
        ]
        for (cut, expected) in cuts {
            var failure: AgeStreamError?
            _ = try through([UInt8](sealed.prefix(cut))) {
                do throws(AgeStreamError) {
                    try AgeStream.open(from: $0, to: $1, identities: [identity])
                } catch { failure = error }
            }
            #expect(failure == .age(expected), "cut at \(cut)")
        }
    }

    @Test(arguments: CCTVVector.names) func vectorHasItsOutcome(name: String) throws {
        let vector = try CCTVVector(name)
        var outcome = "success"
        let output = try through(vector.file) {
            do throws(AgeStreamError) {
                let identities: [Identity]
                do { identities = try vector.identities() } catch {
                    throw .age(.malformedIdentity)
                }
                try AgeStream.open(from: $0, to: $1, identities: identities)
            } catch .age(let error) {
                outcome = error.expectation
            } catch { outcome = "file failure" }
        }
        if vector["expect"] == "success" {
            #expect(outcome == "success")
        } else {
            #expect(outcome != "success")
        }
        if !vector.isArmored, !["other"].contains(outcome) {
            #expect(outcome == vector["expect"])
        }
        #expect(Hex.encode(SHA256.hash(output)) == vector["payload"] ?? Hex.encode(SHA256.hash([])))
    }

    @Test func aFullDiskIsAnErrorOfTheOutput() throws {
        let full = try FileHandle(forWritingTo: URL(fileURLWithPath: "/dev/full"))
        let source = try FileHandle(
            forReadingFrom: URL(fileURLWithPath: folder.write("input", randomBytes(5 << 20))))
        #expect(throws: AgeStreamError.file(.diskFull(path: "full"))) {
            try AgeStream.seal(
                from: FileEnd(source.fileDescriptor, path: "input"),
                to: FileEnd(full.fileDescriptor, path: "full"), recipients: [recipient])
        }
    }
}
