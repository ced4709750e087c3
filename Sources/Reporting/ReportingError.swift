/// What sealing, opening and reading can refuse. It carries sizes and places, never contents.
public enum ReportingError: Error, Equatable {
    /// Not for this identity, not from this thread, or changed on its way.
    case authenticationFailed
    /// An envelope must have exactly so many bytes.
    case wrongEnvelopeSize(expected: Int, actual: Int)
    /// An envelope must begin with an age header of exactly so many mlkem768x25519 stanzas.
    case malformedEnvelope(expectedStanzas: Int)
    /// The text is longer than fits, by so many bytes of UTF-8.
    case bodyTooLong(byBytes: Int)
    /// The text has a control character other than line feed and tab, or isn't UTF-8.
    case forbiddenCharacter
    /// A report has one to three readers, each once.
    case wrongReaders
    /// A value that is written could not be read back.
    case invalidValue
    /// Line n, counted from 1, is missing, misplaced, unknown, doubled, or not in the one form it may have.
    case malformedLine(Int)
    /// After the text stands something other than NUL padding.
    case malformedPadding
    /// A link must be `https://host/#root=KEY` or `https://host/#root=KEY&second=KEY`.
    case malformedLink
    /// The system would not give the memory (64 MiB) a receipt code's derivation needs.
    case outOfMemory
}
