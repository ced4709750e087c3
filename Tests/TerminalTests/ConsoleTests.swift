import Foundation
import Reporting
import Sodium
import Terminal
import Testing

@Suite struct ConsoleTests {
    let console = Console(language: .en)

    private func file(_ text: String) throws -> String {
        let url = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        try text.write(to: url, atomically: true, encoding: .utf8)
        return url.path
    }

    @Test func languageFollowsTheLocale() {
        #expect(Language.ofEnvironment(["LANG": "nl_NL.UTF-8"]) == .nl)
        #expect(Language.ofEnvironment(["LANG": "nl_NL.UTF-8", "LC_ALL": "en_GB.UTF-8"]) == .en)
        #expect(Language.ofEnvironment(["LC_ALL": "", "LC_MESSAGES": "nl_BE"]) == .nl)
        #expect(Language.ofEnvironment(["LANG": "C.UTF-8"]) == .en)
        #expect(Language.ofEnvironment([:]) == .en)
    }

    @Test func aSecretIsTheFirstLineOfItsFile() throws {
        let path = try file("correct horse\r\nsecond line\n")
        defer { try? FileManager.default.removeItem(atPath: path) }
        let secret = try console.readSecret(path: path)
        #expect(secret.copyOut() == [UInt8]("correct horse".utf8))
    }

    @Test func anEmptyOrMissingSecretFileIsSaid() throws {
        let path = try file("\nx")
        defer { try? FileManager.default.removeItem(atPath: path) }
        #expect(throws: CommandFailure.self) { _ = try console.readSecret(path: path).byteCount }
        #expect(throws: CommandFailure.self) {
            _ = try console.readSecret(path: path + "x").byteCount
        }
        let long = try file(String(repeating: "x", count: 2_000))
        defer { try? FileManager.default.removeItem(atPath: long) }
        #expect(throws: CommandFailure.self) { _ = try console.readSecret(path: long).byteCount }
    }

    @Test func aFileIsReadWholeOrRefused() throws {
        let path = try file("12345")
        defer { try? FileManager.default.removeItem(atPath: path) }
        #expect(try console.read(path: path, limit: 5) == [UInt8]("12345".utf8))
        #expect(throws: CommandFailure.self) { try console.read(path: path, limit: 4) }
    }

    @Test func failuresAreOneErrorAndOneHintLine() {
        let failure = CommandFailure("two\nlines\u{1B}", hint: "try this")
        #expect(failure.lines == "error: two lines␛\nhint: try this\n")
        #expect(CommandFailure("one").lines == "error: one\n")
    }
}
