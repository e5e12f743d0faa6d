import Foundation

/// What is expected of one page or file of a case.
struct PageExpectation: Decodable {
  /// Words that a reader meets, tags taken away.
  var says: [String]
  var saysNot: [String]
  /// Words that follow each other, with anything between them.
  var order: [String]
  /// Parts of the file as it is written.
  var markup: [String]
  var markupNot: [String]

  private enum Key: String, CodingKey, CaseIterable {
    case says, saysNot, order, markup, markupNot
  }

  init(from decoder: any Decoder) throws {
    try UnknownKey.refuse(in: decoder, known: Key.allCases.map(\.rawValue))
    let values = try decoder.container(keyedBy: Key.self)
    func texts(_ key: Key) throws -> [String] {
      try values.decodeIfPresent([String].self, forKey: key) ?? []
    }
    says = try texts(.says)
    saysNot = try texts(.saysNot)
    order = try texts(.order)
    markup = try texts(.markup)
    markupNot = try texts(.markupNot)
  }

  /// One sentence for each expectation that the file does not meet.
  func differences(from bytes: [UInt8], _ path: String) -> [String] {
    let file = Data(bytes)
    let words = Data(PageWords.words(of: bytes).utf8)
    func holds(_ data: Data, _ text: String) -> Bool { data.range(of: Data(text.utf8)) != nil }
    var differences = says.filter { !holds(words, $0) }.map { "\(path) does not say `\($0)`" }
    differences += saysNot.filter { holds(words, $0) }.map { "\(path) says `\($0)`" }
    var rest = words.startIndex
    for text in order {
      guard let found = words.range(of: Data(text.utf8), in: rest..<words.endIndex) else {
        differences.append("\(path) does not say `\(text)` in this order")
        break
      }
      rest = found.upperBound
    }
    differences += markup.filter { !holds(file, $0) }.map { "\(path) does not hold `\($0)`" }
    differences += markupNot.filter { holds(file, $0) }.map { "\(path) holds `\($0)`" }
    return differences
  }
}

/// The words of a page as a reader meets them: tags are gone, those between blocks leave a space.
enum PageWords {
  private static let inline: Set<String> = [
    "a", "abbr", "b", "bdi", "bdo", "cite", "code", "data", "del", "em", "i", "ins", "kbd", "label",
    "mark", "q", "s", "small", "span", "strong", "sub", "sup", "time", "u", "var", "wbr",
  ]

  static func words(of markup: [UInt8]) -> String {
    var text: [UInt8] = []
    var at = 0
    while at < markup.count {
      guard markup[at] == UInt8(ascii: "<"),
        let end = markup[at...].firstIndex(of: UInt8(ascii: ">"))
      else {
        text.append(markup[at])
        at += 1
        continue
      }
      let name = String(decoding: markup[(at + 1)..<end], as: UTF8.self)
        .drop { $0 == "/" }.prefix { $0.isLetter || $0.isNumber }
      if !inline.contains(String(name)) { text.append(0x20) }
      at = end + 1
    }
    return String(decoding: text, as: UTF8.self)
      .replacingOccurrences(of: "&lt;", with: "<").replacingOccurrences(of: "&gt;", with: ">")
      .replacingOccurrences(of: "&quot;", with: "\"").replacingOccurrences(of: "&#39;", with: "'")
      .replacingOccurrences(of: "&amp;", with: "&")
      .split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
