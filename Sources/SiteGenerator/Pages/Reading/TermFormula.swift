import Markdown
import MarketData

/// The formula of a glossary term: words, with TeX between `` $` `` and `` `$ `` as in prose.
///
/// A line that is nothing but TeX is set on a line of its own. Everything outside the marks is plain
/// text, so that `O*[b] < C[b]` means what it says.
struct TermFormula {
  private let formula: String
  private let units: String?
  private let file: String
  private let place: TextPlace

  /// Creates the formula of a term; `nil` for a term without one.
  init?(_ term: GlossaryTerm) {
    guard let formula = term.formula else { return nil }
    self.formula = formula
    units = term.units
    file = term.prose.file
    place = term.formulaPlace
  }

  /// The markup, a paragraph for each line; `nil` for a blank formula.
  ///
  /// Mistakes are reported at their place in the file.
  func markup(into problems: inout [Diagnostic]) -> String? {
    var paragraphs: [String] = []
    for (index, line) in formula.split(separator: "\n", omittingEmptySubsequences: false)
      .enumerated() where !line.isEmpty
    {
      paragraphs.append(paragraph(of: line, line: index + 1, into: &problems))
    }
    guard !paragraphs.isEmpty else { return nil }
    let units = units.map { " <span class=\"mu\">(\(Markup.escaped($0)))</span>" } ?? ""
    return "<p>" + paragraphs.joined(separator: "</p><p>") + units + "</p>"
  }

  private func paragraph(
    of text: Substring, line: Int, into problems: inout [Diagnostic]
  ) -> String {
    var html = ""
    var rest = text.unicodeScalars
    var column = 1
    while let (before, source) = Self.firstFormula(in: rest) {
      html += Markup.escaped(String(before))
      column += before.count + 2
      let isAlone = before.isEmpty && column == 3 && source.count + 4 == rest.count
      html += mathML(String(source), isDisplay: isAlone, line: line, column, into: &problems)
      rest = rest.dropFirst(before.count + source.count + 4)
      column += source.count + 2
    }
    return html + Markup.escaped(String(rest))
  }

  /// What stands before the first formula, and its source; `nil` without one that is closed.
  private static func firstFormula(
    in text: Substring.UnicodeScalarView
  ) -> (before: Substring.UnicodeScalarView, source: Substring.UnicodeScalarView)? {
    guard let opening = firstPair("$", "`", in: text) else { return nil }
    let rest = text[opening...].dropFirst(2)
    guard let closing = firstPair("`", "$", in: rest) else { return nil }
    return (text[..<opening], rest[..<closing])
  }

  private static func firstPair(
    _ first: Unicode.Scalar, _ second: Unicode.Scalar, in text: Substring.UnicodeScalarView
  ) -> Substring.UnicodeScalarView.Index? {
    var previous: (index: Substring.UnicodeScalarView.Index, scalar: Unicode.Scalar)?
    for index in text.indices {
      if let previous, previous.scalar == first, text[index] == second { return previous.index }
      previous = (index, text[index])
    }
    return nil
  }

  private func mathML(
    _ source: String, isDisplay: Bool, line: Int, _ column: Int, into problems: inout [Diagnostic]
  ) -> String {
    let origin = TextOrigin(SubstitutedProse(markdown: formula, file: file)).text(place)
    let math = MarkdownMath(
      source: source, isDisplay: isDisplay, position: SourcePosition(line: line, column: column))
    return FormulaMarkup.mathML(math, origin: origin, into: &problems) ?? ""
  }
}
