// All strings that separate one use of a key from another, and the marks of the format.

enum Label {
    static let versionLine = [UInt8]("age-encryption.org/v1\n".utf8)
    static let hybrid = "mlkem768x25519"
    static let hybridInfo = [UInt8]("age-encryption.org/mlkem768x25519".utf8)
    static let x25519 = "X25519"
    static let x25519Info = [UInt8]("age-encryption.org/v1/X25519".utf8)
    static let scrypt = "scrypt"
    static let scryptSalt = [UInt8]("age-encryption.org/v1/scrypt".utf8)
    static let header = [UInt8]("header".utf8)
    static let payload = [UInt8]("payload".utf8)
    static let hybridRecipient = "age1pq"
    static let hybridIdentity = "AGE-SECRET-KEY-PQ-"
    static let x25519Recipient = "age"
    static let x25519Identity = "AGE-SECRET-KEY-"
    static let armorBegin = [UInt8]("-----BEGIN AGE ENCRYPTED FILE-----".utf8)
    static let armorEnd = [UInt8]("-----END AGE ENCRYPTED FILE-----".utf8)
}
