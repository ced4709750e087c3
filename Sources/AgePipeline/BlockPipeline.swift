internal import Age
internal import DurableFiles
internal import Foundation

/// Reads blocks of chunks in order, works on several at once, writes them in order.
///
/// Each thread does all three for its own block: it reads when it has the input, works alone, and writes when the
/// blocks before are written. So reading, working and writing overlap, and memory is threads × one block.
final class BlockPipeline<Work: BlockWork>: @unchecked Sendable {
    /// 1 MiB a block: large enough for system calls and turns to cost nothing.
    private let chunksPerBlock = 16
    private let work: Work
    private let output: FileEnd

    // Guarded by `reading`.
    private let reading = NSLock()
    private let source: any BlockSource
    private var blocksRead = 0
    private var isAtEnd = false
    /// The first byte of the next block: read to know that there is one.
    private var carried: UInt8?

    // Guarded by `turn`.
    private let turn = NSCondition()
    private var blocksWritten = 0
    private var failure: AgeStreamError?
    private var threadsRunning = 0

    init(_ work: Work, _ source: any BlockSource, _ output: FileEnd) {
        self.work = work
        self.source = source
        self.output = output
    }

    /// Works until all is written. Throws the failure of the earliest block that has one.
    func run() throws(AgeStreamError) {
        runThread(isFirst: true)
        turn.lock()
        while threadsRunning > 0 { turn.wait() }
        let failure = self.failure
        turn.unlock()
        if let failure { throw failure }
    }

    private struct Block {
        let number: Int
        let byteCount: Int
        let isLast: Bool
    }

    private func runThread(isFirst: Bool) {
        // Known only from the first block on, a file of one block starts no threads.
        var othersStarted = !isFirst
        var input = [UInt8](repeating: 0, count: chunksPerBlock * Work.inputByteCount + 1)
        var result = [UInt8](repeating: 0, count: chunksPerBlock * Work.outputByteCount)
        while let block = readBlock(&input) {
            if !othersStarted, !block.isLast {
                startOthers()
                othersStarted = true
            }
            let (byteCount, failure) = process(block, input, &result)
            guard write(block, result, byteCount, failure) else { return }
        }
    }

    private func startOthers() {
        let count = min(max(ProcessInfo.processInfo.activeProcessorCount, 1), 8)
        turn.withLock { threadsRunning = count }
        for _ in 0..<count {
            Thread.detachNewThread {
                self.runThread(isFirst: false)
                self.turn.withLock {
                    self.threadsRunning -= 1
                    self.turn.broadcast()
                }
            }
        }
    }

    /// nil at the end and after a failure.
    private func readBlock(_ input: inout [UInt8]) -> Block? {
        reading.lock()
        defer { reading.unlock() }
        guard !isAtEnd, !hasFailed else { return nil }
        let number = blocksRead
        var start = 0
        if let carried {
            input[0] = carried
            start = 1
        }
        do throws(AgeStreamError) {
            let count = start + (try source.read(into: &input, start, input.count))
            isAtEnd = count < input.count
            carried = input[input.count - 1]
            blocksRead += 1
            return Block(
                number: number, byteCount: isAtEnd ? count : input.count - 1, isLast: isAtEnd)
        } catch {
            isAtEnd = true
            // What was read before stands, and is written first.
            waitForTurn(number)
            turn.withLock {
                if failure == nil { failure = error }
                turn.broadcast()
            }
            return nil
        }
    }

    private func process(
        _ block: Block, _ input: [UInt8], _ result: inout [UInt8]
    ) -> (Int, AgeError?) {
        var position = 0
        var written = 0
        var number = block.number * chunksPerBlock
        repeat {
            let end = min(position + Work.inputByteCount, block.byteCount)
            let (count, failure) = work.process(
                input.span.extracting(position..<end), number: number,
                isLast: block.isLast && end == block.byteCount, into: &result, at: written)
            written += count
            if let failure { return (written, failure) }
            position = end
            number += 1
        } while position < block.byteCount
        return (written, nil)
    }

    /// Writes the block when it is its turn; false when nothing more is to be done.
    private func write(
        _ block: Block, _ result: [UInt8], _ byteCount: Int, _ failed: AgeError?
    ) -> Bool {
        guard waitForTurn(block.number) else { return false }
        // The turn is ours alone: no lock is held while writing.
        var problem = failed.map { AgeStreamError.age($0) }
        do throws(FileError) { try output.write(result, upTo: byteCount) } catch {
            problem = .file(error)
        }
        turn.lock()
        defer { turn.unlock() }
        failure = problem
        blocksWritten += 1
        turn.broadcast()
        return problem == nil
    }

    @discardableResult private func waitForTurn(_ number: Int) -> Bool {
        turn.lock()
        defer { turn.unlock() }
        while blocksWritten < number, failure == nil { turn.wait() }
        return failure == nil
    }

    private var hasFailed: Bool { turn.withLock { failure != nil } }
}
