/// Reads a file of the index back: the call of `hedgebookSearch` and its three arguments.
///
/// Accepts what `IndexScript` writes and little else; anything else is a damaged file (`nil`).
struct IndexScriptReader {
  private let bytes: [UInt8]
  private var position = 0

  /// The name, build and value of a file; `nil` when it is damaged.
  static func read(_ bytes: [UInt8]) -> (name: String, build: String, value: IndexValue)? {
    var reader = IndexScriptReader(bytes: bytes)
    guard reader.skip("hedgebookSearch("), let name = reader.string(), reader.skip(","),
      let build = reader.string(), reader.skip(","), let value = reader.value(depth: 0),
      reader.skip(");\n"), reader.position == bytes.count
    else { return nil }
    return (name, build, value)
  }

  private init(bytes: [UInt8]) {
    self.bytes = bytes
  }

  private var byte: UInt8? { position < bytes.count ? bytes[position] : nil }

  private mutating func skip(_ text: String) -> Bool {
    guard bytes[position...].starts(with: text.utf8) else { return false }
    position += text.utf8.count
    return true
  }

  private mutating func value(depth: Int) -> IndexValue? {
    guard depth < 4 else { return nil }
    switch byte {
    case 0x22: return string().map(IndexValue.string)
    case 0x5B: return array(depth: depth)
    case 0x7B: return object(depth: depth)
    default: return number().map(IndexValue.number)
    }
  }

  private mutating func array(depth: Int) -> IndexValue? {
    position += 1
    var values: [IndexValue] = []
    if skip("]") { return .array(values) }
    while let value = value(depth: depth + 1) {
      values.append(value)
      if skip("]") { return .array(values) }
      guard skip(",") else { return nil }
    }
    return nil
  }

  private mutating func object(depth: Int) -> IndexValue? {
    position += 1
    var fields: [String: IndexValue] = [:]
    while let key = string(), skip(":"), let value = value(depth: depth + 1) {
      fields[key] = value
      if skip("}") { return .object(fields) }
      guard skip(",") else { return nil }
    }
    return nil
  }

  private mutating func number() -> Int? {
    let start = position
    while let byte, (0x30...0x39).contains(byte) { position += 1 }
    return Int(String(decoding: bytes[start..<position], as: UTF8.self))
  }

  private mutating func string() -> String? {
    guard skip("\"") else { return nil }
    var text: [UInt8] = []
    while let byte {
      position += 1
      switch byte {
      case 0x22: return String(decoding: text, as: UTF8.self)
      case 0x5C:
        guard appendEscape(to: &text) else { return nil }
      default: text.append(byte)
      }
    }
    return nil
  }

  private mutating func appendEscape(to text: inout [UInt8]) -> Bool {
    guard let byte else { return false }
    position += 1
    guard byte == 0x75 else {
      text.append(byte)
      return true
    }
    let digits = bytes[position...].prefix(4)
    guard digits.count == 4,
      let code = UInt32(String(decoding: digits, as: UTF8.self), radix: 16),
      let scalar = Unicode.Scalar(code)
    else { return false }
    position += 4
    text += String(Character(scalar)).utf8
    return true
  }
}
