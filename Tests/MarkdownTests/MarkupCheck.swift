/// What the tests read back from markup: its elements, or why it is not well formed.
struct MarkupCheck {
  struct Element {
    let name: String
    let attributes: [String: String]
  }

  struct Malformed: Error, CustomStringConvertible {
    let description: String
  }

  private static let void: Set<String> = ["br", "hr", "img", "input", "wbr"]
  private(set) var elements: [Element] = []

  /// Reads markup in which every element is closed and every attribute quoted and unique.
  init(_ markup: String) throws {
    let bytes = Array(markup.utf8)
    var open: [String] = []
    var index = 0
    while index < bytes.count {
      guard bytes[index] == 0x3C else {
        if bytes[index] == 0x3E { throw Malformed(description: "a stray > in \(markup)") }
        index += 1
        continue
      }
      guard let end = bytes[index...].firstIndex(of: 0x3E) else {
        throw Malformed(description: "a stray < in \(markup)")
      }
      let tag = String(decoding: bytes[(index + 1)..<end], as: UTF8.self)
      index = end + 1
      if tag.hasPrefix("/") {
        guard open.popLast() == String(tag.dropFirst()) else {
          throw Malformed(description: "<\(tag)> closes nothing in \(markup.prefix(2000))")
        }
        continue
      }
      let element = try Self.element(tag)
      elements.append(element)
      if !Self.void.contains(element.name) { open.append(element.name) }
    }
    guard open.isEmpty else { throw Malformed(description: "\(open) left open in \(markup)") }
  }

  /// The elements of a name.
  func all(_ name: String) -> [Element] {
    elements.filter { $0.name == name }
  }

  /// The values of an attribute in their order.
  func values(_ attribute: String) -> [String] {
    elements.compactMap { $0.attributes[attribute] }
  }

  private static func element(_ tag: String) throws -> Element {
    var rest = tag[...]
    if rest.hasSuffix(" /") { rest = rest.dropLast(2) }
    let name = rest.prefix { $0.isASCII && ($0.isLetter || $0.isNumber) }
    guard !name.isEmpty else { throw Malformed(description: "no name in <\(tag)>") }
    rest = rest.dropFirst(name.count)
    var attributes: [String: String] = [:]
    while !rest.isEmpty {
      guard rest.first == " ", let equals = rest.firstIndex(of: "="),
        rest[rest.index(after: equals)...].first == "\""
      else { throw Malformed(description: "attributes of <\(tag)>") }
      let key = String(rest.dropFirst()[..<equals])
      let value = rest[equals...].dropFirst(2).prefix { $0 != "\"" }
      guard value.endIndex < rest.endIndex else {
        throw Malformed(description: "a quote left open in <\(tag)>")
      }
      guard attributes.updateValue(String(value), forKey: key) == nil else {
        throw Malformed(description: "\(key) twice in <\(tag)>")
      }
      rest = rest[rest.index(after: value.endIndex)...]
    }
    return Element(name: String(name), attributes: attributes)
  }
}
