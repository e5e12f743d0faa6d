/// A file of the index: a script that hands one value to the page's `hedgebookSearch` function.
///
/// `hedgebookSearch("terms/0","<build>",<value>);` with a value in JSON: strings, whole numbers,
/// arrays and objects.
enum IndexScript {
  /// The file's bytes.
  static func bytes(name: String, build: String, value: [UInt8]) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(value.count + overhead)
    bytes += "hedgebookSearch(\"\(name)\",\"\(build)\",".utf8
    bytes += value
    bytes += ");\n".utf8
    return bytes
  }

  /// The bytes around a value; names and builds are short ASCII.
  static let overhead = 64

  /// Appends a text as a JSON string that is also a JavaScript string and harmless within HTML.
  static func append(_ text: String, to bytes: inout [UInt8]) {
    var text = text
    text.withUTF8 { append($0, to: &bytes) }
  }

  /// Appends a text in valid UTF-8 as such a string.
  static func append(_ text: UnsafeBufferPointer<UInt8>, to bytes: inout [UInt8]) {
    bytes.append(0x22)
    var written = 0
    var index = 0
    while index < text.count {
      let width = ScalarWidth.of(text[index])
      if let escape = escape(text, index) {
        bytes += text[written..<index]
        bytes += escape.utf8
        written = index + width
      }
      index += width
    }
    bytes += text[written...]
    bytes.append(0x22)
  }

  /// What is written for the scalar at an index; `nil` for itself.
  private static func escape(_ text: UnsafeBufferPointer<UInt8>, _ index: Int) -> String? {
    let byte = text[index]
    switch byte {
    case 0x22: return #"\""#
    case 0x5C: return #"\\"#
    case 0..<0x20, 0x3C, 0x7F:
      let digits = String(byte, radix: 16)
      return #"\u"# + String(repeating: "0", count: 4 - digits.count) + digits
    case 0xE2 where index + 2 < text.count && text[index + 1] == 0x80:
      // Line and paragraph separator, which end a line of JavaScript.
      return text[index + 2] == 0xA8 ? #"\u2028"# : text[index + 2] == 0xA9 ? #"\u2029"# : nil
    case 0xEF where index + 2 < text.count && text[index + 1] == 0xBB && text[index + 2] == 0xBF:
      return #"\ufeff"#
    default: return nil
    }
  }

  /// A text as a JSON string.
  static func string(_ text: String) -> [UInt8] {
    var bytes: [UInt8] = []
    append(text, to: &bytes)
    return bytes
  }
}
