import MarketData
import TextDistance

/// An archetype, the text a new file begins with: `<% name %>` stands for what the file is about.
///
/// The marks differ from `{{ name }}`, because an archetype of a write-up holds references to values
/// that are to stay references.
struct ArchetypeText {
  let file: String
  let text: String

  /// The text with its marks replaced; a mark that is not known is reported at its place.
  func filled(with values: [String: String], into problems: inout [Diagnostic]) -> String {
    var lines: [String] = []
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    {
      lines.append(filled(line, number: index + 1, values, into: &problems))
    }
    return lines.joined(separator: "\n")
  }

  private func filled(
    _ line: Substring, number: Int, _ values: [String: String], into problems: inout [Diagnostic]
  ) -> String {
    var result = ""
    var rest = line
    while let start = rest.firstRange(of: "<%"),
      let end = rest[start.upperBound...].firstRange(of: "%>")
    {
      result += rest[..<start.lowerBound]
      let name = Self.name(rest[start.upperBound..<end.lowerBound])
      if let value = values[name] {
        result += value
      } else {
        let column = line[..<start.lowerBound].unicodeScalars.count + 1
        let known = values.keys.sorted()
        problems.append(
          .error(
            SourceLocation(file: file, line: number, column: column),
            "the archetype names an unknown mark `\(name)`",
            Spelling.nearest(to: name, among: known).map { "Did you mean `\($0)`?" }
              ?? "Known marks: \(known.joined(separator: ", "))."))
      }
      rest = rest[end.upperBound...]
    }
    return result + rest
  }

  private static func name(_ text: Substring) -> String {
    text.split(separator: " ").joined(separator: " ")
  }

  /// The text without the paragraphs of its body that print a value which is not known.
  ///
  /// A session may lack a series; a new file must build all the same.
  static func keepingParagraphs(of text: String, printing known: Set<String>) -> String {
    guard let fence = text.dropFirst(4).firstRange(of: "\n---\n") else { return text }
    let body = text[fence.upperBound...].split(separator: "\n\n")
    let kept = body.filter { paragraph in
      let parts = paragraph.split(separator: "{{", omittingEmptySubsequences: false).dropFirst()
      return parts.allSatisfy { part in
        part.firstRange(of: "}}").map { known.contains(name(part[..<$0.lowerBound])) } ?? true
      }
    }
    guard kept.count < body.count else { return text }
    let paragraphs = kept.map { paragraph in
      let start = paragraph.drop { $0 == "\n" }
      return "\n\(start)\(start.last == "\n" ? "" : "\n")"
    }
    return text[..<fence.upperBound] + paragraphs.joined()
  }
}
