/// JSON written straight into bytes, without a tree between.
///
/// Numbers have the shortest digits that give the same double again, whole ones no fraction.
struct JSONBuffer {
  private(set) var bytes: [UInt8] = []

  /// Makes room for more bytes.
  mutating func reserve(_ count: Int) { bytes.reserveCapacity(bytes.count + count) }

  /// Forgets what is written and keeps the room.
  mutating func removeAll() { bytes.removeAll(keepingCapacity: true) }

  /// Appends punctuation or finished JSON.
  mutating func append(_ text: StaticString) {
    text.withUTF8Buffer { bytes.append(contentsOf: $0) }
  }

  /// Appends finished JSON.
  mutating func append(_ json: ArraySlice<UInt8>) { bytes.append(contentsOf: json) }

  /// Appends a string with its quotes; control characters, quotes and backslashes are escaped.
  mutating func append(string: String) {
    bytes.append(0x22)
    let needsEscape = string.utf8.contains { $0 < 0x20 || $0 == 0x22 || $0 == 0x5C }
    if needsEscape {
      for byte in string.utf8 { append(escaped: byte) }
    } else {
      bytes.append(contentsOf: string.utf8)
    }
    bytes.append(0x22)
  }

  private mutating func append(escaped byte: UInt8) {
    switch byte {
    case 0x22: append("\\\"")
    case 0x5C: append("\\\\")
    case 0x08: append("\\b")
    case 0x09: append("\\t")
    case 0x0A: append("\\n")
    case 0x0C: append("\\f")
    case 0x0D: append("\\r")
    case 0..<0x20:
      append("\\u00")
      for digit in [byte >> 4, byte & 15] { bytes.append(digit + (digit < 10 ? 0x30 : 0x57)) }
    default: bytes.append(byte)
    }
  }

  /// Appends a finite number.
  mutating func append(number: Double) {
    precondition(number.isFinite, "JSON has no number that is not finite")
    if number == number.rounded(), abs(number) < 9e15, number != 0 || number.sign == .plus {
      append(integer: Int64(number))
    } else {
      let text = number.description.utf8
      // `−0.0` is written `-0`, as Foundation writes it.
      bytes.append(
        contentsOf: text.suffix(2).elementsEqual(".0".utf8) ? text.dropLast(2) : text[...])
    }
  }

  /// A finite number as it is appended.
  static func text(of number: Double) -> String {
    var buffer = JSONBuffer()
    buffer.append(number: number)
    return String(decoding: buffer.bytes, as: UTF8.self)
  }

  /// Appends a whole number.
  mutating func append(integer: Int64) {
    if (0..<10).contains(integer) {
      bytes.append(0x30 + UInt8(integer))
    } else {
      bytes.append(contentsOf: integer.description.utf8)
    }
  }

  /// Appends a list of numbers.
  mutating func append(numbers: [Double]) {
    bytes.append(0x5B)
    for (index, number) in numbers.enumerated() {
      if index > 0 { bytes.append(0x2C) }
      append(number: number)
    }
    bytes.append(0x5D)
  }
}

/// An object written member by member, in the order of the calls.
struct JSONMembers {
  private(set) var buffer = JSONBuffer()
  private var isEmpty = true

  /// Begins an object at the end of a buffer.
  init(_ buffer: JSONBuffer = JSONBuffer()) {
    self.buffer = buffer
    self.buffer.append("{")
  }

  private mutating func key(_ key: StaticString) {
    if !isEmpty { buffer.append(",") }
    isEmpty = false
    buffer.append("\"")
    buffer.append(key)
    buffer.append("\":")
  }

  /// Writes a member that is a string; `nil` is left out.
  mutating func string(_ key: StaticString, _ value: String?) {
    guard let value else { return }
    self.key(key)
    buffer.append(string: value)
  }

  /// Writes a member that is a number; `nil` is left out.
  mutating func number(_ key: StaticString, _ value: Double?) {
    guard let value else { return }
    self.key(key)
    buffer.append(number: value)
  }

  /// Writes a member that is finished JSON; `nil` is left out.
  mutating func json(_ key: StaticString, _ value: [UInt8]?) {
    guard let value else { return }
    self.key(key)
    buffer.append(value[...])
  }

  /// The buffer with the object closed.
  func closed() -> JSONBuffer {
    var buffer = buffer
    buffer.append("}")
    return buffer
  }
}
