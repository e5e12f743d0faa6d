/// Serves a site from memory on this machine while it is written, and tells browsers when it changes.
///
/// Nothing is read from disk. The server answers GET and HEAD, to requests that name it by a loopback
/// name; `HostPolicy`, `RequestTarget` and `Limits` say what is refused. Until the first `show` every
/// page is missing.
public final class PreviewServer: Sendable {
  private let board: StateBoard
  private let listener: HTTPListener

  /// Creates a server that does not listen yet.
  ///
  /// - Parameters:
  ///   - host: the address or name to listen on, `127.0.0.1` unless others may read along.
  ///   - port: the port, or 0 for any that is free.
  ///   - limits: what a client may ask of the server.
  public init(host: String = "127.0.0.1", port: Int, limits: Limits = Limits()) {
    // A browser that still shows a page of an earlier run must not take it for the present one.
    board = StateBoard(name: String(UInt32.random(in: .min ... .max), radix: 36))
    listener = HTTPListener(
      host: host, port: port, limits: limits,
      responder: Responder(hosts: HostPolicy(listening: host)),
      board: board)
  }

  /// What a client may ask of the server; what exceeds it is refused, and the connection closed.
  public struct Limits: Sendable {
    /// Connections open at once; further ones get status 503.
    public var connections = 128
    /// Bytes of a request's head, its line included.
    public var headBytes = 32 * 1024
    /// Milliseconds for a whole head to arrive, counted from the connection or the last answer.
    public var headMilliseconds = 10_000
    /// Milliseconds for an answer to be taken.
    public var answerMilliseconds = 30_000
    /// Milliseconds that a page waits for a change before it has to ask again.
    public var waitMilliseconds = 25_000

    /// Creates the usual limits.
    public init() {}
  }

  /// Whether a host can only be reached from this machine.
  public static func isLoopback(_ host: String) -> Bool { HostPolicy.isLoopback(host) }

  /// Begins to listen.
  ///
  /// - Returns: where the site can be read.
  /// - Throws: `PreviewFailure`.
  public func start() throws(PreviewFailure) -> PreviewAddress {
    try listener.start()
  }

  /// Shows a site, in place of the one before or of its faults.
  ///
  /// - Parameter files: contents by path, for example `daily/index.html`.
  public func show(files: [String: [UInt8]]) {
    board.change { state in
      state.files = files
      state.faults = nil
    }
  }

  /// Shows what is wrong with the sources in place of pages; other files stay as they were.
  public func show(faults: [PreviewFault]) {
    board.change { $0.faults = faults }
  }

  /// Stops listening and closes all connections.
  public func stop() {
    listener.stop()
  }
}

/// Where a preview can be read.
public struct PreviewAddress: Sendable, Hashable, CustomStringConvertible {
  /// The address or name that was listened on.
  public let host: String
  /// The port.
  public let port: Int

  /// The address for a browser, for example `http://127.0.0.1:8000/`.
  public var description: String {
    "http://\(host.contains(":") ? "[\(host)]" : host):\(port)/"
  }
}
