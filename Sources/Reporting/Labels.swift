/// Domain separation: what keeps a hash made for one purpose from serving another.
///
/// Source: Docs/protocol.md §2, §4, §5.
enum Labels {
    static let receipt = [UInt8]("sottovoce/v1 receipt\n".utf8)
    static let receiptContext: StaticString = "sv-recpt"
    static let report = separated("sottovoce/v1 report")
    static let reply = separated("sottovoce/v1 reply")
    static let label = separated("sottovoce/v1 label")
    static let tag = separated("sottovoce/v1 tag")
    static let continues = separated("sottovoce/v1 continues")
    static let work = separated("sottovoce/v1 work")

    private static func separated(_ text: String) -> [UInt8] {
        [UInt8](text.utf8) + [0]
    }
}
