import Sodium
import Testing

@Suite struct Base64Tests {
    @Test func onlyTheOneEncodingIsRead() {
        for bytes in (0..<20).map({ randomBytes($0) }) {
            for padded in [true, false] {
                let text = [UInt8](Base64.encode(bytes, padded: padded).utf8)
                #expect(Base64.decode(text, padded: padded) == bytes)
                for index in text.indices {
                    var changed = text
                    changed[index] |= 0x80
                    #expect(Base64.decode(changed, padded: padded) == nil, "a byte above 127")
                    changed[index] = UInt8(ascii: " ")
                    #expect(Base64.decode(changed, padded: padded) == nil)
                }
            }
        }
        #expect(Base64.decode("AB", padded: false) == nil, "loose bits at the end")
        #expect(Base64.decode("AA==", padded: false) == nil)
        #expect(Base64.decode("AA", padded: true) == nil)
    }
}
