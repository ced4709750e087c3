internal import Glibc

/// An open file, closed when it goes.
struct Descriptor: ~Copyable {
    let number: Int32
    let path: String

    /// Opens `path`; the descriptor is not inherited by other programs.
    init(_ path: String, _ flags: Int32, mode: mode_t = 0) throws(FileError) {
        let number = retried { unsafe open(path, flags | O_CLOEXEC, mode) }
        guard number >= 0 else { throw .last(path) }
        self.number = number
        self.path = path
    }

    deinit { close(number) }

    /// Writes all of `bytes`, however many calls it takes.
    borrowing func write(_ bytes: [UInt8]) throws(FileError) {
        var written = 0
        while written < bytes.count {
            let count = unsafe bytes.withUnsafeBytes { buffer in
                unsafe Glibc.write(number, buffer.baseAddress! + written, buffer.count - written)
            }
            if count < 0 {
                if errno == EINTR { continue }
                throw .last(path)
            }
            written += count
        }
    }

    /// Whether it is a file, and no folder, pipe or device.
    var isRegular: Bool {
        var status = stat()
        return unsafe fstat(number, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
    }

    /// Reads to the end, refusing more than `limit` bytes.
    borrowing func read(limit: Int) throws(FileError) -> [UInt8] {
        var bytes: [UInt8] = []
        var status = stat()
        if unsafe fstat(number, &status) == 0, status.st_mode & S_IFMT == S_IFREG {
            guard status.st_size <= limit else { throw .tooLarge(path: path, limit: limit) }
            bytes.reserveCapacity(Int(status.st_size))
        }
        var chunk = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = unsafe chunk.withUnsafeMutableBytes { buffer in
                unsafe Glibc.read(number, buffer.baseAddress!, buffer.count)
            }
            if count < 0 {
                if errno == EINTR { continue }
                throw .last(path)
            }
            if count == 0 { return bytes }
            guard bytes.count + count <= limit else { throw .tooLarge(path: path, limit: limit) }
            bytes += chunk.prefix(count)
        }
    }

    /// Waits until what was written is on the disk.
    borrowing func synchronize() throws(FileError) {
        guard retried({ fsync(number) }) == 0 else { throw .last(path) }
    }
}

/// Repeats a system call that a signal interrupted.
func retried(_ call: () -> Int32) -> Int32 {
    while true {
        let result = call()
        if result >= 0 || errno != EINTR { return result }
    }
}
