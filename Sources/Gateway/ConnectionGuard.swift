internal import HTTPTypes
internal import NIOCore
internal import NIOHTTPTypes

/// How long a connection may take, and how many there may be.
package struct ConnectionLimits: Sendable, Equatable {
    /// Open connections; one more closes the one that has waited longest.
    package var connections = 1024
    /// Seconds from a request's head to its end.
    package var requestSeconds = 30
    /// Seconds for a client to take an answer.
    package var responseSeconds = 300
    /// Seconds without a request's head.
    package var idleSeconds = 60
    /// Bytes of one request's body, read or thrown away, after which the connection is closed.
    package var discardedByteCount = 1 << 20

    package init() {}
}

/// Closes connections that take too long or send too much, and counts them in a room.
///
/// Hummingbird's own idle limit begins again with each byte of a body; this one does not.
final class ConnectionGuard: ChannelDuplexHandler, RemovableChannelHandler {
    typealias InboundIn = HTTPRequestPart
    typealias InboundOut = HTTPRequestPart
    typealias OutboundIn = HTTPResponsePart
    typealias OutboundOut = HTTPResponsePart

    private let limits: ConnectionLimits
    private let room: ConnectionRoom
    private var ticket: Int?
    private var deadline: Scheduled<Void>?
    private var bodyByteCount = 0

    init(limits: ConnectionLimits, room: ConnectionRoom) {
        self.limits = limits
        self.room = room
    }

    func handlerAdded(context: ChannelHandlerContext) {
        if context.channel.isActive { enter(context) }
    }

    func channelActive(context: ChannelHandlerContext) {
        enter(context)
        context.fireChannelActive()
    }

    func channelInactive(context: ChannelHandlerContext) {
        leave()
        context.fireChannelInactive()
    }

    func handlerRemoved(context: ChannelHandlerContext) { leave() }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        switch unwrapInboundIn(data) {
        case .head:
            bodyByteCount = 0
            limit(context, seconds: limits.requestSeconds)
        case .body(let part):
            bodyByteCount += part.readableBytes
            if bodyByteCount > limits.discardedByteCount {
                context.close(promise: nil)
                return
            }
        case .end:
            if let ticket { room.setWorking(ticket, true) }
            limit(context, seconds: limits.responseSeconds)
        }
        context.fireChannelRead(data)
    }

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        guard case .end = unwrapOutboundIn(data) else {
            context.write(data, promise: promise)
            return
        }
        let written = promise ?? context.eventLoop.makePromise(of: Void.self)
        let bound = NIOLoopBound(self, eventLoop: context.eventLoop)
        written.futureResult.whenComplete { _ in bound.value.answered() }
        context.write(data, promise: written)
    }

    private func answered() {
        deadline?.cancel()
        deadline = nil
        if let ticket { room.setWorking(ticket, false) }
    }

    private func enter(_ context: ChannelHandlerContext) {
        guard ticket == nil else { return }
        ticket = room.enter(context.channel, limit: limits.connections)
    }

    private func leave() {
        deadline?.cancel()
        deadline = nil
        if let ticket { room.leave(ticket) }
        ticket = nil
    }

    private func limit(_ context: ChannelHandlerContext, seconds: Int) {
        deadline?.cancel()
        let channel = context.channel
        deadline = context.eventLoop.scheduleTask(in: .seconds(Int64(seconds))) {
            channel.close(promise: nil)
        }
    }
}

@available(*, unavailable)
extension ConnectionGuard: Sendable {}
