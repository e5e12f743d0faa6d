import NIOCore
import NIOHTTP1
import NIOPosix
import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Listens on a socket and gives each connection its handlers.
final class HTTPListener: Sendable {
  private let host: String
  private let port: Int
  private let limits: PreviewServer.Limits
  private let responder: Responder
  private let board: StateBoard
  private let group = MultiThreadedEventLoopGroup(numberOfThreads: 1)
  private let gate: ConnectionGate
  private let channel = Mutex<(any Channel)?>(nil)

  init(
    host: String, port: Int, limits: PreviewServer.Limits, responder: Responder, board: StateBoard
  ) {
    self.host = host
    self.port = port
    self.limits = limits
    self.responder = responder
    self.board = board
    gate = ConnectionGate(limit: limits.connections)
  }

  func start() throws(PreviewFailure) -> PreviewAddress {
    do {
      let channel = try bootstrap().bind(host: host, port: port).wait()
      self.channel.withLock { $0 = channel }
      let address = channel.localAddress
      let figures = address?.ipAddress ?? ""
      guard !responder.hosts.isLoopback || HostPolicy.isLoopback(figures) else {
        throw PreviewFailure.notLoopback(host, address: figures)
      }
      return PreviewAddress(host: host, port: address?.port ?? port)
    } catch let failure as PreviewFailure {
      throw failure
    } catch let error as IOError {
      throw Self.failure(error.errnoCode, host, port, "\(error)")
    } catch is SocketAddressError.UnknownHost {
      throw .noSuchHost(host)
    } catch {
      throw .system("\(error)")
    }
  }

  func stop() {
    do {
      try channel.withLock { channel in
        defer { channel = nil }
        return channel
      }?.close().wait()
      try group.syncShutdownGracefully()
    } catch {
      // A socket that is closed already, or threads that end with the program: nothing is left to do.
    }
  }

  private func bootstrap() -> ServerBootstrap {
    let (limits, responder, board, gate) = (limits, responder, board, gate)
    return ServerBootstrap(group: group)
      .serverChannelOption(ChannelOptions.backlog, value: 128)
      .serverChannelOption(ChannelOptions.socketOption(.so_reuseaddr), value: 1)
      .childChannelOption(ChannelOptions.socketOption(.so_reuseaddr), value: 1)
      .childChannelInitializer { channel in
        channel.eventLoop.makeCompletedFuture {
          let pipeline = channel.pipeline.syncOperations
          guard gate.enter() else { return try pipeline.addHandler(TurnAway()) }
          channel.closeFuture.whenComplete { _ in gate.leave() }
          try pipeline.addHandler(HeadGuard(limits: limits))
          try pipeline.configureHTTPServerPipeline(withErrorHandling: true)
          try pipeline.addHandler(
            RequestHandler(responder: responder, board: board, limits: limits))
        }
      }
  }

  private static func failure(
    _ code: CInt, _ host: String, _ port: Int, _ reason: String
  ) -> PreviewFailure {
    switch code {
    case EADDRINUSE: .portTaken(port)
    case EACCES, EPERM: .portReserved(port)
    case EADDRNOTAVAIL: .noSuchHost(host)
    default: .system(reason)
    }
  }
}

/// Counts the connections that are open.
final class ConnectionGate: Sendable {
  private let limit: Int
  private let open = Mutex(0)

  init(limit: Int) {
    self.limit = limit
  }

  /// Whether one more may come in; it is counted then.
  func enter() -> Bool {
    open.withLock { open in
      guard open < limit else { return false }
      open += 1
      return true
    }
  }

  /// One has left.
  func leave() {
    open.withLock { $0 -= 1 }
  }
}
