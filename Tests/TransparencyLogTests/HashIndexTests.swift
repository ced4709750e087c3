import Testing
@testable import TransparencyLog

struct HashIndexTests {
    /// Of eight bytes, the first four the same for all of a group.
    private func key(_ group: UInt8, _ number: UInt8) -> [UInt8] {
        [0, 0, 0, group, 0, 0, 0, number]
    }

    @Test func eachKeyIsFoundWhereItStands() {
        let keys = (0..<1_000).map { [UInt8($0 >> 8), UInt8($0 & 255), 7, UInt8($0 % 251)] }
        let index = HashIndex(keys)
        #expect(index.keys == keys)
        for place in keys.indices { #expect(index.place(of: keys[place]) == place) }
        #expect(index.place(of: [9, 9, 9, 9]) == nil)
    }

    /// Whoever makes keys may choose how they begin.
    @Test func keysThatBeginAlikeAreToldApart() {
        let keys = (0..<200).map { key(3, $0) } + (0..<200).map { key(4, $0) }
        let index = HashIndex(keys)
        for place in keys.indices { #expect(index.place(of: keys[place]) == place) }
        #expect(index.place(of: key(3, 200)) == nil && index.place(of: key(5, 0)) == nil)
    }

    @Test func aKeyThatComesTwiceStandsOnce() {
        let index = HashIndex([key(1, 1), key(1, 2), key(1, 1), key(1, 3)])
        #expect(index.keys == [key(1, 1), key(1, 2), key(1, 3)])
        #expect(index.place(of: key(1, 3)) == 2)
    }

    @Test func withoutKeysNoneIsFound() {
        #expect(HashIndex([]).place(of: key(0, 0)) == nil)
        #expect(HashIndex([key(0, 0)]).place(of: key(0, 1)) == nil)
    }
}

struct TextPartsTests {
    @Test(arguments: [
        ("", [""]), ("a", ["a"]), ("a+b", ["a", "b"]), ("+a++", ["", "a", "", ""]),
        ("é+ü", ["é", "ü"]),
    ])
    func partsStandBetweenSeparators(text: String, parts: [String]) {
        #expect(text.parts(between: UInt8(ascii: "+")) == parts)
    }

    @Test func theLastPartHasTheRest() {
        #expect("a+b+c+d".parts(between: UInt8(ascii: "+"), maxSplits: 2) == ["a", "b", "c+d"])
    }

    @Test func whatFollowsABeginning() {
        #expect("day 2026".after("day ") == "2026" && "day ".after("day ") == "")
        #expect("days".after("day ") == nil && "".after("d") == nil && "a".after("") == "a")
    }
}
