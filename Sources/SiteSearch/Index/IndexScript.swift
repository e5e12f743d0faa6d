/// A file of the index: a script that hands one value to the page's `hedgebookSearch` function.
///
/// `hedgebookSearch("terms/0","<build>",<value>);` with a value in JSON: strings, whole numbers,
/// arrays and objects.
enum IndexScript {
  /// The file's bytes.
  static func bytes(name: String, build: String, value: [UInt8]) -> [UInt8] {
    Array("hedgebookSearch(\"\(name)\",\"\(build)\",".utf8) + value + Array(");\n".utf8)
  }

  /// The bytes around a value; names and builds are short ASCII.
  static let overhead = 64

  /// Appends a text as a JSON string that is also a JavaScript string and harmless within HTML.
  static func append(_ text: String, to bytes: inout [UInt8]) {
    bytes.append(0x22)
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x22, 0x5C:
        bytes.append(0x5C)
        bytes.append(UInt8(scalar.value))
      case 0..<0x20, 0x3C, 0x7F, 0x2028, 0x2029, 0xFEFF:
        let digits = String(scalar.value, radix: 16)
        bytes += "\\u\(String(repeating: "0", count: 4 - digits.count))\(digits)".utf8
      case ..<0x80: bytes.append(UInt8(scalar.value))
      default: bytes += UTF8.encode(scalar).map(Array.init) ?? []
      }
    }
    bytes.append(0x22)
  }

  /// A text as a JSON string.
  static func string(_ text: String) -> [UInt8] {
    var bytes: [UInt8] = []
    append(text, to: &bytes)
    return bytes
  }
}
