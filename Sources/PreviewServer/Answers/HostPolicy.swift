/// Which names of the server a request may use.
///
/// A page of another site can make its own name resolve to this machine and then read what a local
/// server answers (DNS rebinding). The `Host` field still holds that name, so only names that no
/// stranger can own are accepted: loopback names and, when the server was told to listen elsewhere,
/// addresses in figures and the name that it was told.
struct HostPolicy: Sendable, Equatable {
  /// The address or name that the server was told to listen on.
  let listening: String

  /// Whether the server listens on loopback only.
  var isLoopback: Bool { Self.isLoopback(listening) }

  /// Whether a request with these `Host` fields is served: exactly one, with an accepted name.
  func accepts(_ hosts: [String]) -> Bool {
    guard hosts.count == 1, let name = Self.name(in: hosts[0]) else { return false }
    if Self.isLoopback(name) { return true }
    return !isLoopback && (name == listening.lowercased() || Self.isAddress(name))
  }

  /// Whether a name or address can only mean this machine.
  static func isLoopback(_ name: String) -> Bool {
    let name = name.lowercased()
    if name == "localhost" || name == "::1" { return true }
    return name.hasPrefix("127.") && isFourNumbers(name)
  }

  /// The name of a `Host` field in lower case, without port and brackets; `nil` when malformed.
  private static func name(in host: String) -> String? {
    let host = host.lowercased()
    if host.hasPrefix("[") {
      guard let close = host.firstIndex(of: "]") else { return nil }
      let name = String(host[host.index(after: host.startIndex)..<close])
      return isPort(host[host.index(after: close)...]) && isSixForm(name) ? name : nil
    }
    guard let colon = host.firstIndex(of: ":") else { return host.isEmpty ? nil : host }
    let name = String(host[..<colon])
    return isPort(host[colon...]) && !name.isEmpty ? name : nil
  }

  /// Whether what follows a name is nothing, or a colon and a port.
  private static func isPort(_ text: Substring) -> Bool {
    guard text.first == ":" else { return text.isEmpty }
    let digits = text.dropFirst()
    return (1...5).contains(digits.utf8.count) && digits.utf8.allSatisfy { (48...57).contains($0) }
  }

  private static func isAddress(_ name: String) -> Bool { isFourNumbers(name) || isSixForm(name) }

  private static func isFourNumbers(_ name: String) -> Bool {
    let parts = name.split(separator: ".", omittingEmptySubsequences: false)
    return parts.count == 4
      && parts.allSatisfy { part in
        (1...3).contains(part.utf8.count) && part.utf8.allSatisfy { (48...57).contains($0) }
          && Int(part).map { $0 <= 255 } ?? false
      }
  }

  private static func isSixForm(_ name: String) -> Bool {
    name.contains(":")
      && name.utf8.allSatisfy { byte in
        (48...57).contains(byte) || (97...102).contains(byte) || byte == 0x3A || byte == 0x2E
      }
  }
}
