import NIOCore
import NIOPosix
import Testing

@testable import GatewayClient

/// A server that begins an answer and then sends a byte now and then: nobody waits for its end.
@Suite struct DrippingTests {
    /// Answers whatever comes with the head of an answer, and then drips.
    private final class Dripping: ChannelInboundHandler {
        typealias InboundIn = ByteBuffer
        private var drip: RepeatedTask?

        func channelRead(context: ChannelHandlerContext, data: NIOAny) {
            guard drip == nil else { return }
            let channel = context.channel
            let head = "HTTP/1.1 200 OK\r\ncontent-length: 100000\r\n\r\n"
            channel.writeAndFlush(ByteBuffer(string: head), promise: nil)
            drip = context.eventLoop.scheduleRepeatedTask(
                initialDelay: .zero, delay: .milliseconds(50)
            ) { _ in channel.writeAndFlush(ByteBuffer(string: "x"), promise: nil) }
        }

        func channelInactive(context: ChannelHandlerContext) { drip?.cancel() }
    }

    private func withServer(_ body: (GatewayClient) async throws -> Void) async throws {
        let server = try await ServerBootstrap(group: .singletonMultiThreadedEventLoopGroup)
            .childChannelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    try channel.pipeline.syncOperations.addHandler(Dripping())
                }
            }.bind(host: "127.0.0.1", port: 0).get()
        let port = server.localAddress?.port ?? 0
        let client = try GatewayClient(
            GatewayAddress("http://127.0.0.1:\(port)"), wholeTime: .milliseconds(500))
        do { try await body(client) } catch {
            await client.close()
            try await server.close()
            throw error
        }
        await client.close()
        try await server.close()
    }

    @Test func anAnswerThatNeverEndsIsGivenUp() async throws {
        try await withServer { client in
            await #expect(throws: GatewayError.unreachable) {
                try await client.get("/notes", limit: 1_000_000)
            }
        }
    }

    @Test func whatWasPostedIsThenUncertain() async throws {
        try await withServer { client in
            await #expect(throws: GatewayError.uncertain) {
                try await client.post(
                    "/reports", type: "application/octet-stream", body: [1, 2, 3], limit: 1_000_000)
            }
        }
    }
}
