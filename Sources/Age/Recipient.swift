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

    var isPassphrase: Bool {
        if case .passphrase = self { true } else { false }
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
    /// - Throws: `unfitRecipients` for none, or for a passphrase that is not alone: who opens with a
    ///   passphrase expects that nobody else could have made the file.
    public init(sealing key: borrowing FileKey, to recipients: [Recipient]) throws(AgeError) {
        guard !recipients.isEmpty,
            recipients.count == 1 || !recipients.contains(where: { $0.isPassphrase })
        else { throw .unfitRecipients }
        var stanzas: [Stanza] = []
        for recipient in recipients { stanzas.append(try recipient.seal(key)) }
        self.init(stanzas, key: key)
    }
}
