// Age: age v1 files, read and written: recipients and identities (mlkem768x25519, X25519, scrypt), header,
// STREAM payload, armor (reading only). Bytes in, bytes out, in constant memory where bytes come in pieces.
// It never releases a byte that was not authentic, and it never guesses: what is not exactly the format is
// refused. Source: C2SP age.md.

/// What makes an age file, a key or a passphrase unfit. Messages for people are made elsewhere.
public enum AgeError: Error, Equatable, Sendable {
    /// The bytes don't start as an age file of version 1 does.
    case notAnAgeFile
    /// The header, or a stanza of a kind known here, is not exactly what the format allows.
    case headerFailure
    /// A stanza's share is of small order: its shared secret would be known to all.
    case lowOrderShare
    /// A passphrase stanza asks for more work than `Passphrase.maximumLogN`.
    case workFactorTooHigh
    /// The system would not give the memory a passphrase stanza asks for.
    case outOfMemory
    /// No stanza could be opened with any of the identities.
    case noMatch
    /// A stanza opened, but the header was changed: its code does not fit.
    case headerMACFailure
    /// The payload was changed.
    case payloadFailure
    /// The file ends too early. (A cut inside a chunk looks like `payloadFailure`: nobody can tell.)
    case truncated
    /// The ASCII armor is not exactly what the format allows.
    case armorFailure
    /// The text is not a recipient (`age1…`, `age1pq1…`) of a kind known here.
    case malformedRecipient
    /// The text is not an identity (`AGE-SECRET-KEY-1…`, `AGE-SECRET-KEY-PQ-1…`) of a kind known here.
    case malformedIdentity
    /// A line of an identity file, counted from 1, is neither comment, nor empty, nor an identity.
    case malformedIdentityLine(Int)
    /// An identity file without any identity.
    case noIdentities
    /// Nothing to seal to, or recipients of different kinds in one file.
    case unfitRecipients
}
