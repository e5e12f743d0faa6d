import TeXMath

/// A row of a table of formulas: what is written and what is printed.
struct FormulaCase: Sendable, CustomStringConvertible {
  let source: String
  let display: Bool
  /// The element inside `semantics`, before the annotation.
  let expected: String
  let plain: String

  init(_ source: String, display: Bool = false, _ expected: String, _ plain: String) {
    self.source = source
    self.display = display
    self.expected = expected
    self.plain = plain
  }

  var description: String { source }

  /// The printed formula without what is the same for all.
  func mathML() throws -> String {
    let text = try TeXFormula(source).mathML(display: display)
    let opening =
      "<math xmlns=\"http://www.w3.org/1998/Math/MathML\"\(display ? " display=\"block\"" : "")>"
      + "<semantics>"
    guard text.hasPrefix(opening) else { return text }
    let inner = text.dropFirst(opening.count)
    let end = inner.indices.first { inner[$0...].hasPrefix("<annotation") }
    return end.map { String(inner[..<$0]) } ?? text
  }

  func plainText() throws -> String {
    try TeXFormula(source).plainText
  }
}
