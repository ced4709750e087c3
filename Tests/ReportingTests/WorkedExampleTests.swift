import Age
import Foundation
import Sodium
import Testing
import TransparencyLog

@testable import Reporting

/// Docs/protocol.md shows an example; these are its bytes.
///
/// After a change of the format, `WRITE_WORKED_EXAMPLE=1 swift test --filter WorkedExampleTests` seals
/// the two envelopes anew and prints the blocks.
@Suite struct WorkedExampleTests {
    static let document = VectorFile.folder.deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "Docs/protocol.md")
    static let reportPath = "protocol/example-report.age"
    static let replyPath = "protocol/example-reply.age"

    @Test(.enabled(if: ProcessInfo.processInfo.environment["WRITE_WORKED_EXAMPLE"] != nil))
    func write() throws {
        let example = try WorkedExample()
        let report = try example.report.sealed(from: example.keys, to: [example.reader])
        let reply = try example.reply.sealed(
            in: example.threadKeys(), to: example.keys.replyIdentity.recipient)
        try Data(report.bytes).write(to: VectorFile.folder.appending(path: Self.reportPath))
        try Data(reply.bytes).write(to: VectorFile.folder.appending(path: Self.replyPath))
        for (name, block) in try example.blocks(report: report.bytes, reply: reply).sorted(
            by: { $0.key < $1.key })
        {
            print("```text \(name)\n\(block)```")
        }
    }

    @Test func theDocumentShowsTheseBytes() throws {
        let example = try WorkedExample()
        let reply = try SealedEnvelope(
            kind: .reply, tag: example.threadKeys().label(0),
            bytes: VectorFile.bytes(Self.replyPath))
        let blocks = try example.blocks(
            report: VectorFile.bytes(Self.reportPath), reply: reply)
        let document = try String(contentsOf: Self.document, encoding: .utf8)
        for (name, block) in blocks {
            #expect(document.contains("```text \(name)\n\(block)```"), "block \(name)")
        }
    }

    @Test func theEnvelopesOpenToTheExample() throws {
        let example = try WorkedExample()
        let opened = try OpenedReport.open(
            VectorFile.bytes(Self.reportPath), with: [example.month])
        #expect(opened.report == example.report)
        #expect(opened.isAuthentic(for: "intern", try example.threadKeys()))
        let reply = try Reply.open(
            VectorFile.bytes(Self.replyPath), keys: example.keys,
            counsellor: example.roster.counsellors[0], number: 0)
        #expect(reply == example.reply)
    }
}
