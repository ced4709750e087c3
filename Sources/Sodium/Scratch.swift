internal import CSodium

/// Lends `body` so many bytes of the stack and wipes them afterwards.
///
/// For secrets that live for one call: secret memory proper (SecretBytes) costs system calls each time.
func withScratch<Result: ~Copyable>(
    byteCount: Int, _ body: (UnsafeMutablePointer<UInt8>) -> Result
) -> Result {
    unsafe withUnsafeTemporaryAllocation(of: UInt8.self, capacity: byteCount) { scratch in
        unsafe scratch.initialize(repeating: 0)
        let result = unsafe body(scratch.baseAddress!)
        unsafe sodium_memzero(scratch.baseAddress!, byteCount)
        return result
    }
}

/// HMAC-SHA-256 in progress, over raw memory. Its state is wiped when the code is taken.
struct HMACState: ~Copyable {
    private var state = crypto_auth_hmacsha256_state()

    init(key: UnsafePointer<UInt8>, byteCount: Int) {
        unsafe _ = crypto_auth_hmacsha256_init(&state, key, byteCount)
    }

    mutating func update(_ bytes: [UInt8]) {
        unsafe _ = crypto_auth_hmacsha256_update(&state, bytes, UInt64(bytes.count))
    }

    mutating func update(_ bytes: UnsafePointer<UInt8>, byteCount: Int) {
        unsafe _ = crypto_auth_hmacsha256_update(&state, bytes, UInt64(byteCount))
    }

    /// Writes the 32 bytes of the code. The state is spent.
    mutating func finalize(into out: UnsafeMutablePointer<UInt8>) {
        unsafe _ = crypto_auth_hmacsha256_final(&state, out)
        unsafe sodium_memzero(&state, MemoryLayout<crypto_auth_hmacsha256_state>.size)
    }
}
