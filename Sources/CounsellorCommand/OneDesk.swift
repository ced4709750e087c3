internal import DurableFiles
internal import Foundation
internal import NIOCore
internal import NIOPosix
internal import Sodium

/// One desk a person and a folder: who starts it again is led into the one that runs.
///
/// Its folder is this user's alone: a lock, the page that leads a browser in, and a socket by which a running desk is
/// asked to write that page anew.
final class OneDesk {
    /// Where the page is.
    let folder: String
    private var lock: FolderLock?
    private var bell: (any Channel)?

    /// - Parameter home: the offline folder the desk is of.
    /// - Throws: `FileError` where its own folder can't be made.
    init(of home: String) throws {
        let runtime = ProcessInfo.processInfo.environment["XDG_RUNTIME_DIR"]
        let mark = Hex.encode(Array(SHA256.hash([UInt8](home.utf8)).prefix(4)))
        folder =
            runtime.flatMap { $0.hasPrefix("/") ? "\($0)/sottovoce-\(mark)" : nil } ?? home
            + "-desk"
        try PrivateFolder.create(folder)
    }

    /// Becomes the one desk. Returns false when another process is.
    func claim() throws -> Bool {
        do throws(FileError) {
            lock = try FolderLock(folder: folder)
            return true
        } catch {
            if case .inUse = error { return false }
            throw error
        }
    }

    /// Asks the running desk for a page, which it may be about to serve or to end. Returns the page's path; nil when
    /// this process is the one desk by now.
    /// - Throws: `FileError.inUse` for one that doesn't answer.
    func page() async throws -> String? {
        for _ in 0..<Self.attempts {
            if try claim() { return nil }
            if let page = try? await ask(), !page.isEmpty { return page }
            try await Task.sleep(for: .milliseconds(200))
        }
        throw FileError.inUse(path: folder)
    }

    private static let attempts = 100

    /// Begins to answer who starts it again.
    ///
    /// - Parameter answer: makes a page that works, and gives its path.
    func listen(answer: @escaping @Sendable () throws -> String) async throws {
        let own = try socket()
        defer { withExtendedLifetime(own.folder) {} }
        bell = try await ServerBootstrap(group: .singletonMultiThreadedEventLoopGroup)
            .childChannelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    try channel.pipeline.syncOperations.addHandler(Answering(answer))
                }
            }
            .bind(unixDomainSocketPath: own.path, cleanupExistingSocketFile: true).get()
        try FileManager.default.setAttributes(
            [.posixPermissions: 0o600], ofItemAtPath: folder + "/bell")
    }

    /// Ends answering.
    func end() async {
        try? await bell?.close()
        try? DurableFile.remove(folder + "/bell")
    }

    private func ask() async throws -> String {
        let own = try socket()
        defer { withExtendedLifetime(own.folder) {} }
        let channel = try await ClientBootstrap(group: .singletonMultiThreadedEventLoopGroup)
            .connect(unixDomainSocketPath: own.path) { channel in
                channel.eventLoop.makeCompletedFuture {
                    try NIOAsyncChannel<ByteBuffer, ByteBuffer>(
                        wrappingChannelSynchronously: channel)
                }
            }
        return try await channel.executeThenClose { inbound, _ in
            var said = ByteBuffer()
            for try await part in inbound { said.writeImmutableBuffer(part) }
            return String(buffer: said)
        }
    }

    /// The socket's path by way of its open folder: a socket's own path may have 107 bytes only.
    private func socket() throws -> (path: String, folder: FileHandle) {
        let handle = try FileHandle(forReadingFrom: URL(filePath: folder))
        return ("/proc/self/fd/\(handle.fileDescriptor)/bell", handle)
    }
}

/// Says the page to who connects, and hangs up.
private final class Answering: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer

    private let answer: @Sendable () throws -> String

    init(_ answer: @escaping @Sendable () throws -> String) { self.answer = answer }

    func channelActive(context: ChannelHandlerContext) {
        let channel = context.channel
        channel.writeAndFlush(ByteBuffer(string: (try? answer()) ?? ""))
            .whenComplete { _ in channel.close(promise: nil) }
    }
}
