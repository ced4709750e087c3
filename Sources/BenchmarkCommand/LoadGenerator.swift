import Foundation
import Glibc
import Synchronization

/// Posts to `/reports` over keep-alive connections, one thread each, as fast as it is answered.
///
/// Plain blocking sockets: the measured server should not wait for its measure.
struct LoadGenerator {
    let port: Int
    let connections: Int
    let seconds: Int

    struct Failure: Error {
        let what: String
    }

    /// - Parameter body: a new one for each request.
    func answersPerSecond(_ body: @escaping @Sendable () -> [UInt8]) async throws -> Double {
        let tally = Tally()
        let (done, finished) = AsyncStream.makeStream(of: Void.self)
        let start = ContinuousClock.now
        let end = start + .seconds(seconds)
        for _ in 0..<connections {
            let thread = Thread {
                do {
                    let connection = try Connection(port: port)
                    while ContinuousClock.now < end {
                        try connection.post(body())
                        tally.count.add(1, ordering: .relaxed)
                    }
                } catch {
                    tally.failures.add(1, ordering: .relaxed)
                }
                finished.yield()
            }
            thread.stackSize = 1 << 20
            thread.start()
        }
        var iterator = done.makeAsyncIterator()
        for _ in 0..<connections { _ = await iterator.next() }
        let elapsed = ContinuousClock.now - start
        guard tally.failures.load(ordering: .relaxed) == 0 else {
            throw Failure(what: "a request was not answered 200")
        }
        let time =
            Double(elapsed.components.seconds) + Double(elapsed.components.attoseconds) / 1e18
        return Double(tally.count.load(ordering: .relaxed)) / time
    }

    private final class Tally: Sendable {
        let count = Atomic(0)
        let failures = Atomic(0)
    }
}

/// One blocking connection.
private final class Connection {
    private let socket: Int32
    private var buffer = [UInt8](repeating: 0, count: 8192)

    init(port: Int) throws {
        socket = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = in_port_t(port).bigEndian
        address.sin_addr.s_addr = UInt32(0x7f00_0001).bigEndian
        let code = unsafe withUnsafePointer(to: &address) { pointer in
            unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                unsafe connect(socket, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        guard code == 0 else { throw LoadGenerator.Failure(what: "can't connect") }
    }

    deinit { close(socket) }

    func post(_ body: [UInt8]) throws {
        let head =
            "POST /reports HTTP/1.1\r\nHost: bench.example\r\nContent-Length: \(body.count)\r\n"
            + "Content-Type: application/octet-stream\r\n\r\n"
        try send([UInt8](head.utf8) + body)
        var answer: [UInt8] = []
        while true {
            let count = unsafe recv(socket, &buffer, buffer.count, 0)
            guard count > 0 else { throw LoadGenerator.Failure(what: "cut off") }
            answer += buffer.prefix(count)
            if let end = Self.end(of: answer), answer.count >= end { break }
        }
        guard answer.starts(with: Array("HTTP/1.1 200".utf8)) else {
            throw LoadGenerator.Failure(what: String(decoding: answer.prefix(40), as: UTF8.self))
        }
    }

    private func send(_ bytes: [UInt8]) throws {
        var sent = 0
        while sent < bytes.count {
            let count = unsafe bytes.withUnsafeBytes { buffer in
                unsafe Glibc.send(
                    socket, buffer.baseAddress! + sent, buffer.count - sent,
                    Int32(MSG_NOSIGNAL))
            }
            guard count > 0 else { throw LoadGenerator.Failure(what: "cut off") }
            sent += count
        }
    }

    /// How many bytes head and body have together; nil before the head is complete.
    private static func end(of answer: [UInt8]) -> Int? {
        let text = String(decoding: answer, as: UTF8.self)
        guard let head = text.range(of: "\r\n\r\n"),
            let field = text.range(of: "content-length: ", options: .caseInsensitive),
            let length = Int(text[field.upperBound...].prefix { $0.isNumber })
        else { return nil }
        return text[..<head.upperBound].utf8.count + length
    }
}
