/// What the tests read back from MathML: whether it is well formed, and which elements it has.
struct XMLCheck {
  struct Malformed: Error {
    let reason: String
  }

  private(set) var names: Set<String> = []
  private(set) var attributes: Set<String> = []
  private(set) var depth = 0

  /// Reads one element; text and values must be escaped, attributes quoted and unique.
  init(_ xml: String) throws {
    var open: [Substring] = []
    var rest = xml[...]
    while !rest.isEmpty {
      let text = rest.prefix { $0 != "<" }
      try Self.checkText(text)
      rest = rest.dropFirst(text.count)
      guard !rest.isEmpty else { break }
      guard let end = rest.firstIndex(of: ">") else { throw Malformed(reason: "open tag") }
      var tag = rest[rest.index(after: rest.startIndex)..<end]
      rest = rest[rest.index(after: end)...]
      if tag.first == "/" {
        guard let name = open.popLast(), name == tag.dropFirst() else {
          throw Malformed(reason: "closing tag \(tag)")
        }
        guard !open.isEmpty || rest.isEmpty else { throw Malformed(reason: "a second root") }
        continue
      }
      let closesItself = tag.last == "/"
      if closesItself { tag = tag.dropLast() }
      open.append(try start(tag))
      depth = max(depth, open.count)
      if closesItself { open.removeLast() }
    }
    guard open.isEmpty else { throw Malformed(reason: "not closed") }
  }

  private mutating func start(_ tag: Substring) throws -> Substring {
    let name = tag.prefix { $0 != " " }
    guard !name.isEmpty, name.allSatisfy({ $0.isASCII && $0.isLetter }) else {
      throw Malformed(reason: "tag \(tag)")
    }
    names.insert(String(name))
    var rest = tag.dropFirst(name.count)
    var seen: Set<Substring> = []
    while rest.first == " " {
      rest = rest.dropFirst()
      let key = rest.prefix { $0 != "=" }
      rest = rest.dropFirst(key.count + 1)
      guard !key.isEmpty, rest.first == "\"", seen.insert(key).inserted else {
        throw Malformed(reason: "attribute \(key)")
      }
      attributes.insert(String(key))
      rest = rest.dropFirst()
      let value = rest.prefix { $0 != "\"" }
      rest = rest.dropFirst(value.count + 1)
      try Self.checkText(value)
    }
    guard rest.isEmpty else { throw Malformed(reason: "tag \(tag)") }
    return name
  }

  private static func checkText(_ text: Substring) throws {
    for scalar in text.unicodeScalars {
      let isAllowed = scalar.value >= 0x20 || scalar == "\t" || scalar == "\n"
      guard isAllowed, scalar != ">", scalar.value != 0xFFFE, scalar.value != 0xFFFF else {
        throw Malformed(reason: "character \(scalar.value)")
      }
    }
    var rest = text.utf8[...]
    while let index = rest.firstIndex(of: UInt8(ascii: "&")) {
      let entity = String(
        decoding: rest[index...].prefix { $0 != UInt8(ascii: ";") }, as: UTF8.self)
      guard ["&amp", "&lt", "&gt", "&#xD", "&#x2061"].contains(entity) else {
        throw Malformed(reason: "entity \(entity)")
      }
      rest = rest[rest.index(after: index)...]
    }
  }
}
