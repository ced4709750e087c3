@testable import Age
import Foundation
import Sodium
import Testing

/// One file of Tests/Vectors/age. The form is described in C2SP/CCTV, age/README.md.
struct CCTVVector: CustomTestStringConvertible, Sendable {
    let name: String
    var fields: [(key: String, value: String)] = []
    var file: [UInt8] = []

    init(_ name: String) throws {
        self.name = name
        let bytes = try vector("age/" + name)
        var start = 0
        while bytes[start] != UInt8(ascii: "\n") {
            let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n"))!
            let parts = String(decoding: bytes[start..<end], as: UTF8.self)
                .components(separatedBy: ": ")
            fields.append((parts[0], parts.dropFirst().joined(separator: ": ")))
            start = end + 1
        }
        file = [UInt8](bytes[(start + 1)...])
        if self["compressed"] != nil { file = try inflate(file) }
    }

    subscript(key: String) -> String? { fields.first { $0.key == key }?.value }
    var testDescription: String { name }
    var isArmored: Bool { self["armored"] == "yes" }

    func identities() throws -> [Identity] {
        try fields.compactMap { field in
            switch field.key {
            case "identity": try Identity(text: [UInt8](field.value.utf8).span)
            case "passphrase":
                .passphrase(Passphrase(SecretBytes(copying: [UInt8](field.value.utf8))))
            default: nil
            }
        }
    }

    static let names = try! FileManager.default.contentsOfDirectory(
        at: vectorFolder.appendingPathComponent("age"), includingPropertiesForKeys: nil
    ).map(\.lastPathComponent).filter { !$0.hasSuffix(".md") }.sorted()
}

extension AgeError {
    /// The outcome this error is in the terms of the vectors' `expect`.
    var expectation: String {
        switch self {
        case .notAnAgeFile, .headerFailure, .lowOrderShare, .workFactorTooHigh: "header failure"
        case .noMatch: "no match"
        case .headerMACFailure: "HMAC failure"
        case .payloadFailure: "payload failure"
        case .armorFailure: "armor failure"
        default: "other"
        }
    }
}

@Suite struct CCTVTests {
    /// The outcome in the vectors' terms, and what was released before it.
    func outcome(_ vector: CCTVVector, pieces: Int) throws -> (String, [UInt8]) {
        var plaintext: [UInt8] = []
        do throws(AgeError) {
            let identities: [Identity]
            do { identities = try vector.identities() } catch { throw .malformedIdentity }
            var opener = AgeOpener(identities: identities, isArmored: vector.isArmored)
            var isHeaderOver = false
            var start = 0
            do throws(AgeError) {
                while start < vector.file.count {
                    let end = min(start + pieces, vector.file.count)
                    try opener.push(vector.file.span.extracting(start..<end), into: &plaintext)
                    start = end
                }
                isHeaderOver = opener.isPastHeader
                try opener.finish(into: &plaintext)
            } catch .truncated {
                // The vectors have no word of their own for a missing end.
                throw isHeaderOver ? .payloadFailure : .headerFailure
            }
            return ("success", plaintext)
        } catch { return (error.expectation, plaintext) }
    }

    @Test(arguments: CCTVVector.names) func vectorHasItsOutcome(name: String) throws {
        let vector = try CCTVVector(name)
        let sizes = vector.file.count < 10_000 ? [1, 7, 64, Int.max >> 1] : [65_552, 100_000]
        for pieces in name.hasPrefix("scrypt") ? [7] : sizes {
            let (outcome, plaintext) = try outcome(vector, pieces: pieces)
            #expect(outcome == vector["expect"], "in pieces of \(pieces)")
            if let hash = vector["payload"] {
                #expect(Hex.encode(SHA256.hash(plaintext)) == hash, "in pieces of \(pieces)")
            } else {
                #expect(plaintext.isEmpty)
            }
        }
    }

    /// Told by its first bytes, a file comes to the same end, the kind of a refusal apart.
    @Test(arguments: CCTVVector.names) func formIsToldByTheBeginning(name: String) throws {
        let vector = try CCTVVector(name)
        if vector["expect"] == "success" {
            let plaintext = try AgeFile.open(vector.file, with: vector.identities())
            #expect(Hex.encode(SHA256.hash(plaintext)) == vector["payload"])
        } else {
            #expect(throws: AgeError.self) {
                try AgeFile.open(vector.file, with: vector.identities())
            }
        }
    }

    @Test(arguments: CCTVVector.names) func headersRoundTrip(name: String) throws {
        let vector = try CCTVVector(name)
        guard !vector.isArmored, vector["expect"] != "header failure" else { return }
        let header = try AgeHeader(parsing: vector.file)
        #expect(header.bytes == [UInt8](vector.file.prefix(header.byteCount)))
        #expect(header.rewritten == header.bytes)
    }

    @Test func thereAreVectors() { #expect(CCTVVector.names.count > 90) }
}
