import DropBox
import Sodium
import Testing
import TransparencyLog

@Suite struct AcceptingTests {
    @Test func onlyReportsAndRepliesOfTheirExactSizes() {
        for (kind, byteCount) in [(EntryKind.report, 16_384), (.reply, 8192)] {
            #expect(
                Submission(kind: kind, tag: randomBytes(16), envelope: randomBytes(byteCount))
                    != nil)
            for wrong in [0, byteCount - 1, byteCount + 1] {
                #expect(
                    Submission(kind: kind, tag: randomBytes(16), envelope: randomBytes(wrong))
                        == nil)
            }
            for wrong in [0, 15, 17] {
                #expect(
                    Submission(
                        kind: kind, tag: randomBytes(wrong), envelope: randomBytes(byteCount))
                        == nil)
            }
        }
        for kind in [EntryKind.note, .attachmentPart] {
            #expect(
                Submission(kind: kind, tag: randomBytes(16), envelope: randomBytes(16_384)) == nil)
        }
    }

    @Test func theSameAgainGetsTheSameAnswerOnAnyLaterDay() async throws {
        let temporary = try TemporaryDropBox()
        let dropBox = try temporary.open()
        let submission = report()
        let day = temporary.today
        let first = try await dropBox.accept(submission)
        #expect(first == Accepted(day: day, entry: submission.entry, isNew: true))
        let again = Accepted(day: day, entry: submission.entry, isNew: false)
        #expect(try await dropBox.accept(submission) == again)
        temporary.today = day.adding(1)
        try dropBox.closeDays(through: day)
        #expect(try await dropBox.accept(submission) == again)
        #expect(try await temporary.open().accept(submission) == again)
        #expect(try await dropBox.status().counts[.report] == 1)
    }

    @Test func aTakenTagOrHashIsRefused() async throws {
        let dropBox = try TemporaryDropBox().open()
        let submission = report()
        _ = try await dropBox.accept(submission)
        await #expect(throws: DropBoxError.conflict) {
            try await dropBox.accept(report(submission.envelope))
        }
        await #expect(throws: DropBoxError.conflict) {
            try await dropBox.accept(report(tag: submission.entry.tag))
        }
        // Tags of different kinds have nothing to do with each other.
        _ = try await dropBox.accept(reply(tag: submission.entry.tag))
        #expect(try await dropBox.status().pendingCount == 2)
    }

    @Test func manyAtOnceAreAllStoredAndARefusedOneHarmsNoOther() async throws {
        let dropBox = try TemporaryDropBox().open()
        let taken = randomBytes(16)
        _ = try await dropBox.accept(report(tag: taken))
        let outcomes = await withTaskGroup(of: Result<Accepted, any Error>.self) { group in
            for number in 0..<300 {
                let submission = number % 10 == 0 ? report(tag: taken) : report()
                group.addTask {
                    do { return .success(try await dropBox.accept(submission)) } catch {
                        return .failure(error)
                    }
                }
            }
            return await group.reduce(into: []) { $0.append($1) }
        }
        let accepted = outcomes.compactMap { try? $0.get() }
        #expect(accepted.count == 270)
        let pending = Set(try await dropBox.pending().map(\.entry))
        #expect(pending.count == 271 && accepted.allSatisfy { pending.contains($0.entry) })
    }

    @Test func twoOfTheSameAtOnceAreOne() async throws {
        let dropBox = try TemporaryDropBox().open()
        let submission = report()
        let accepted = try await withThrowingTaskGroup(of: Accepted.self) { group in
            for _ in 0..<20 { group.addTask { try await dropBox.accept(submission) } }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(accepted.count == 20 && Set(accepted.map(\.entry)).count == 1)
        #expect(accepted.count { $0.isNew } == 1)
        #expect(try await dropBox.pending().count == 1)
    }

    @Test func aSenderWhoGoesAwayLeavesTheOthersUnharmed() async throws {
        let dropBox = try TemporaryDropBox().open()
        let gone = Task { try await dropBox.accept(report()) }
        gone.cancel()
        _ = await gone.result
        _ = try await dropBox.accept(report())
        #expect(try await dropBox.pending().count >= 1)
    }

    @Test func notesAreLoggedAtOnceAndAlone() async throws {
        let dropBox = try TemporaryDropBox().open()
        _ = try await dropBox.accept(report())
        let note = [UInt8]("a note\n".utf8)
        let accepted = try await dropBox.publish(note) { #expect($0.isEmpty) }
        let again = try await dropBox.publish(note) { _ in Issue.record("already there") }
        #expect(again == Accepted(day: accepted.day, entry: accepted.entry, isNew: false))
        #expect(try await dropBox.entries(from: 0, limit: 10).map(\.entry) == [accepted.entry])
        #expect(accepted.entry.hash == SHA256.hash(note))
        #expect(try await dropBox.pending().count == 1)
        #expect(try await dropBox.notes() == [note])
        #expect(try await dropBox.envelope(hash: accepted.entry.hash) == note)
        let other = try await dropBox.publish([UInt8]("another\n".utf8)) {
            #expect($0.map(\.bytes) == [note])
        }
        #expect(other.entry.tag != accepted.entry.tag)
    }

    @Test func whatRefusesANoteIsThrownAndNothingIsStored() async throws {
        struct Refused: Error {}
        let dropBox = try TemporaryDropBox().open()
        await #expect(throws: Refused.self) {
            try await dropBox.publish([1, 2, 3]) { _ in throw Refused() }
        }
        #expect(try await dropBox.notes().isEmpty)
    }
}
