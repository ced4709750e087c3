import Age
import Foundation
import Sodium
import Testing

@Suite struct ArmorTests {
    func armored(_ bytes: [UInt8]) -> [UInt8] {
        let text = Data(bytes).base64EncodedString(options: [
            .lineLength64Characters, .endLineWithLineFeed,
        ])
        return [UInt8](
            "-----BEGIN AGE ENCRYPTED FILE-----\n\(text)\n-----END AGE ENCRYPTED FILE-----\n".utf8)
    }

    func read(_ text: [UInt8], pieces: Int) throws -> [UInt8] {
        var bytes: [UInt8] = []
        var reader = ArmorReader()
        for start in stride(from: 0, to: text.count, by: pieces) {
            let end = min(start + pieces, text.count)
            try reader.push(text.span.extracting(start..<end), into: &bytes)
        }
        try reader.finish(into: &bytes)
        return bytes
    }

    @Test(arguments: [1, 2, 3, 46, 47, 48, 49, 95, 96, 97, 1_000])
    func armorComesOff(byteCount: Int) throws {
        let bytes = randomBytes(byteCount)
        for pieces in [1, 5, 64, 10_000] {
            #expect(try read(armored(bytes), pieces: pieces) == bytes)
        }
    }

    /// No two texts stand for one file: a change is refused, or changes what comes out.
    @Test func everyChangeShows() throws {
        let bytes = randomBytes(100)
        let text = armored(bytes)
        for index in text.indices {
            for other in [UInt8(ascii: "A"), UInt8(ascii: "="), UInt8(ascii: "-"), 0x20, 0xc1]
            where text[index] != other {
                var changed = text
                changed[index] = other
                do throws(AgeError) {
                    let read: [UInt8]
                    do { read = try self.read(changed, pieces: 1_000) } catch {
                        throw .armorFailure
                    }
                    // White space for the last line feed is allowed.
                    #expect(read != bytes || index == text.count - 1 && other == 0x20)
                } catch {}
            }
        }
        for count in 0..<(text.count - 1) {
            #expect(throws: AgeError.armorFailure) {
                try read([UInt8](text.prefix(count)), pieces: 1_000)
            }
        }
    }

    @Test func whiteSpaceAroundHasALimit() throws {
        let text = armored([1, 2, 3])
        let space = [UInt8](repeating: 0x0a, count: 1_024)
        #expect(try read(space + text + space, pieces: 100) == [1, 2, 3])
        #expect(throws: AgeError.armorFailure) { try read(space + space + text, pieces: 100) }
        #expect(throws: AgeError.armorFailure) { try read(text + space + space, pieces: 100) }
    }
}
