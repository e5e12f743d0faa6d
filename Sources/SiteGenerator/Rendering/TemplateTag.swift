/// A tag of a Mustache template with its place in the file, counted from 1.
struct TemplateTag: Hashable, Sendable {
  enum Kind: Hashable, Sendable {
    case variable
    case section
    case invertedSection
    case partial
    case parent
    case block
    case close
  }

  var kind: Kind
  var name: String
  var line: Int
  var column: Int

  /// Every tag of a template text in order; comments and delimiter changes are left out.
  static func scan(_ text: String) -> [TemplateTag] {
    let bytes = Array(text.utf8)
    var tags: [TemplateTag] = []
    var line = 1
    var lineStart = 0
    var index = 0
    while index < bytes.count {
      if bytes[index] == 0x0A {
        line += 1
        lineStart = index + 1
      }
      guard bytes[index] == 0x7B, index + 1 < bytes.count, bytes[index + 1] == 0x7B,
        let end = end(of: bytes, from: index + 2)
      else {
        index += 1
        continue
      }
      let body = bytes[(index + 2)..<end].filter { $0 != 0x7B && $0 != 0x7D }
      if let tag = tag(String(decoding: body, as: UTF8.self), line, index - lineStart + 1) {
        tags.append(tag)
      }
      for offset in index..<end where bytes[offset] == 0x0A {
        line += 1
        lineStart = offset + 1
      }
      index = end + 2
    }
    return tags
  }

  /// What stands between the braces of every tag, comments included.
  static func bodies(_ text: String) -> [String] {
    let bytes = Array(text.utf8)
    var bodies: [String] = []
    var index = 0
    while index + 1 < bytes.count {
      guard bytes[index] == 0x7B, bytes[index + 1] == 0x7B,
        let end = end(of: bytes, from: index + 2)
      else {
        index += 1
        continue
      }
      bodies.append(String(decoding: bytes[(index + 2)..<end], as: UTF8.self).trimmed)
      index = end + 2
    }
    return bodies
  }

  private static func end(of bytes: [UInt8], from start: Int) -> Int? {
    var index = start
    while index + 1 < bytes.count {
      if bytes[index] == 0x7D, bytes[index + 1] == 0x7D { return index }
      index += 1
    }
    return nil
  }

  private static func tag(_ body: String, _ line: Int, _ column: Int) -> TemplateTag? {
    let kinds: [Character: Kind] = [
      "#": .section, "^": .invertedSection, "/": .close, ">": .partial, "<": .parent,
      "$": .block, "&": .variable,
    ]
    let trimmed = body.trimmed
    guard let first = trimmed.first, !"!=%".contains(first) else { return nil }
    let kind: Kind
    var name = trimmed
    if let special = kinds[first] {
      kind = special
      name = String(trimmed.dropFirst()).trimmed
    } else {
      kind = .variable
    }
    return TemplateTag(kind: kind, name: withoutTransforms(name), line: line, column: column)
  }

  /// The name inside transforms such as `uppercased(name)`; a transform alone stands for `.`.
  private static func withoutTransforms(_ name: String) -> String {
    var name = name
    while let open = name.firstIndex(of: "("), name.hasSuffix(")") {
      name = String(name[name.index(after: open)...].dropLast())
    }
    return name.isEmpty ? "." : name
  }
}

extension String {
  /// The text without white space at its ends.
  var trimmed: String {
    guard let first = firstIndex(where: { !$0.isWhitespace }),
      let last = lastIndex(where: { !$0.isWhitespace })
    else { return "" }
    return String(self[first...last])
  }
}
