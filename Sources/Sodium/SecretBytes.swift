// Sodium: safe Swift over libsodium, and the only door to it. Bytes in, bytes out: no I/O, no clock.
// It never invents: each function is one named primitive of one named standard.
internal import CSodium

/// Bytes that are a secret: locked in memory where the system allows, wiped when they go.
///
/// It can't be copied, compared, encoded or printed. Locking is best effort: the kernel limits how much
/// an ordinary user may lock. Source: libsodium, secure memory.
@safe public struct SecretBytes: ~Copyable, @unchecked Sendable {
    private let storage: UnsafeMutableBufferPointer<UInt8>
    /// How many.
    public var byteCount: Int { unsafe storage.count }

    /// Allocates `byteCount` bytes of zero and lets `fill` write them.
    public init<Failure: Error>(
        byteCount: Int, _ fill: (inout MutableSpan<UInt8>) throws(Failure) -> Void
    ) throws(Failure) {
        guard sodium_init() >= 0, let memory = unsafe sodium_malloc(max(byteCount, 1)) else {
            fatalError("out of memory")
        }
        let buffer = unsafe UnsafeMutableBufferPointer(
            start: memory.assumingMemoryBound(to: UInt8.self), count: byteCount)
        unsafe buffer.initialize(repeating: 0)
        unsafe self.storage = unsafe buffer
        var span = unsafe MutableSpan(_unsafeElements: buffer)
        try fill(&span)
    }

    /// A copy of `bytes`. The caller's own copy stays: wipe it where it matters.
    public init(copying bytes: [UInt8]) {
        self.init(byteCount: bytes.count) { out in
            for index in 0..<bytes.count { out[index] = bytes[index] }
        }
    }

    /// A copy of what a span shows.
    public init(copying bytes: Span<UInt8>) {
        self.init(byteCount: bytes.count) { out in
            for index in bytes.indices { out[index] = bytes[index] }
        }
    }

    /// `byteCount` bytes from the system's random generator.
    public static func random(byteCount: Int) -> SecretBytes {
        SecretBytes(byteCount: byteCount) { span in
            unsafe span.withUnsafeMutableBufferPointer {
                unsafe randombytes_buf($0.baseAddress!, $0.count)
            }
        }
    }

    /// Lends the bytes to `body`; they are not to outlive it, and a span can't.
    public borrowing func withBytes<Result: ~Copyable, Failure: Error>(
        _ body: (Span<UInt8>) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        try body(unsafe Span(_unsafeElements: UnsafeBufferPointer(storage)))
    }

    /// A plain copy, for what must leave secret memory (a key about to be written into a sealed file).
    public borrowing func copyOut() -> [UInt8] {
        withBytes { bytes in bytes.indices.map { bytes[$0] } }
    }

    /// A second copy of the same secret.
    public borrowing func duplicate() -> SecretBytes {
        withBytes { bytes in SecretBytes(copying: bytes) }
    }

    /// Lends the raw pointer to libsodium's functions.
    borrowing func withPointer<Result: ~Copyable>(
        _ body: (UnsafePointer<UInt8>) -> Result
    ) -> Result {
        unsafe body(UnsafePointer(storage.baseAddress!))
    }

    /// Allocates, and lends the raw pointer to a function that fills all of it.
    static func filled(
        byteCount: Int, _ fill: (UnsafeMutablePointer<UInt8>) -> Void
    ) -> SecretBytes {
        SecretBytes(byteCount: byteCount) { out in
            unsafe out.withUnsafeMutableBufferPointer { unsafe fill($0.baseAddress!) }
        }
    }

    deinit {
        // Wiped here too: where libsodium has no page protection (WebAssembly) its free does not wipe.
        unsafe sodium_memzero(storage.baseAddress!, storage.count)
        unsafe sodium_free(storage.baseAddress)
    }
}

/// Bytes from the system's random generator, for what is not secret (nonces, salts, cover).
public func randomBytes(_ byteCount: Int) -> [UInt8] {
    guard sodium_init() >= 0 else { fatalError("no random generator") }
    return unsafe [UInt8](unsafeUninitializedCapacity: byteCount) { out, count in
        if byteCount > 0 { unsafe randombytes_buf(out.baseAddress!, byteCount) }
        count = byteCount
    }
}

/// A whole number from 0 up to but not including `bound`, without bias.
public func randomNumber(below bound: Int) -> Int {
    precondition(bound > 0 && bound <= UInt32.max)
    guard sodium_init() >= 0 else { fatalError("no random generator") }
    return Int(randombytes_uniform(UInt32(bound)))
}

/// Equality in time that does not depend on where the bytes differ.
public func constantTimeEqual(_ left: [UInt8], _ right: [UInt8]) -> Bool {
    guard left.count == right.count else { return false }
    return unsafe sodium_memcmp(left, right, left.count) == 0
}

/// Overwrites a plain array with zeros. Copies made elsewhere stay: see SecretBytes.
public func wipe(_ bytes: inout [UInt8]) {
    let count = bytes.count
    unsafe bytes.withUnsafeMutableBufferPointer {
        if count > 0 { unsafe sodium_memzero($0.baseAddress!, count) }
    }
}
