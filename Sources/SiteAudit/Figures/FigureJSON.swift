import Foundation

/// The JSON of a figure: an object with `columns` and `rows`, whose rows are lists of values.
///
/// Numbers are compared as they are written, decimals included, so the text is read and not the
/// numbers that a decoder would make of it. A site has thousands of these files: one pass over the
/// bytes, and no tree.
struct FigureJSON {
  private let bytes: [UInt8]
  private var position = 0

  /// The values of `rows`; a gap is empty.
  ///
  /// `nil` when the file is not of this form.
  static func rows(of bytes: [UInt8]) -> [[String]]? {
    let key = Array("\"rows\":".utf8)
    // Titles of columns come first and cannot hold the key: their quotes are escaped.
    guard let start = bytes.indices.first(where: { bytes[$0...].starts(with: key) }) else {
      return nil
    }
    var reader = FigureJSON(bytes: bytes, position: start + key.count)
    guard let rows = reader.rows(), reader.takes("}"), reader.isAtEnd else { return nil }
    return rows
  }

  private init(bytes: [UInt8], position: Int) {
    self.bytes = bytes
    self.position = position
  }

  private mutating func rows() -> [[String]]? {
    var rows: [[String]] = []
    guard takes("[") else { return nil }
    if takes("]") { return rows }
    repeat {
      guard let row = row() else { return nil }
      rows.append(row)
    } while takes(",")
    return takes("]") ? rows : nil
  }

  private mutating func row() -> [String]? {
    var values: [String] = []
    guard takes("[") else { return nil }
    if takes("]") { return values }
    repeat {
      guard let value = value() else { return nil }
      values.append(value)
    } while takes(",")
    return takes("]") ? values : nil
  }

  private mutating func value() -> String? {
    skipSpace()
    guard position < bytes.count else { return nil }
    if bytes[position] == UInt8(ascii: "\"") { return string() }
    let start = position
    while position < bytes.count, ![0x2C, 0x5D, 0x20, 0x0A].contains(bytes[position]) {
      position += 1
    }
    let word = String(decoding: bytes[start..<position], as: UTF8.self)
    if word == "null" { return "" }
    return Double(word) == nil ? nil : word
  }

  /// A string, its quotes included in what is passed over.
  private mutating func string() -> String? {
    let start = position
    var isPlain = true
    position += 1
    while position < bytes.count, bytes[position] != UInt8(ascii: "\"") {
      if bytes[position] == UInt8(ascii: "\\") {
        isPlain = false
        position += 1
      }
      position += 1
    }
    guard position < bytes.count else { return nil }
    position += 1
    if isPlain { return String(decoding: bytes[start + 1..<position - 1], as: UTF8.self) }
    do {
      return try JSONDecoder().decode(String.self, from: Data(bytes[start..<position]))
    } catch {
      // An escape that JSON does not know: the file is damaged, which the rule reports.
      return nil
    }
  }

  private mutating func takes(_ sign: Unicode.Scalar) -> Bool {
    skipSpace()
    guard position < bytes.count, bytes[position] == UInt8(ascii: sign) else { return false }
    position += 1
    return true
  }

  private var isAtEnd: Bool {
    mutating get {
      skipSpace()
      return position == bytes.count
    }
  }

  private mutating func skipSpace() {
    while position < bytes.count, bytes[position] <= 0x20 { position += 1 }
  }
}
