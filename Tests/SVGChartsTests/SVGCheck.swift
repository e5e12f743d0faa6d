/// What the tests read back from SVG text: elements with attributes, and whether it is well formed.
struct SVGCheck {
  struct Element {
    let name: String
    let attributes: [String: String]
    var text = ""
  }

  struct Malformed: Error {
    let reason: String
  }

  private(set) var elements: [Element] = []

  /// Parses one or more elements; attributes must be quoted, unique and escaped.
  init(_ svg: String) throws {
    var open: [Int] = []
    var rest = svg[...]
    while !rest.isEmpty {
      let text = rest.prefix { $0 != "<" }
      try Self.checkEscapes(text)
      if let index = open.last { elements[index].text += text }
      rest = rest.dropFirst(text.count)
      guard !rest.isEmpty else { break }
      guard let end = rest.firstIndex(of: ">") else { throw Malformed(reason: "open tag") }
      var tag = rest[rest.index(after: rest.startIndex)..<end]
      rest = rest[rest.index(after: end)...]
      if tag.first == "/" {
        guard let index = open.popLast(), elements[index].name == tag.dropFirst() else {
          throw Malformed(reason: "closing tag \(tag)")
        }
        continue
      }
      let closesItself = tag.last == "/"
      if closesItself { tag = tag.dropLast() }
      elements.append(try Self.element(tag))
      if !closesItself { open.append(elements.count - 1) }
    }
    guard open.isEmpty else { throw Malformed(reason: "not closed") }
  }

  func all(_ name: String) -> [Element] {
    elements.filter { $0.name == name }
  }

  private static func element(_ tag: Substring) throws -> Element {
    let name = tag.prefix { $0 != " " }
    var rest = tag.dropFirst(name.count)
    var attributes: [String: String] = [:]
    while rest.first == " " {
      rest = rest.dropFirst()
      let key = rest.prefix { $0 != "=" }
      rest = rest.dropFirst(key.count + 1)
      guard !key.isEmpty, rest.first == "\"" else { throw Malformed(reason: "attribute \(key)") }
      rest = rest.dropFirst()
      let value = rest.prefix { $0 != "\"" }
      rest = rest.dropFirst(value.count + 1)
      try checkEscapes(value)
      guard attributes.updateValue(String(value), forKey: String(key)) == nil else {
        throw Malformed(reason: "\(key) twice")
      }
    }
    guard rest.isEmpty, !name.isEmpty else { throw Malformed(reason: "tag \(tag)") }
    return Element(name: String(name), attributes: attributes)
  }

  private static func checkEscapes(_ text: Substring) throws {
    var rest = text
    while let index = rest.firstIndex(of: "&") {
      let entity = rest[index...].prefix { $0 != ";" }
      guard ["&amp", "&lt", "&gt", "&quot", "&#39"].contains(entity) else {
        throw Malformed(reason: "entity \(entity)")
      }
      rest = rest[rest.index(after: index)...]
    }
  }
}
