/// Whether an address may be followed or shown, judged as a browser would read it.
enum LinkAddress {
  /// Why an address is refused.
  enum Refusal: Hashable {
    /// The address has a scheme that is not allowed, or hides one.
    case scheme(String)
    /// The address names a host without a scheme, such as `//example.com`.
    case hostWithoutScheme
    /// The address has `https` or `http` but no host.
    case noHost
    /// The address holds control characters.
    case controlCharacter
  }

  /// The reason to refuse an address whose entities and escapes have been decoded; `nil` for none.
  ///
  /// Browsers skip controls and spaces before a scheme and line ends within it, and take `\` for
  /// `/`; mistaken programs also decode percent escapes or drop invisible characters. An address is
  /// refused when any such reading gives it a scheme that is not allowed.
  static func refusal(of address: String, allowing schemes: Set<String>) -> Refusal? {
    if address.unicodeScalars.contains(where: { $0.value < 0x20 || (0x7F...0x9F) ~= $0.value }) {
      return scheme(of: plain(address)).flatMap { schemes.contains($0) ? nil : .scheme($0) }
        ?? .controlCharacter
    }
    let plain = plain(address)
    if plain.utf8.count > 1, plain.utf8.prefix(2).allSatisfy({ $0 == 0x2F || $0 == 0x5C }) {
      return .hostWithoutScheme
    }
    guard let scheme = scheme(of: plain) else { return nil }
    // An allowed scheme must be written as such, with nothing to decode.
    guard schemes.contains(scheme), address.lowercased().hasPrefix(scheme + ":") else {
      return .scheme(scheme)
    }
    let isWeb = scheme == "https" || scheme == "http"
    let rest = address.unicodeScalars.dropFirst(scheme.unicodeScalars.count + 1)
    if isWeb, !rest.starts(with: "//".unicodeScalars) || !hasHost(rest.dropFirst(2)) {
      return .noHost
    }
    return nil
  }

  /// What stands before the first colon, lower case, when the colon can end a scheme.
  private static func scheme(of address: String) -> String? {
    let head = address.unicodeScalars.prefix { $0 != ":" && $0 != "/" && $0 != "?" && $0 != "#" }
    guard head.endIndex < address.unicodeScalars.endIndex,
      address.unicodeScalars[head.endIndex] == ":"
    else { return nil }
    return String(head).lowercased()
  }

  /// The address without spaces, controls and invisible characters, percent escapes decoded, up to
  /// where its path begins.
  private static func plain(_ address: String) -> String {
    var result: [UInt8] = []
    var bytes = Array(address.utf8)[...]
    while let byte = bytes.popFirst() {
      var decoded = byte
      // Twice encoded escapes are decoded too.
      while decoded == 0x25, let value = hexadecimal(bytes.prefix(2)) {
        bytes = bytes.dropFirst(2)
        decoded = value
      }
      if decoded > 0x20, decoded != 0x7F { result.append(decoded) }
      if decoded == 0x3F || decoded == 0x23 { break }
    }
    if result.allSatisfy({ $0 < 0x80 }) { return String(decoding: result, as: UTF8.self) }
    let scalars = String(decoding: result, as: UTF8.self).unicodeScalars.filter {
      !$0.properties.isWhitespace && !$0.properties.isDefaultIgnorableCodePoint
        && $0.properties.generalCategory != .format && $0.properties.generalCategory != .control
    }
    return String(String.UnicodeScalarView(scalars))
  }

  private static func hexadecimal(_ digits: ArraySlice<UInt8>) -> UInt8? {
    guard digits.count == 2 else { return nil }
    return UInt8(String(decoding: digits, as: UTF8.self), radix: 16)
  }

  private static func hasHost(_ rest: some Sequence<Unicode.Scalar>) -> Bool {
    for scalar in rest { return scalar != "/" && scalar != "\\" && scalar != "?" && scalar != "#" }
    return false
  }
}
