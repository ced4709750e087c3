internal import Sodium

/// Who or what opens a file.
public enum Identity: Sendable {
    /// `AGE-SECRET-KEY-PQ-1…`
    case hybrid(HybridIdentity)
    /// `AGE-SECRET-KEY-1…`
    case x25519(X25519Identity)
    /// The passphrase a file was sealed with.
    case passphrase(Passphrase)

    /// - Parameter text: `AGE-SECRET-KEY-PQ-1…` or `AGE-SECRET-KEY-1…`.
    /// - Throws: `malformedIdentity`.
    public init(text: Span<UInt8>) throws(AgeError) {
        let hybrid = [UInt8](Label.hybridIdentity.utf8)
        let isHybrid =
            text.count > hybrid.count
            && hybrid.indices.allSatisfy { text[$0] == hybrid[$0] }
        if isHybrid {
            self = .hybrid(try HybridIdentity(text: text))
        } else {
            self = .x25519(try X25519Identity(text: text))
        }
    }

    /// The file key, or nil when nothing in the header is for this identity.
    fileprivate func open(_ header: AgeHeader) throws(AgeError) -> FileKey? {
        switch self {
        case .hybrid(let identity):
            try identity.open(HybridStanza.all(in: header)) { FileKey(copying: $0) }
        case .x25519(let identity): try identity.open(header)
        case .passphrase(let passphrase): try passphrase.open(header)
        }
    }
}

extension AgeHeader {
    /// Whether the file is sealed with a passphrase.
    public var isForPassphrase: Bool { stanzas.contains { $0.kind == Label.scrypt } }

    /// The file key, from the first identity that fits.
    ///
    /// - Throws: `headerFailure` for a malformed stanza of a kind that is tried, or a passphrase stanza that
    ///   is not alone; `noMatch`; `headerMACFailure`.
    public func open(with identities: [Identity]) throws(AgeError) -> FileKey {
        guard stanzas.count == 1 || !isForPassphrase else { throw .headerFailure }
        for identity in identities {
            guard let key = try identity.open(self) else { continue }
            try key.bytes.withBytes { (key: Span<UInt8>) throws(AgeError) in
                try authenticate(key)
            }
            return key
        }
        throw .noMatch
    }
}
