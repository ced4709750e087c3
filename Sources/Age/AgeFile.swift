internal import Sodium

/// Whole age files, in memory: for what is small. Source: C2SP age.md.
public enum AgeFile {
    /// Seals to hybrid recipients, whose stanzas stand in the given order.
    ///
    /// - Returns: header, nonce and payload; the length depends on nothing but the plaintext's and the number
    ///   of recipients.
    /// - Throws: `unfitRecipients` for none; `malformedRecipient` for a key that ML-KEM refuses.
    public static func seal(
        _ plaintext: [UInt8], to recipients: [HybridRecipient]
    ) throws(AgeError) -> [UInt8] {
        guard !recipients.isEmpty else { throw .unfitRecipients }
        let key = FileKey()
        var stanzas: [Stanza] = []
        for recipient in recipients { stanzas.append(try recipient.seal(key)) }
        return seal(plaintext, AgeHeader(stanzas, key: key), key: key)
    }

    /// Seals to recipients of any kind, whose stanzas stand in the given order; a passphrase stands alone.
    ///
    /// - Throws: `unfitRecipients`; `malformedRecipient`; `outOfMemory` and `workFactorTooHigh` for passphrases.
    public static func seal(
        _ plaintext: [UInt8], to recipients: [Recipient]
    ) throws(AgeError) -> [UInt8] {
        let key = FileKey()
        return seal(plaintext, try AgeHeader(sealing: key, to: recipients), key: key)
    }

    private static func seal(
        _ plaintext: [UInt8], _ header: AgeHeader, key: borrowing FileKey
    ) -> [UInt8] {
        var file: [UInt8] = []
        file.reserveCapacity(
            header.byteCount + PayloadKey.nonceByteCount + plaintext.count
                + (plaintext.count / PayloadKey.chunkByteCount + 1) * PayloadKey.tagByteCount)
        var sealer = AgeSealer(header, key: key, into: &file)
        sealer.push(plaintext.span, into: &file)
        sealer.finish(into: &file)
        return file
    }

    /// Opens with whichever identity fits.
    ///
    /// - Returns: the plaintext, and the place in `identities` of the first that fitted.
    /// - Throws: any of the failures of reading; armor is not accepted here.
    public static func open(
        _ file: [UInt8], with identities: [HybridIdentity]
    ) throws(AgeError) -> (plaintext: [UInt8], identityIndex: Int) {
        let header = try AgeHeader(parsing: file)
        let stanzas = try HybridStanza.all(in: header)
        for index in identities.indices {
            let opened = try identities[index].open(stanzas) { fileKey in
                Result { () throws(AgeError) in
                    try header.authenticate(fileKey)
                    return try openPayload(file, header, fileKey: fileKey)
                }
            }
            if let opened { return (try opened.get(), index) }
        }
        throw .noMatch
    }

    /// Opens an armored or plain file with whichever identity fits.
    ///
    /// - Throws: any of the failures of reading.
    public static func open(
        _ file: [UInt8], with identities: [Identity]
    ) throws(AgeError) -> [UInt8] {
        var plaintext: [UInt8] = []
        plaintext.reserveCapacity(file.count)
        var opener = AgeOpener(identities: identities)
        try opener.push(file.span, into: &plaintext)
        try opener.finish(into: &plaintext)
        return plaintext
    }

    private static func openPayload(
        _ file: [UInt8], _ header: AgeHeader, fileKey: Span<UInt8>
    ) throws(AgeError) -> [UInt8] {
        let start = header.byteCount + PayloadKey.nonceByteCount
        guard file.count >= start else { throw .truncated }
        return try HKDFSHA256.withKey(
            from: fileKey, salt: [UInt8](file[header.byteCount..<start]), info: Label.payload
        ) { key in
            Result { () throws(AgeError) in
                try openChunks(file.span.extracting(start..<file.count), key: key)
            }
        }.get()
    }

    /// Straight from the file, without a copy or secret memory: many small files may have to be opened.
    private static func openChunks(
        _ payload: Span<UInt8>, key: Span<UInt8>
    ) throws(AgeError) -> [UInt8] {
        var plaintext: [UInt8] = []
        plaintext.reserveCapacity(payload.count)
        var number = 0
        var position = 0
        repeat {
            let end = min(position + PayloadKey.sealedChunkByteCount, payload.count)
            guard end - position >= PayloadKey.tagByteCount else {
                throw end == position ? .truncated : .payloadFailure
            }
            let offset = plaintext.count
            plaintext += [UInt8](repeating: 0, count: end - position - PayloadKey.tagByteCount)
            let outcome = Chunk.open(
                payload.extracting(position..<end), number: number, isLast: end == payload.count,
                key: key, into: &plaintext, at: offset)
            switch outcome {
            case .opened: break
            case .openedBefore(let failure): throw failure
            case .refused: throw .payloadFailure
            }
            number += 1
            position = end
        } while position < payload.count
        return plaintext
    }
}
