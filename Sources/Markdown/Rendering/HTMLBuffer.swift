/// Markup being written, in UTF-8.
struct HTMLBuffer {
  /// What has been written.
  var bytes: [UInt8] = []

  /// Writes markup as it is.
  @inline(__always)
  mutating func write(_ markup: String) {
    bytes.append(contentsOf: markup.utf8)
  }

  /// Writes bytes as they are.
  mutating func write(_ markup: some Collection<UInt8>) {
    bytes.append(contentsOf: markup)
  }

  /// Begins a new line unless one has just begun.
  mutating func beginLine() {
    if let last = bytes.last, last != 0x0A { bytes.append(0x0A) }
  }

  /// Writes text, safe between tags and within double quotes.
  mutating func escape(_ text: UnsafeBufferPointer<UInt8>) {
    var start = 0
    for index in 0..<text.count {
      let entity: StaticString
      switch text[index] {
      case 0x26: entity = "&amp;"
      case 0x3C: entity = "&lt;"
      case 0x3E: entity = "&gt;"
      case 0x22: entity = "&quot;"
      default: continue
      }
      bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[start..<index]))
      entity.withUTF8Buffer { bytes.append(contentsOf: $0) }
      start = index + 1
    }
    bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[start..<text.count]))
  }

  /// Writes text, safe between tags and within double quotes.
  mutating func escape(_ text: String) {
    var text = text
    text.withUTF8 { escape($0) }
  }

  /// Writes an address for an attribute: what an address cannot hold is percent-encoded, and existing
  /// percent signs are kept.
  mutating func escapeAddress(_ address: String) {
    let digits = Array("0123456789ABCDEF".utf8)
    for byte in address.utf8 {
      switch byte {
      case 0x26: write("&amp;")
      case 0x27: write("&#x27;")
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x21, 0x23...0x25, 0x28...0x2F, 0x3A, 0x3B, 0x3D,
        0x3F, 0x40, 0x5F, 0x7E:
        bytes.append(byte)
      default:
        bytes += [0x25, digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      }
    }
  }
}
