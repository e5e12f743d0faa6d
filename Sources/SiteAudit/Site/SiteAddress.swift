/// Addresses as pages write them.
enum SiteAddress {
  /// Whether an address leads to another host.
  static func isElsewhere(_ address: String) -> Bool {
    let start = address.prefix(8).lowercased()
    return ["http://", "https://", "//"].contains { start.hasPrefix($0) }
  }

  /// Whether following an address reads no file: mail, or data in the address itself.
  static func asksNothing(_ address: String) -> Bool {
    address.hasPrefix("mailto:") || address.hasPrefix("data:")
  }

  /// The path of a file below the site's own address; `nil` when the address is not below it.
  static func path(of address: String, below baseURL: String) -> String? {
    guard address.hasPrefix(baseURL) else { return nil }
    let path = String(address.dropFirst(baseURL.count))
    return path.isEmpty || path.hasSuffix("/") ? path + "index.html" : path
  }

  /// The file that a relative link leads to; `nil` when it leaves the site.
  static func resolve(_ link: String, from page: String) -> String? {
    var parts = page.split(separator: "/").dropLast().map(String.init)
    for part in link.split(separator: "/", omittingEmptySubsequences: true) {
      switch part {
      case ".": break
      case "..":
        guard !parts.isEmpty else { return nil }
        parts.removeLast()
      default: parts.append(String(part))
      }
    }
    let path = parts.joined(separator: "/")
    let isFolder = link.hasSuffix("/") || link.hasSuffix("..") || link == "."
    return isFolder ? (path.isEmpty ? "index.html" : path + "/index.html") : path
  }
}
