internal import CSodium

/// X25519 scalar multiplication. Source: RFC 7748.
public enum X25519 {
    /// Of a scalar, a share and a shared secret.
    public static let byteCount = 32

    /// The public share of a secret scalar of 32 bytes.
    public static func publicKey(of scalar: borrowing SecretBytes) -> [UInt8] {
        precondition(scalar.byteCount == byteCount)
        var point = [UInt8](repeating: 0, count: byteCount)
        #if hasFeature(Embedded)
            // Slower, without the 30 KB of tables that the page has no room for.
            let base = [9] + [UInt8](repeating: 0, count: byteCount - 1)
            unsafe scalar.withPointer { unsafe _ = crypto_scalarmult(&point, $0, base) }
        #else
            unsafe scalar.withPointer { unsafe _ = crypto_scalarmult_base(&point, $0) }
        #endif
        return point
    }

    /// The shared secret, 32 bytes.
    ///
    /// - Throws: `invalidPublicKey` for a share of small order, whose result is all zero.
    public static func sharedSecret(
        _ scalar: borrowing SecretBytes, _ point: [UInt8]
    ) throws(SodiumError) -> SecretBytes {
        guard scalar.byteCount == byteCount, point.count == byteCount else {
            throw .invalidPublicKey
        }
        var code: Int32 = 0
        let shared = unsafe SecretBytes.filled(byteCount: byteCount) { out in
            unsafe scalar.withPointer { code = unsafe crypto_scalarmult(out, $0, point) }
        }
        guard code == 0 else { throw .invalidPublicKey }
        return shared
    }
}

/// The two keys of one crypto_kx exchange, 32 bytes each: one a direction.
public final class SessionKeys: Sendable {
    /// Which way what is keyed goes.
    public enum Direction: Sendable {
        /// What the client sends.
        case clientToServer
        /// What the server sends.
        case serverToClient
    }

    static let keyByteCount = 32

    /// Client to server ‖ server to client: one piece of secret memory costs half of two.
    private let keys: SecretBytes

    init(_ keys: consuming SecretBytes) { self.keys = keys }

    /// BLAKE2b under the key of a direction. See `BLAKE2b.hash`.
    public func hash(_ direction: Direction, _ parts: [UInt8]..., byteCount: Int) -> [UInt8] {
        keys.withBytes { keys in
            let key =
                switch direction {
                case .clientToServer: keys.extracting(first: Self.keyByteCount)
                case .serverToClient: keys.extracting(last: Self.keyByteCount)
                }
            return BLAKE2b.hash(key: key, joining: parts, byteCount: byteCount)
        }
    }
}

/// A crypto_kx key pair: X25519, then BLAKE2b-512 over secret and both public keys.
/// Source: libsodium, key exchange.
public final class KeyExchangePrivateKey: Sendable {
    /// Of the seed.
    public static let seedByteCount = 32
    /// Of the public key.
    public static let publicKeyByteCount = 32
    /// 32 bytes.
    public let publicKey: [UInt8]
    private let secret: SecretBytes

    /// - Parameter seed: 32 bytes.
    public init(seed: borrowing SecretBytes) {
        precondition(seed.byteCount == Self.seedByteCount)
        // As crypto_kx_seed_keypair does it.
        self.secret = unsafe SecretBytes.filled(byteCount: X25519.byteCount) { out in
            unsafe seed.withPointer {
                unsafe _ = crypto_generichash(
                    out, X25519.byteCount, $0, UInt64(Self.seedByteCount), nil, 0)
            }
        }
        self.publicKey = X25519.publicKey(of: secret)
    }

    /// As the client, which is the reporter. Throws `invalidPublicKey`.
    public func clientSession(server: [UInt8]) throws(SodiumError) -> SessionKeys {
        unsafe try session(with: server) { toServer, toClient, own, secret, other in
            unsafe crypto_kx_client_session_keys(toClient, toServer, own, secret, other)
        }
    }

    /// As the server, which is the counsellor. Throws `invalidPublicKey`.
    public func serverSession(client: [UInt8]) throws(SodiumError) -> SessionKeys {
        unsafe try session(with: client) { toServer, toClient, own, secret, other in
            unsafe crypto_kx_server_session_keys(toServer, toClient, own, secret, other)
        }
    }

    private func session(
        with other: [UInt8],
        _ exchange: (
            UnsafeMutablePointer<UInt8>, UnsafeMutablePointer<UInt8>, UnsafePointer<UInt8>,
            UnsafePointer<UInt8>, UnsafePointer<UInt8>
        ) -> Int32
    ) throws(SodiumError) -> SessionKeys {
        guard other.count == Self.publicKeyByteCount else { throw .invalidPublicKey }
        var code: Int32 = 0
        let keys = unsafe SecretBytes.filled(byteCount: 2 * SessionKeys.keyByteCount) { keys in
            unsafe secret.withPointer { secret in
                code = unsafe exchange(
                    keys, keys + SessionKeys.keyByteCount, publicKey, secret, other)
            }
        }
        guard code == 0 else { throw .invalidPublicKey }
        return SessionKeys(keys)
    }
}

/// Subkeys of a master key. Source: libsodium, crypto_kdf.
public enum KeyDerivation {
    /// The subkey with this number.
    ///
    /// - Parameters:
    ///   - master: 32 bytes.
    ///   - context: 8 bytes.
    /// - Returns: 32 bytes.
    public static func derive(
        from master: borrowing SecretBytes, id: Int, context: StaticString
    ) -> SecretBytes {
        precondition(master.byteCount == 32 && context.utf8CodeUnitCount == 8)
        return unsafe SecretBytes.filled(byteCount: 32) { out in
            context.withUTF8Buffer { context in
                unsafe context.withMemoryRebound(to: CChar.self) { context in
                    unsafe master.withPointer {
                        unsafe _ = crypto_kdf_derive_from_key(
                            out, 32, UInt64(id), context.baseAddress!, $0)
                    }
                }
            }
        }
    }
}
