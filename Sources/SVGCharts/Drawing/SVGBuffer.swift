/// Bytes of SVG text: numbers with one decimal, escaped text.
struct SVGBuffer: Sendable {
  private(set) var bytes: [UInt8] = []

  init(capacity: Int = 0) {
    bytes.reserveCapacity(capacity)
  }

  /// Appends markup as it is.
  mutating func raw(_ text: String) {
    bytes.append(contentsOf: text.utf8)
  }

  /// Appends the bytes of another buffer.
  mutating func append(_ other: SVGBuffer) {
    bytes.append(contentsOf: other.bytes)
  }

  /// Appends a coordinate rounded to one decimal, without a leading or trailing zero.
  ///
  /// Coordinates are limited to ±99 999 and a number that is not finite is written as 0, so the
  /// markup stays valid whatever the caller computed.
  mutating func number(_ value: Double) {
    tenths(Self.tenths(value))
  }

  /// A coordinate in tenths of a pixel, limited and finite as `number` says.
  static func tenths(_ value: Double) -> Int {
    let limited = value.isFinite ? min(max(value, -99_999), 99_999) : 0
    return Int((limited * 10).rounded(.toNearestOrAwayFromZero))
  }

  /// Appends a coordinate given in tenths, as short as it can be written: `-.5`, `12`, `3.4`.
  mutating func tenths(_ value: Int) {
    var tenths = value
    if tenths < 0 {
      bytes.append(0x2D)
      tenths = -tenths
    }
    let tenth = tenths % 10
    if tenths >= 10 || tenth == 0 { digits(tenths / 10) }
    if tenth > 0 {
      bytes.append(0x2E)
      bytes.append(0x30 + UInt8(tenth))
    }
  }

  /// The same after another number: a minus sign separates by itself, anything else needs a space.
  mutating func separated(tenths value: Int) {
    if value >= 0 { bytes.append(0x20) }
    tenths(value)
  }

  private mutating func digits(_ value: Int) {
    var divisor = 1
    while value / divisor >= 10 { divisor *= 10 }
    while divisor > 0 {
      bytes.append(0x30 + UInt8(value / divisor % 10))
      divisor /= 10
    }
  }

  /// Appends text with the five characters of XML escaped.
  ///
  /// Control characters that XML 1.0 forbids become spaces; U+FFFE and U+FFFF become U+FFFD.
  mutating func escaped(_ text: String) {
    let start = bytes.count
    for byte in text.utf8 {
      switch byte {
      case 0x26: raw("&amp;")
      case 0x3C: raw("&lt;")
      case 0x3E: raw("&gt;")
      case 0x22: raw("&quot;")
      case 0x27: raw("&#39;")
      case 0..<0x20: bytes.append(0x20)
      case 0xBE, 0xBF:
        let count = bytes.count
        let isNoncharacter =
          count - start >= 2 && bytes[count - 1] == 0xBF && bytes[count - 2] == 0xEF
        bytes.append(isNoncharacter ? 0xBD : byte)
      default: bytes.append(byte)
      }
    }
  }

  /// The text so far.
  var string: String { String(decoding: bytes, as: UTF8.self) }
}
