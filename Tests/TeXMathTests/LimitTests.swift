import TeXMath
import Testing

/// Sources at and beyond the limits: each is read in linear time or refused.
struct LimitTests {
  private func items(_ source: String) -> [TeXMathError] {
    do {
      _ = try TeXFormula(source)
      return []
    } catch {
      return error.items
    }
  }

  @Test(
    "what is nested a hundred times is read; once more is one mistake",
    arguments: [
      ("{", "x", "}"), ("\\sqrt{", "x", "}"), ("\\left(", "x", "\\right)"), ("x^{", "y", "}"),
      ("\\frac{", "x", "}{y}"), ("\\begin{matrix}", "x", "\\end{matrix}"), ("\\hat ", "x", ""),
      ("\\sqrt[", "x", "]{y}"), ("\\mathrm{", "x", "}"), ("\\not ", "=", ""), ("\\frac ", "x", "y"),
      ("\\frac{y}{", "x", "}"), ("\\binom{", "x", "}{y}"), ("\\overset{", "x", "}{y}"),
      ("\\xrightarrow{", "x", "}"), ("x_{", "y", "}"), ("\\sum_{", "y", "}"), ("{", "x", "}^y"),
      ("\\underbrace{", "x", "}_y"), ("{\\displaystyle ", "x", "}"), ("\\ln_{", "x", "}a"),
      ("\\begin{cases}", "x", "&y\\end{cases}"),
    ])
  func nesting(_ opening: String, _ inner: String, _ closing: String) throws {
    func source(_ count: Int) -> String {
      String(repeating: opening, count: count) + inner + String(repeating: closing, count: count)
    }
    let limit = TeXFormula.nestingLimit
    if opening != "\\not " {
      let formula = try TeXFormula(source(limit))
      #expect(try XMLCheck(formula.mathML(display: true)).depth <= 4 * limit + 4)
      #expect(!formula.plainText.isEmpty)
    }
    for count in [limit + 1, 5000 / (opening + closing).utf8.count] where count > limit {
      let found = items(source(count))
      #expect(
        found.map(\.what) == ["the formula is nested deeper than 100 levels"], "\(found.count)")
      #expect(found.first?.remedy == "Split it into several formulas.")
    }
  }

  @Test func theLongestSourceIsRead() throws {
    let longest = String(repeating: "x+", count: TeXFormula.sourceLimit / 2 - 1) + "y="
    #expect(try TeXFormula(longest).plainText.utf8.count > 0)
    #expect(
      items(longest + "z").map(\.description) == [
        "1:1: the formula is longer than 20000 bytes. Split it into several formulas."
      ])
  }

  private func read(_ source: String) {
    do {
      let formula = try TeXFormula(source)
      _ = formula.mathML(display: true).utf8.count + formula.plainText.utf8.count
    } catch {
      #expect(!error.items.isEmpty)
    }
  }

  @Test(
    "time grows with the length",
    arguments: [
      "x", "{", "}", "^", "_", "'", "&", "\\\\", "\\", "{}", "x_1", "\\frac", "\\left(", "\\foo ",
      "\\text{", "\\begin{a}", "\\begin", "\\end{a}", "[", "\\sqrt[", "1{,}1", "12", "x^1", "\\not",
      "\\displaystyle ", "{a}^b", "\\left(\\right)", "\\hat x", "\u{301}", "\\begin{matrix}&",
      "{,}", "\\limits", "\\middle|", "\\abcdefghijkl ", "\\unknowncommandname{", "\\\\[1", "-",
      "|",
      "\\sqrt x", "\\ln ", "\\mathrm{a}",
    ])
  func time(_ piece: String) {
    func duration(_ bytes: Int) -> Duration {
      let source = String(repeating: piece, count: bytes / piece.utf8.count)
      return (0..<3).map { _ in
        ContinuousClock().measure { read(source) }
      }.min() ?? .zero
    }
    // Quadratic time would take the long one into seconds even on a fast machine.
    #expect(duration(20_000) < .milliseconds(600), "\(piece)")
  }

  @Test func atMostAHundredMistakesAreListed() {
    let found = items(String(repeating: "}", count: 5000))
    #expect(found.count == 101)
    #expect(
      found.last?.description
        == "1:100: 100 mistakes were found up to here; the rest is not read. Correct these first.")
  }
}
