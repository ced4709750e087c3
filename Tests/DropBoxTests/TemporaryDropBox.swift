import DropBox
import Foundation
import Sodium
import Synchronization
import TransparencyLog

/// A drop-box in a folder of its own, and a clock that stands where it is put.
final class TemporaryDropBox: Sendable {
    let folder: String
    var path: String { folder + "/drop-box.sqlite" }
    var checkpointPath: String { folder + "/checkpoint" }
    let log: NoteSigner
    private let clock: Mutex<Day>

    init(_ day: Day = Day("2026-11-24")!, log: NoteSigner? = nil) throws {
        self.log = try log ?? NoteSigner(name: "log.example")
        folder = NSTemporaryDirectory() + "drop-box-" + Hex.encode(randomBytes(8))
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        clock = Mutex(day)
    }

    deinit { try? FileManager.default.removeItem(atPath: folder) }

    var today: Day {
        get { clock.withLock { $0 } }
        set { clock.withLock { $0 = newValue } }
    }

    /// The same file, opened once more.
    func open(isLogChecked: Bool = true) throws -> DropBox {
        try DropBox(
            path: path, log: log, checkpointPath: checkpointPath, isLogChecked: isLogChecked
        ) { self.today }
    }

    /// Bytes of a file beside the drop-box; nil when it is not there.
    func bytes(_ suffix: String = "") -> Data? {
        FileManager.default.contents(atPath: path + suffix)
    }
}

func report(tag: [UInt8] = randomBytes(16), _ envelope: [UInt8] = randomBytes(16_384)) -> Submission
{
    Submission(kind: .report, tag: tag, envelope: envelope)!
}

func reply(tag: [UInt8] = randomBytes(16), _ envelope: [UInt8] = randomBytes(8192)) -> Submission {
    Submission(kind: .reply, tag: tag, envelope: envelope)!
}
