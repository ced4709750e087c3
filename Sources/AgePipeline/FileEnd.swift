internal import DurableFiles
internal import Glibc

/// An open descriptor and what to call it in errors. It is not closed here.
package struct FileEnd: Sendable {
    let descriptor: Int32
    package let path: String

    /// - Parameter path: the name errors give it.
    package init(_ descriptor: Int32, path: String) {
        self.descriptor = descriptor
        self.path = path
    }

    /// Standard input.
    package static let standardInput = FileEnd(0, path: "standard input")
    /// Standard output.
    package static let standardOutput = FileEnd(1, path: "standard output")

    /// Fills `buffer[start..<end]` as far as there is input; returns how much came, less only at the end.
    func read(into buffer: inout [UInt8], _ start: Int, _ end: Int) throws(FileError) -> Int {
        var position = start
        while position < end {
            let count = unsafe buffer.withUnsafeMutableBytes { bytes in
                unsafe Glibc.read(descriptor, bytes.baseAddress! + position, end - position)
            }
            if count < 0 {
                if errno == EINTR { continue }
                throw FileError(code: errno, path: path)
            }
            if count == 0 { break }
            position += count
        }
        return position - start
    }

    /// Writes `bytes[..<end]`.
    func write(_ bytes: [UInt8], upTo end: Int) throws(FileError) {
        var position = 0
        while position < end {
            let count = unsafe bytes.withUnsafeBytes { bytes in
                unsafe Glibc.write(descriptor, bytes.baseAddress! + position, end - position)
            }
            if count < 0 {
                if errno == EINTR { continue }
                throw FileError(code: errno, path: path)
            }
            position += count
        }
    }
}
