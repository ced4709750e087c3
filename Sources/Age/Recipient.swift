/// Whom or what a file is sealed to.
public enum Recipient: Sendable {
    /// `age1pq1…`
    case hybrid(HybridRecipient)
    /// `age1…`
    case x25519(X25519Recipient)
    /// A passphrase, and scrypt's work factor: `Passphrase.defaultLogN` unless there is a reason.
    case passphrase(Passphrase, logN: Int)

    /// - Parameter text: `age1pq1…` or `age1…`.
    /// - Throws: `malformedRecipient`.
    public init(_ text: String) throws(AgeError) {
        if text.utf8.starts(with: "\(Label.hybridRecipient)1".utf8) {
            self = .hybrid(try HybridRecipient(text))
        } else {
            self = .x25519(try X25519Recipient(text))
        }
    }

    /// Two recipients of one file are of one kind: one that is not post-quantum undoes what the other is for,
    /// and a passphrase stands alone.
    fileprivate func goes(with other: Recipient) -> Bool {
        switch (self, other) {
        case (.hybrid, .hybrid), (.x25519, .x25519): true
        default: false
        }
    }

    func seal(_ fileKey: borrowing FileKey) throws(AgeError) -> Stanza {
        switch self {
        case .hybrid(let recipient): try recipient.seal(fileKey)
        case .x25519(let recipient): try recipient.seal(fileKey)
        case .passphrase(let passphrase, let logN): try passphrase.seal(fileKey, logN: logN)
        }
    }
}

extension AgeHeader {
    /// A header that carries `key` to each recipient, in the given order.
    ///
    /// - Throws: `unfitRecipients` for none; for a passphrase that is not alone (who opens with it expects that
    ///   nobody else could have made the file); for hybrid beside X25519 ones (the file would only be as safe as
    ///   the latter).
    public init(sealing key: borrowing FileKey, to recipients: [Recipient]) throws(AgeError) {
        guard let first = recipients.first,
            recipients.dropFirst().allSatisfy({ $0.goes(with: first) })
        else { throw .unfitRecipients }
        var stanzas: [Stanza] = []
        for recipient in recipients { stanzas.append(try recipient.seal(key)) }
        self.init(stanzas, key: key)
    }
}
