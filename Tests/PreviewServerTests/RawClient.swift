import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A connection that sends what it is told, well-formed or not.
final class RawClient {
  private let descriptor: CInt
  private var received: [UInt8] = []
  /// What must not be let go while the connection is used.
  private let server: AnyObject?

  /// Connects to a port of 127.0.0.1; reading gives up after `seconds` without a byte.
  init(port: Int, seconds: Int = 5, server: AnyObject? = nil) throws {
    self.server = server
    #if canImport(Glibc)
      descriptor = socket(AF_INET, CInt(SOCK_STREAM.rawValue), 0)
    #else
      descriptor = socket(AF_INET, SOCK_STREAM, 0)
    #endif
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = in_port_t(UInt16(port).bigEndian)
    address.sin_addr = in_addr(s_addr: UInt32(0x7F00_0001).bigEndian)
    let connected = withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
    var limit = timeval(tv_sec: seconds, tv_usec: 0)
    setsockopt(
      descriptor, SOL_SOCKET, SO_RCVTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
    try #require(connected == 0, "cannot connect: \(errno)")
  }

  deinit {
    close(descriptor)
  }

  /// Sends bytes; those that a closed connection does not take are lost.
  func send(_ bytes: [UInt8]) {
    var sent = 0
    while sent < bytes.count {
      let count = bytes[sent...].withUnsafeBytes {
        #if canImport(Glibc)
          Glibc.send(descriptor, $0.baseAddress, $0.count, CInt(MSG_NOSIGNAL))
        #else
          Darwin.send(descriptor, $0.baseAddress, $0.count, 0)
        #endif
      }
      guard count > 0 else { return }
      sent += count
    }
  }

  /// Sends a text.
  func send(_ text: String) { send(Array(text.utf8)) }

  /// Sends a request that names the host as browsers do.
  func request(_ target: String, method: String = "GET", fields: [String] = []) {
    let lines = ["\(method) \(target) HTTP/1.1", "Host: localhost"] + fields
    send(lines.joined(separator: "\r\n") + "\r\n\r\n")
  }

  /// One more piece of what the server sends; `false` at the end or when time is up.
  private func receive() -> Bool {
    var buffer = [UInt8](repeating: 0, count: 65_536)
    let count = recv(descriptor, &buffer, buffer.count, 0)
    guard count > 0 else { return false }
    received += buffer[..<count]
    return true
  }

  /// Whether the server closes the connection, with nothing left unread.
  func isClosed() -> Bool {
    guard received.isEmpty else { return false }
    var byte: UInt8 = 0
    return recv(descriptor, &byte, 1, 0) == 0
  }

  /// The next response; `nil` when the connection ends or stalls before it is whole.
  func response(toHead: Bool = false) -> RawResponse? {
    let end = Array("\r\n\r\n".utf8)
    var length: Int?
    var response = RawResponse()
    while true {
      if length == nil, let place = position(of: end) {
        response = RawResponse(head: String(decoding: received[..<place], as: UTF8.self))
        received.removeFirst(place + end.count)
        length = toHead ? 0 : response["content-length"].flatMap { Int($0) } ?? 0
      }
      if let length, received.count >= length {
        response.body = Array(received[..<length])
        received.removeFirst(length)
        return response
      }
      guard receive() else { return nil }
    }
  }

  private func position(of pattern: [UInt8]) -> Int? {
    guard received.count >= pattern.count else { return nil }
    return (0...(received.count - pattern.count)).first {
      received[$0..<($0 + pattern.count)].elementsEqual(pattern)
    }
  }
}

/// A response as it came over the wire.
struct RawResponse {
  var status = 0
  var fields: [(name: String, value: String)] = []
  var body: [UInt8] = []

  init() {}

  init(head: String) {
    let lines = head.split(separator: "\r\n")
    status = Int(lines.first?.split(separator: " ").dropFirst().first ?? "") ?? 0
    fields = lines.dropFirst().map { line in
      let parts = line.split(separator: ":", maxSplits: 1)
      return (
        parts[0].lowercased(), String(parts.dropFirst().first?.drop { $0 == " " } ?? "")
      )
    }
  }

  subscript(_ name: String) -> String? { fields.first { $0.name == name }?.value }

  var text: String { String(decoding: body, as: UTF8.self) }
}
