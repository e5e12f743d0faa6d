/// Percent escapes of addresses.
enum PercentEncoding {
  /// The text with its escapes decoded; what is not an escape stays as it is.
  ///
  /// Bytes that are not UTF-8 become U+FFFD.
  static func decoded(_ text: some StringProtocol) -> String {
    var result: [UInt8] = []
    var bytes = Array(text.utf8)[...]
    while let byte = bytes.popFirst() {
      if byte == 0x25, let value = hexadecimal(bytes.prefix(2)) {
        bytes = bytes.dropFirst(2)
        result.append(value)
      } else {
        result.append(byte)
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  private static func hexadecimal(_ digits: ArraySlice<UInt8>) -> UInt8? {
    guard digits.count == 2, digits.allSatisfy({ $0 != 0x2B && $0 != 0x2D }) else { return nil }
    return UInt8(String(decoding: digits, as: UTF8.self), radix: 16)
  }
}
