import Testing

@testable import Desk

/// Forms as browsers send them, and bytes that are none.
struct FormBodyTests {
    @Test(arguments: [
        ("a=1&b=2", "a", "1"), ("a=1&b=2", "b", "2"), ("a=1&a=2", "a", "1"), ("a", "a", ""),
        ("a=", "a", ""), ("", "a", ""), ("a=b=c", "a", "b=c"), ("a=x+y", "a", "x y"),
        ("a=%C3%A9%0D%0A%2b", "a", "é\n+"), ("&&a=1&", "a", "1"), ("%61=1", "a", "1"),
    ])
    func fieldsAreRead(form: String, name: String, value: String) throws {
        #expect(try FormBody([UInt8](form.utf8)).text(name) == value)
    }

    @Test(arguments: ["a=%", "a=%1", "a=%zz", "a=%+1", "a=%0x", "%ff=1"])
    func whatIsNoFormIsRefused(form: String) {
        #expect(throws: FormBody.Malformed.self) { try FormBody([UInt8](form.utf8)) }
    }

    @Test func bytesThatAreNoTextAreRefusedAsText() throws {
        let form = try FormBody([UInt8]("a=%ff".utf8))
        #expect(form.bytes("a") == [0xff])
        #expect(throws: FormBody.Malformed.self) { try form.text("a") }
    }
}
