internal import CProcess
internal import Foundation
package import Sodium

/// Secrets: typed unseen, or the first line of a file or of standard input.
extension Console {
    /// No secret here is longer: passphrases, codes, identities (a post-quantum one has 77
    /// characters).
    static let secretByteCount = 1_024

    /// What is typed, unseen, without the line's end.
    ///
    /// Enter alone asks again.
    ///
    /// `option` names what gives it where there is no terminal.
    package func askSecret(_ prompt: String, option: String) throws(CommandFailure) -> SecretBytes {
        try withTerminal(prompt, option: option) { (terminal) throws(CommandFailure) in
            while true {
                Self.write(prompt + " ", to: .standardError)
                guard terminal_hide_typing(terminal) == 0 else {
                    throw CommandFailure(texts.noTerminal(prompt, option))
                }
                defer { terminal_show_typing(terminal) }
                let secret = try secretLine(
                    from: terminal, source: prompt,
                    atEnd: CommandFailure(texts.inputEnded(prompt)))
                if secret.byteCount > 0 { return secret }
                notice(texts.nothingTyped)
            }
        }
    }

    /// The first line of the file at `path`, of standard input when that is `-`; its end is cut.
    package func readSecret(path: String) throws(CommandFailure) -> SecretBytes {
        if path == "-" { return try readSecret(from: STDIN_FILENO, source: texts.standardInput) }
        guard let file = FileHandle(forReadingAtPath: path) else {
            throw CommandFailure(texts.cannotRead(path))
        }
        // Closed when it goes, which must not be before the last byte is read.
        defer { withExtendedLifetime(file) {} }
        return try readSecret(from: file.fileDescriptor, source: path)
    }

    /// A secret by option, file or prompt: the file when one is named, else the question.
    package func secret(
        _ prompt: String, path: String?, option: String
    ) throws(CommandFailure) -> SecretBytes {
        if let path { return try readSecret(path: path) }
        return try askSecret(prompt, option: option)
    }

    private func readSecret(
        from descriptor: Int32, source: String
    ) throws(CommandFailure) -> SecretBytes {
        let empty = CommandFailure(texts.secretEmpty(source))
        let secret = try secretLine(from: descriptor, source: source, atEnd: empty)
        guard secret.byteCount > 0 else { throw empty }
        return secret
    }

    /// One line, which may be empty; where there is none at all, `atEnd` is thrown.
    private func secretLine(
        from descriptor: Int32, source: String, atEnd: CommandFailure
    ) throws(CommandFailure) -> SecretBytes {
        var count = 0
        let room = try SecretBytes(byteCount: Self.secretByteCount) {
            (bytes: inout MutableSpan<UInt8>) throws(CommandFailure) in
            while true {
                let byte = terminal_read_byte(descriptor)
                if byte == TERMINAL_FAILED { throw CommandFailure(texts.cannotRead(source)) }
                if byte == TERMINAL_END && count == 0 { throw atEnd }
                if byte == TERMINAL_END || byte == 0x0A { break }
                guard count < bytes.count else {
                    throw CommandFailure(texts.secretTooLong(source))
                }
                bytes[count] = UInt8(byte)
                count += 1
            }
            if count > 0, bytes[count - 1] == 0x0D { count -= 1 }
        }
        return room.withBytes { SecretBytes(copying: $0.extracting(0..<count)) }
    }
}

/// Files and standard input as a whole.
extension Console {
    /// All bytes of the file at `path` (`-`: standard input), at most `limit`.
    package func read(path: String, limit: Int) throws(CommandFailure) -> [UInt8] {
        let name = path == "-" ? texts.standardInput : path
        guard let file = path == "-" ? .standardInput : FileHandle(forReadingAtPath: path) else {
            throw CommandFailure(texts.cannotRead(name))
        }
        do {
            var bytes: [UInt8] = []
            while let more = try file.read(upToCount: limit + 1 - bytes.count), !more.isEmpty {
                bytes += more
                guard bytes.count <= limit else {
                    throw CommandFailure(texts.fileTooLong(name, limit))
                }
            }
            return bytes
        } catch let failure as CommandFailure {
            throw failure
        } catch {
            throw CommandFailure(texts.cannotRead(name))
        }
    }
}
