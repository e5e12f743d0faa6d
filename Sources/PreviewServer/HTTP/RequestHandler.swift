import NIOCore
import NIOHTTP1

/// Takes requests from the HTTP handlers, asks the responder, and writes its answers.
final class RequestHandler: ChannelInboundHandler {
  typealias InboundIn = HTTPServerRequestPart
  typealias OutboundOut = HTTPServerResponsePart

  private let responder: Responder
  private let board: StateBoard
  private let limits: PreviewServer.Limits
  private var head: HTTPRequestHead?
  private var ticket: Int?
  private var patience: Scheduled<Void>?

  init(responder: Responder, board: StateBoard, limits: PreviewServer.Limits) {
    self.responder = responder
    self.board = board
    self.limits = limits
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    switch unwrapInboundIn(data) {
    case .head(let head):
      self.head = head
      context.triggerUserOutboundEvent(HeadGuard.Progress.asked, promise: nil)
      if Self.hasBody(head) { refuseBody(context) }
    case .body:
      break
    case .end:
      // Without a head the request was refused for its body.
      if head != nil { answer(context) }
    }
  }

  func channelInactive(context: ChannelHandlerContext) {
    stopWaiting()
    context.fireChannelInactive()
  }

  func errorCaught(context: ChannelHandlerContext, error: any Error) {
    // The HTTP handlers have answered what could not be read; a lost connection needs no answer.
    context.close(promise: nil)
  }

  /// The state of the site as it is now decides the answer.
  private func answer(_ context: ChannelHandlerContext) {
    guard let head else { return }
    let request = PreviewRequest(
      method: head.method.rawValue, target: head.uri, hosts: head.headers["host"],
      knownTag: head.headers.first(name: "if-none-match"))
    switch responder.answer(request, in: board.current) {
    case .now(let response): send(response, context)
    case .whenNot(let shown): wait(whileShown: shown, context)
    }
  }

  private func refuseBody(_ context: ChannelHandlerContext) {
    let isRead = head?.method == .GET || head?.method == .HEAD
    send(
      isRead
        ? .text(413, "The preview takes no content.")
        : .text(405, "The preview answers GET and HEAD only.", [.init("Allow", "GET, HEAD")]),
      context, andClose: true)
  }

  private static func hasBody(_ head: HTTPRequestHead) -> Bool {
    if head.headers.contains(name: "transfer-encoding") { return true }
    return head.headers.first(name: "content-length").map { $0 != "0" } ?? false
  }

  // MARK: Waiting for a change

  private func wait(whileShown shown: String, _ context: ChannelHandlerContext) {
    let waiting = NIOLoopBound((self, context), eventLoop: context.eventLoop)
    let loop = context.eventLoop
    patience = loop.scheduleTask(in: .milliseconds(Int64(limits.waitMilliseconds))) {
      let (handler, context) = waiting.value
      handler.finishWaiting(LiveReload.unchanged, context)
    }
    ticket = board.wait(whileShown: shown) {
      loop.execute {
        let (handler, context) = waiting.value
        handler.finishWaiting(LiveReload.changed, context)
      }
    }
  }

  private func finishWaiting(_ script: String, _ context: ChannelHandlerContext) {
    guard patience != nil else { return }
    stopWaiting()
    send(Responder.script(script), context)
  }

  private func stopWaiting() {
    patience?.cancel()
    patience = nil
    if let ticket { board.stopWaiting(ticket) }
    ticket = nil
  }

  // MARK: Writing

  private func send(
    _ response: PreviewResponse, _ context: ChannelHandlerContext, andClose: Bool = false
  ) {
    guard let request = head, context.channel.isActive else { return }
    head = nil
    let keepsAlive = request.isKeepAlive && !andClose
    context.triggerUserOutboundEvent(HeadGuard.Progress.answering, promise: nil)
    let answer = HTTPResponseHead(
      version: request.version, status: HTTPResponseStatus(statusCode: response.status),
      headers: Self.fields(of: response, keepsAlive: keepsAlive))
    context.write(wrapOutboundOut(.head(answer)), promise: nil)
    if request.method != .HEAD, !response.body.isEmpty {
      let body = context.channel.allocator.buffer(bytes: response.body)
      context.write(wrapOutboundOut(.body(.byteBuffer(body))), promise: nil)
    }
    let done = NIOLoopBound((self, context), eventLoop: context.eventLoop)
    context.writeAndFlush(wrapOutboundOut(.end(nil))).whenComplete { _ in
      let (handler, context) = done.value
      if !keepsAlive {
        context.close(promise: nil)
      } else if handler.head == nil {
        // Otherwise the next request has come with the last one and is being answered.
        context.triggerUserOutboundEvent(HeadGuard.Progress.answered, promise: nil)
      }
    }
  }

  private static func fields(of response: PreviewResponse, keepsAlive: Bool) -> HTTPHeaders {
    var fields = HTTPHeaders(response.fields.map { ($0.name, $0.value) })
    if response.status != 304 {
      fields.add(name: "Content-Length", value: "\(response.body.count)")
    }
    fields.add(name: "Cache-Control", value: "no-store")
    // A page of another site may neither show nor guess at what is being written.
    fields.add(name: "Cross-Origin-Resource-Policy", value: "same-origin")
    fields.add(name: "X-Content-Type-Options", value: "nosniff")
    fields.add(name: "Referrer-Policy", value: "same-origin")
    if !keepsAlive { fields.add(name: "Connection", value: "close") }
    return fields
  }
}
