import NIOCore

/// An answer that is written past the HTTP handlers, when there is no request that could be answered.
enum RawAnswer {
  /// Writes a status with one line of text and closes the connection.
  static func send(_ status: String, _ text: String, on context: ChannelHandlerContext) {
    let body = text + "\n"
    let answer =
      "HTTP/1.1 \(status)\r\nContent-Type: text/plain; charset=utf-8\r\n"
      + "Content-Length: \(body.utf8.count)\r\nConnection: close\r\n\r\n\(body)"
    let channel = context.channel
    context.writeAndFlush(NIOAny(ByteBuffer(string: answer))).whenComplete { _ in
      channel.close(promise: nil)
    }
  }
}

/// Closes a connection that is one too many.
final class TurnAway: ChannelInboundHandler {
  typealias InboundIn = ByteBuffer

  func channelActive(context: ChannelHandlerContext) {
    RawAnswer.send(
      "503 Service Unavailable", "Too many connections are open. Close some pages.", on: context)
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    // What it asks is not read.
  }
}
