extension [UInt8] {
    /// Appends what a span shows, in one piece: the standard library can do it byte by byte only.
    public mutating func append(copying bytes: Span<UInt8>) {
        unsafe bytes.withUnsafeBufferPointer { unsafe append(contentsOf: $0) }
    }
}
