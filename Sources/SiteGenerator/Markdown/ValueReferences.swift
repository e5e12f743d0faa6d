import MarketData

/// Replaces `{{ name }}` in a Markdown text by the day's computed values.
///
/// An unknown name is an error at its place, with the nearest known name.
enum ValueReferences {
  static func substitute(
    in prose: Prose, values: [String: String], into problems: inout [Diagnostic]
  ) -> String {
    guard prose.markdown.utf8Contains("{{") else { return prose.markdown }
    let source = Array(prose.markdown.utf8)
    guard let first = opening(in: source, from: 0) else { return prose.markdown }
    var result = Array(source[..<first])
    var position = first
    var line = prose.line + source[..<first].count { $0 == 0x0A }
    while position < source.count {
      guard source[position] == 0x7B, opening(in: source, from: position) == position else {
        if source[position] == 0x0A { line += 1 }
        result.append(source[position])
        position += 1
        continue
      }
      guard let end = closing(in: source, from: position + 2) else {
        result += source[position..<(position + 2)]
        position += 2
        continue
      }
      let name = String(decoding: source[(position + 2)..<end], as: UTF8.self)
        .split(separator: " ", omittingEmptySubsequences: true).joined(separator: " ")
      if let value = values[name] {
        result += Array(value.utf8)
      } else {
        report(name, prose, source, position, line, values, into: &problems)
      }
      position = end + 2
    }
    return String(decoding: result, as: UTF8.self)
  }

  private static func report(
    _ name: String, _ prose: Prose, _ source: [UInt8], _ position: Int, _ line: Int,
    _ values: [String: String], into problems: inout [Diagnostic]
  ) {
    let lineStart = source[..<position].lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
    let remedy: String
    if values.isEmpty {
      remedy = "The page has no session whose values it could print; remove the reference."
    } else if let nearest = Spelling.nearest(to: name, among: values.keys.sorted()) {
      remedy = "Did you mean `\(nearest)`?"
    } else {
      remedy = "Known values: \(values.keys.sorted().joined(separator: ", "))."
    }
    problems.append(
      .error(
        SourceLocation(
          file: prose.file, line: line,
          column: source[lineStart..<position].count { $0 & 0xC0 != 0x80 } + 1),
        "unknown value `\(name)`", remedy))
  }

  private static func opening(in source: [UInt8], from start: Int) -> Int? {
    var index = start
    while index + 1 < source.count {
      if source[index] == 0x7B, source[index + 1] == 0x7B { return index }
      index += 1
    }
    return nil
  }

  private static func closing(in source: [UInt8], from start: Int) -> Int? {
    var index = start
    while index + 1 < source.count, source[index] != 0x0A {
      if source[index] == 0x7D, source[index + 1] == 0x7D { return index }
      index += 1
    }
    return nil
  }
}
