internal import Sodium

/// The line of a report that says where a file's parts are and how to open them.
///
/// Source: Docs/protocol.md §7.
public struct Attachment: Sendable, Equatable {
    /// No report names more.
    public static let limit = 20
    /// Longest name, in bytes of UTF-8.
    public static let nameByteCount = 60

    /// 32 bytes from which file key and addresses are derived.
    public let secret: [UInt8]
    /// True length of the file.
    public let byteCount: Int
    /// Parts of 1 MiB, padding included.
    public let partCount: Int
    /// Such as `image/jpeg`.
    public let mediaType: String
    /// Cut to 60 bytes, its extension kept.
    public let name: String

    /// - Parameter secret: 32 bytes.
    public init(
        secret: [UInt8], byteCount: Int, partCount: Int, mediaType: String, name: String
    ) {
        self.secret = secret
        self.byteCount = byteCount
        self.partCount = partCount
        self.mediaType = mediaType
        self.name = name
    }

    var values: [String] {
        [Hex.encode(secret), String(byteCount), String(partCount), mediaType, name]
    }

    init?(values: [String]) {
        guard values.count == 5, let secret = Hex.decode(values[0]), secret.count == 32,
            let byteCount = Lines.number(values[1]), let partCount = Lines.number(values[2]),
            values[4].utf8.count <= Self.nameByteCount
        else { return nil }
        self.init(
            secret: secret, byteCount: byteCount, partCount: partCount, mediaType: values[3],
            name: values[4])
    }
}
