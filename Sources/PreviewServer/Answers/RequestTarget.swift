/// The path that a request names, read strictly: anything unusual is refused, nothing is repaired.
///
/// A decoded path is a list of plain names, so it cannot climb, and it is looked up among files in
/// memory, so it cannot meet a link. Refused all the same, with the reason: absolute addresses,
/// backslashes, `.` and `..`, empty names, control characters, encoded separators, bytes outside
/// ASCII that are not percent-encoded, and escapes that are not UTF-8.
struct RequestTarget: Equatable {
  /// Why a target is refused; the texts are sent to the client.
  enum Refusal: Error, Equatable {
    case notAPath, tooLong, strayCharacter, badEscape, notANormalPath
  }

  /// Bytes of a target at most; no page of a site has a longer address.
  static let longest = 4096

  /// The decoded path without its leading slash: empty or ending in `/` for a folder.
  let path: String
  /// The path as it was sent, without its query.
  let sentPath: String
  /// The query with its question mark; empty when there is none.
  let query: String

  /// Reads a target.
  ///
  /// - Throws: `Refusal`.
  init(_ target: String) throws(Refusal) {
    let bytes = Array(target.utf8)
    guard bytes.count <= Self.longest else { throw .tooLong }
    guard bytes.first == UInt8(ascii: "/") else { throw .notAPath }
    guard bytes.allSatisfy({ (0x21...0x7E).contains($0) && $0 != 0x5C && $0 != 0x23 }) else {
      throw .strayCharacter
    }
    let end = bytes.firstIndex(of: UInt8(ascii: "?")) ?? bytes.count
    sentPath = String(decoding: bytes[..<end], as: UTF8.self)
    query = String(decoding: bytes[end...], as: UTF8.self)
    path = try Self.decoded(bytes[1..<end])
    let names = path.split(separator: "/", omittingEmptySubsequences: false)
    for (index, name) in names.enumerated() {
      let isLast = index == names.count - 1
      guard name != ".", name != "..", isLast || !name.isEmpty else { throw .notANormalPath }
    }
  }

  private static func decoded(_ bytes: ArraySlice<UInt8>) throws(Refusal) -> String {
    var result: [UInt8] = []
    var index = bytes.startIndex
    while index < bytes.endIndex {
      guard bytes[index] == UInt8(ascii: "%") else {
        result.append(bytes[index])
        index += 1
        continue
      }
      guard index + 2 < bytes.endIndex, let high = digit(bytes[index + 1]),
        let low = digit(bytes[index + 2])
      else { throw .badEscape }
      let byte = high << 4 | low
      guard byte >= 0x20, byte != 0x7F, byte != UInt8(ascii: "/"), byte != UInt8(ascii: "\\")
      else { throw .badEscape }
      result.append(byte)
      index += 3
    }
    guard let text = String(validating: result, as: UTF8.self) else { throw .badEscape }
    return text
  }

  private static func digit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x30...0x39: byte - 0x30
    case 0x41...0x46: byte - 0x41 + 10
    case 0x61...0x66: byte - 0x61 + 10
    default: nil
    }
  }
}

extension RequestTarget.Refusal {
  /// The answer that tells the client.
  var response: PreviewResponse {
    switch self {
    case .notAPath: .text(400, "Ask for a path of this site, beginning with one slash.")
    case .tooLong: .text(414, "The address is longer than any page of the site has.")
    case .strayCharacter:
      .text(400, "The address holds a character that must be percent-encoded, or a backslash.")
    case .badEscape: .text(400, "The address holds an escape that is not part of a file’s name.")
    case .notANormalPath: .text(400, "The address holds an empty name, `.` or `..`.")
    }
  }
}
