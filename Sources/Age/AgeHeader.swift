internal import Sodium

/// The header of an age file: version line, stanzas, and a code over both.
/// Source: C2SP age.md, header.
public struct AgeHeader: Sendable, Equatable {
    /// Of the code: 32 bytes.
    public static let macByteCount = 32
    /// The longest header read: 4 MiB, some 2,600 hybrid stanzas. A limit of ours, so that memory has one.
    public static let maximumByteCount = 4 << 20

    /// One or more.
    public let stanzas: [Stanza]
    /// 32 bytes over all that precedes it.
    public let mac: [UInt8]
    /// How long the header is as written; the payload starts there.
    public let byteCount: Int
    /// What the code is over: all up to and including `---`.
    private let authenticated: [UInt8]

    /// Reads the header that `file` starts with; what follows it is not looked at.
    ///
    /// It tells that the header is well-formed, not that it is authentic.
    ///
    /// - Throws: `notAnAgeFile`, `headerFailure`.
    public init(parsing file: [UInt8]) throws(AgeError) {
        guard file.starts(with: Label.versionLine) else { throw .notAnAgeFile }
        var lines = LineReader(file)
        _ = lines.next()
        var stanzas: [Stanza] = []
        while true {
            guard let line = lines.next() else { throw .headerFailure }
            guard line.starts(with: Self.end) else {
                stanzas.append(try Stanza.parse(line, &lines))
                continue
            }
            guard !stanzas.isEmpty, line.dropFirst(3).first == UInt8(ascii: " "),
                let mac = Base64.decode([UInt8](line.dropFirst(4)), padded: false),
                mac.count == Self.macByteCount
            else { throw .headerFailure }
            self.stanzas = stanzas
            self.mac = mac
            self.byteCount = lines.position
            self.authenticated = [UInt8](file[..<(line.startIndex + Self.end.count)])
            return
        }
    }

    /// A header for these stanzas.
    init(_ stanzas: [Stanza], key: borrowing FileKey) {
        var authenticated = Label.versionLine
        for stanza in stanzas { stanza.append(to: &authenticated) }
        authenticated += Self.end
        self.authenticated = authenticated
        self.stanzas = stanzas
        self.mac = key.bytes.withBytes { Self.mac(authenticated, fileKey: $0) }
        self.byteCount = authenticated.count + 45  // space, 43 characters, LF
    }

    /// As it is written: for a parsed one, exactly the bytes it was parsed from.
    public var bytes: [UInt8] {
        authenticated + [UInt8](" \(Base64.encode(mac, padded: false))\n".utf8)
    }

    /// Throws `headerMACFailure` unless the holder of this file key (16 bytes) made the header.
    func authenticate(_ fileKey: Span<UInt8>) throws(AgeError) {
        guard constantTimeEqual(Self.mac(authenticated, fileKey: fileKey), mac) else {
            throw .headerMACFailure
        }
    }

    private static func mac(_ header: [UInt8], fileKey: Span<UInt8>) -> [UInt8] {
        HKDFSHA256.withKey(from: fileKey, info: Label.header) {
            HMACSHA256.authenticate(header, key: $0)
        }
    }

    /// Written again from what was parsed: the same as `bytes`, since there is one way to write each stanza.
    var rewritten: [UInt8] {
        var bytes = Label.versionLine
        for stanza in stanzas { stanza.append(to: &bytes) }
        return bytes + [UInt8]("--- \(Base64.encode(mac, padded: false))\n".utf8)
    }

    private static let end = [UInt8]("---".utf8)
}
