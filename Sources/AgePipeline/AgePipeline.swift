// AgePipeline: age files of any length between descriptors, a few chunks at a time on all cores. What the Age
// module says about bytes, done to files and pipes; it knows no format of its own.
package import Age
package import DurableFiles

/// Why a stream could not be sealed or opened.
package enum AgeStreamError: Error, Equatable {
    /// The file is not what it should be, or not for these identities.
    case age(AgeError)
    /// The input can't be read or the output can't be written.
    case file(FileError)
}

/// Sealing and opening between two descriptors, in some 16 MiB of memory however much goes through.
package enum AgeStream {
    /// Seals all of `input` to `output`.
    ///
    /// - Throws: `age` for unfit recipients, `file`. What was written by then is no age file.
    package static func seal(
        from input: FileEnd, to output: FileEnd, recipients: [Recipient]
    ) throws(AgeStreamError) {
        try seal(PlainSource(input), to: output, recipients: recipients)
    }

    /// Seals what is in memory to `output`. Throws as for a file.
    package static func seal(
        _ plaintext: [UInt8], to output: FileEnd, recipients: [Recipient]
    ) throws(AgeStreamError) {
        try seal(MemorySource(plaintext), to: output, recipients: recipients)
    }

    private static func seal(
        _ source: any BlockSource, to output: FileEnd, recipients: [Recipient]
    ) throws(AgeStreamError) {
        let fileKey = FileKey()
        let nonce = PayloadKey.randomNonce()
        let header: [UInt8]
        do throws(AgeError) {
            header = try AgeHeader(sealing: fileKey, to: recipients).bytes
        } catch { throw .age(error) }
        do throws(FileError) {
            try output.write(header + nonce, upTo: header.count + nonce.count)
        } catch { throw .file(error) }
        let work = SealingWork(key: fileKey.payloadKey(nonce: nonce))
        try BlockPipeline(work, source, output).run()
    }

    /// Opens an age file, armored or not, from `input` to `output`.
    ///
    /// Every byte written is authentic and in its place. That the file was whole, and so all of it authentic, is
    /// known only when this returns: throw the output away, or say so, when it throws.
    ///
    /// - Throws: `age` with any of the failures of reading; `file`.
    package static func open(
        from input: FileEnd, to output: FileEnd, identities: [Identity]
    ) throws(AgeStreamError) {
        try start(input).finish(to: output, identities: identities)
    }

    /// Reads the header alone: whether a passphrase must be asked for.
    ///
    /// The bytes read are given back, to open the file from (`Opening`).
    package static func start(_ input: FileEnd) throws(AgeStreamError) -> Opening {
        let source = ArmorSource(input)
        return Opening(source: source, found: try source.readHeader())
    }

    /// A file whose header has been read, before anything is opened.
    package struct Opening {
        fileprivate let source: ArmorSource
        fileprivate let found: HeaderReader.Found

        /// Well-formed, not yet authentic.
        package var header: AgeHeader { found.header }

        /// As `AgeStream.open`. Once only.
        package func finish(
            to output: FileEnd, identities: [Identity]
        ) throws(AgeStreamError) {
            let key: PayloadKey
            do throws(AgeError) {
                key = try found.header.open(with: identities).payloadKey(nonce: found.nonce)
            } catch { throw .age(error) }
            try BlockPipeline(OpeningWork(key: key), source, output).run()
        }

        /// Opens into memory, once only: more than `limit` bytes come back as just over `limit` of them.
        package func finish(
            limit: Int, identities: [Identity]
        ) throws(AgeStreamError) -> [UInt8] {
            // As many sealed bytes as could hold that much, and one chunk more.
            let room = limit + (limit / PayloadKey.chunkByteCount + 2) * PayloadKey.tagByteCount
            var sealed = [UInt8](repeating: 0, count: room + PayloadKey.chunkByteCount)
            let count = try source.read(into: &sealed, 0, sealed.count)
            var plaintext: [UInt8] = []
            do throws(AgeError) {
                let key = try found.header.open(with: identities)
                var opener = PayloadOpener(key.payloadKey(nonce: found.nonce))
                try opener.push(sealed.span.extracting(0..<count), into: &plaintext)
                if count < sealed.count { try opener.finish(into: &plaintext) }
            } catch { throw .age(error) }
            return plaintext
        }
    }
}
