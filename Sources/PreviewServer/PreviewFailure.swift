/// Why the preview cannot listen, with what to do about it.
public enum PreviewFailure: Error, Hashable, Sendable {
  /// Another program listens on the port.
  case portTaken(Int)
  /// The port is reserved for the system.
  case portReserved(Int)
  /// The host is no address of this machine, or a name that means none.
  case noSuchHost(String)
  /// A loopback name leads to an address that others can reach.
  case notLoopback(String, address: String)
  /// Anything else that the system reports.
  case system(String)
}

extension PreviewFailure: CustomStringConvertible {
  /// One or two plain sentences.
  public var description: String {
    switch self {
    case .portTaken(let port):
      "port \(port) is taken by another program. Choose another with --port, or any free one with "
        + "--port 0."
    case .portReserved(let port):
      "port \(port) is reserved for the system. Choose one above 1023 with --port."
    case .noSuchHost(let host):
      "`\(host)` is no address of this machine. Leave --host out, or name an address that it has."
    case .notLoopback(let host, let address):
      "`\(host)` leads to \(address), which others can reach. Leave --host out, or name that address."
    case .system(let reason):
      "the preview cannot listen: \(reason). Leave --host and --port out, or choose others."
    }
  }
}
