import Markdown
import MarketData
import TeXMath

/// A formula as MathML; its mistakes are reported at their places in the file.
enum FormulaMarkup {
  /// The markup; `nil` after reporting what is wrong with the formula.
  ///
  /// - Parameters:
  ///   - math: the formula and where it stands in its text.
  ///   - text: the text, in which a formula in a line may span lines.
  ///   - firstLine: the number of the text's first line.
  ///   - origin: where the text stands in its file.
  ///   - problems: receives the mistakes.
  /// - Returns: a `math` element, in a block of its own for a displayed formula.
  static func markup(
    _ math: MarkdownMath, text: String, firstLine: Int, origin: TextOrigin,
    into problems: inout [Diagnostic]
  ) -> String? {
    let markup = mathML(math, origin: origin, into: &problems) {
      math.isDisplay || stands(math, inLineOf: text, firstLine: firstLine)
    }
    guard let markup else { return nil }
    return math.isDisplay ? "<div class=\"formula\">\(markup)</div>\n" : markup
  }

  /// The `math` element; `nil` after reporting what is wrong with the formula.
  ///
  /// - Parameters:
  ///   - math: the formula.
  ///   - origin: where the text stands in its file.
  ///   - problems: receives the mistakes.
  ///   - isExact: whether the formula's lines stand in the text as they are in its source; otherwise
  ///     all mistakes are reported where it begins. Asked for the first hundred problems only, which
  ///     keeps a text of nothing but mistakes linear.
  /// - Returns: the element.
  static func mathML(
    _ math: MarkdownMath, origin: TextOrigin, into problems: inout [Diagnostic],
    isExact: () -> Bool = { true }
  ) -> String? {
    do {
      return try TeXFormula(math.source).mathML(display: math.isDisplay)
    } catch {
      let isExact = problems.count < 100 && isExact()
      for mistake in error.items {
        var position = math.position
        if isExact {
          position.line += mistake.line - 1
          position.column += mistake.column - 1
        }
        problems.append(.error(origin.location(position), mistake.what, mistake.remedy))
      }
      return nil
    }
  }

  /// Whether the source stands on one line as it is; lines are joined in code.
  private static func stands(
    _ math: MarkdownMath, inLineOf text: String, firstLine: Int
  ) -> Bool {
    let lines = text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
    let index = math.position.line - firstLine
    guard lines.indices.contains(index) else { return false }
    return lines[index].dropFirst(max(0, math.position.column - 1))
      .starts(with: math.source.unicodeScalars)
  }
}
