internal import Age
internal import DurableFiles

/// Where blocks come from; used by one thread at a time.
protocol BlockSource: AnyObject {
    /// Fills `buffer[start..<end]` as far as there is input; less only at the end.
    func read(into buffer: inout [UInt8], _ start: Int, _ end: Int) throws(AgeStreamError) -> Int
}

/// Plaintext, as it stands in the file.
final class PlainSource: BlockSource {
    private let input: FileEnd
    init(_ input: FileEnd) { self.input = input }

    func read(into buffer: inout [UInt8], _ start: Int, _ end: Int) throws(AgeStreamError) -> Int {
        do throws(FileError) { return try input.read(into: &buffer, start, end) } catch {
            throw .file(error)
        }
    }
}

/// Plaintext in memory.
final class MemorySource: BlockSource {
    private let bytes: [UInt8]
    private var position = 0
    init(_ bytes: [UInt8]) { self.bytes = bytes }

    func read(into buffer: inout [UInt8], _ start: Int, _ end: Int) throws(AgeStreamError) -> Int {
        let count = min(end - start, bytes.count - position)
        buffer.replaceSubrange(start..<start + count, with: bytes[position..<position + count])
        position += count
        return count
    }
}

/// An age file, its armor taken off if it has one.
final class ArmorSource: BlockSource {
    private static let pieceByteCount = 1 << 16
    private let input: FileEnd
    private var armor = AgeInput()
    /// Read ahead of what was asked for, from `position` on.
    private var held: [UInt8] = []
    private var position = 0
    private var isAtEnd = false

    init(_ input: FileEnd) { self.input = input }

    /// Reads header and nonce. Throws `age` for what is none.
    func readHeader() throws(AgeStreamError) -> HeaderReader.Found {
        var reader = HeaderReader()
        while true {
            held.removeAll(keepingCapacity: true)
            try readPiece()
            let held = self.held
            do throws(AgeError) {
                guard let found = try reader.push(held.span) else {
                    if isAtEnd { throw reader.failureAtEnd() }
                    continue
                }
                self.held = found.rest
                return found
            } catch { throw .age(error) }
        }
    }

    func read(into buffer: inout [UInt8], _ start: Int, _ end: Int) throws(AgeStreamError) -> Int {
        var filled = start
        while true {
            let count = min(held.count - position, end - filled)
            buffer.replaceSubrange(
                filled..<(filled + count), with: held[position..<(position + count)])
            filled += count
            position += count
            if filled == end || isAtEnd { return filled - start }
            held.removeAll(keepingCapacity: true)
            position = 0
            if armor.isPlain {
                // The common case: from here on straight from the file.
                do throws(FileError) {
                    return try filled - start + input.read(into: &buffer, filled, end)
                } catch { throw .file(error) }
            }
            try readPiece()
        }
    }

    /// Appends the next piece of the file, without armor, to what is held.
    private func readPiece() throws(AgeStreamError) {
        var piece = [UInt8](repeating: 0, count: Self.pieceByteCount)
        let count: Int
        do throws(FileError) { count = try input.read(into: &piece, 0, piece.count) } catch {
            throw .file(error)
        }
        do throws(AgeError) {
            try armor.push(piece.span.extracting(0..<count), into: &held)
            if count < piece.count {
                isAtEnd = true
                try armor.finish(into: &held)
            }
        } catch { throw .age(error) }
    }
}
