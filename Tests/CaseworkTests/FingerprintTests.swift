import Reporting
import Testing
import TransparencyLog

@testable import Casework

@Suite struct FingerprintTests {
    let scene: Scene

    init() throws { scene = try Scene() }

    @Test func coversAllThatTheHoldersSign() throws {
        let own = scene.roster.counsellors[0]
        var others = Array(repeating: own, count: 10)
        others[0].id = "intern2"
        others[1].name = "Iemand anders"
        others[2].role = .external
        others[3].languages = [.nl, .en]
        others[4].ways = ["Telefoon +31 00 000 00 00"]
        others[5].threadKey[0] ^= 1
        others[6].request = own.notes
        others[7].notes = own.request
        others[8].fetchDays += 1
        others[9].cover += 1
        let lines = ([own] + others).map { Fingerprint.lines(of: $0) }
        #expect(Set(lines).count == lines.count)
        var later = own
        later.since = own.since.adding(9)
        #expect(Fingerprint.lines(of: later) == lines[0])
    }

    @Test func isShownInBothLanguages() {
        let lines = Fingerprint.lines(of: [1, 2, 3]).split(separator: "\n").map {
            $0.split(separator: " ")
        }
        #expect(lines.map(\.first) == ["nl:", "en:"])
        let indexes = zip(lines, [WordList.dutch, .english]).map { line, list in
            line.dropFirst().map { word in list.words.firstIndex(of: String(word)) }
        }
        #expect(indexes[0] == indexes[1] && indexes[0].count == 8)
    }
}
