import NIOCore

/// Refuses heads that are too long or too slow, before a parser keeps them.
///
/// It stands between the socket and the HTTP handlers. Time runs for a whole head, not from byte to
/// byte: a client that sends one byte a second does not hold its connection.
final class HeadGuard: ChannelDuplexHandler {
  typealias InboundIn = ByteBuffer
  typealias InboundOut = ByteBuffer
  typealias OutboundIn = ByteBuffer
  typealias OutboundOut = ByteBuffer

  /// What the handler of requests tells about the connection.
  enum Progress {
    /// A whole head has arrived, and an answer is looked for.
    case asked
    /// The answer is being written.
    case answering
    /// The answer is written; the next head may come.
    case answered
  }

  private let limits: PreviewServer.Limits
  private var bytes = 0
  private var hasLine = false
  private var isReading = true
  private var isRefused = false
  private var timer: Scheduled<Void>?

  init(limits: PreviewServer.Limits) {
    self.limits = limits
  }

  func channelActive(context: ChannelHandlerContext) {
    startReading(context)
    context.fireChannelActive()
  }

  func channelInactive(context: ChannelHandlerContext) {
    timer?.cancel()
    context.fireChannelInactive()
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    guard !isRefused else { return }
    let buffer = unwrapInboundIn(data)
    bytes += buffer.readableBytes
    if isReading { hasLine = hasLine || buffer.readableBytesView.contains(0x0A) }
    guard bytes <= limits.headBytes else { return refuseLength(context) }
    context.fireChannelRead(data)
  }

  func triggerUserOutboundEvent(
    context: ChannelHandlerContext, event: Any, promise: EventLoopPromise<Void>?
  ) {
    guard let progress = event as? Progress else {
      return context.triggerUserOutboundEvent(event, promise: promise)
    }
    timer?.cancel()
    switch progress {
    case .asked: isReading = false
    case .answering: start(context, limits.answerMilliseconds) { $0.close(promise: nil) }
    case .answered: startReading(context)
    }
    promise?.succeed()
  }

  private func startReading(_ context: ChannelHandlerContext) {
    bytes = 0
    hasLine = false
    isReading = true
    start(context, limits.headMilliseconds) { [self] context in
      refuse("408 Request Timeout", "The request did not arrive in time.", context)
    }
  }

  private func refuseLength(_ context: ChannelHandlerContext) {
    guard isReading else { return context.close(promise: nil) }
    hasLine
      ? refuse("431 Request Header Fields Too Large", "The head is too long.", context)
      : refuse("414 URI Too Long", "The address is longer than any page of the site has.", context)
  }

  private func refuse(_ status: String, _ text: String, _ context: ChannelHandlerContext) {
    isRefused = true
    timer?.cancel()
    guard bytes > 0 else { return context.close(promise: nil) }
    RawAnswer.send(status, text, on: context)
  }

  private func start(
    _ context: ChannelHandlerContext, _ milliseconds: Int,
    _ act: @escaping (ChannelHandlerContext) -> Void
  ) {
    let late = NIOLoopBound((act, context), eventLoop: context.eventLoop)
    timer = context.eventLoop.scheduleTask(in: .milliseconds(Int64(milliseconds))) {
      let (act, context) = late.value
      act(context)
    }
  }
}
