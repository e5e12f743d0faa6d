import TeXMath
import TestSupport
import Testing

/// Whatever the source, reading ends, and what is accepted is well-formed MathML Core.
struct RandomFormulaTests {
  private static let pieces = [
    "a", "x", "B", "1", "23", ".", ",", " ", "\n", "{", "}", "{", "}", "^", "_", "'", "&", "\\\\",
    "~", "+", "-", "=", "<", ">", "(", ")", "[", "]", "|", "/", "!", ":", "\\frac", "\\sqrt",
    "\\binom", "\\sum", "\\int", "\\lim", "\\ln", "\\left(", "\\right)", "\\left", "\\right",
    "\\middle|", "\\big", "\\text{a b}", "\\text", "\\mathrm", "\\mathbf", "\\mathbb", "\\hat",
    "\\underbrace", "\\overline", "\\begin{matrix}", "\\end{matrix}", "\\begin{cases}",
    "\\end{cases}", "\\begin{aligned}", "\\end{aligned}", "\\begin{array}{lr}", "\\end{array}",
    "\\begin", "\\end", "\\,", "\\!", "\\alpha", "\\Gamma", "\\le", "\\to", "\\displaystyle",
    "\\limits", "\\not", "\\overset", "\\xrightarrow", "\\phantom", "\\vphantom", "\\operatorname",
    "\\color", "\\foo", "\\", "%", "$", "#", "σ", "≤", "é", "\u{301}", "\u{7}", "\u{202E}", "🙂",
    "{,}", "[2pt]", "\r", "\t", "\\{", "\\}", "\\|", "\"",
  ]
  /// Pieces that are complete formulas, so that many sources are accepted.
  private static let wholes = [
    "a", "x_i", "{b}", "\\frac{a}{b}", "\\sqrt{x}", "+", "-", "=", "\\sum_{i=1}^n", "\\ln", "(x)",
    "\\left(y\\right)", "1{,}000", "\\text{ if }", "\\hat x", "\\mathrm{VIX}", "\\!", "\\le",
    "\\begin{cases}a&b\\\\c\\end{cases}", "<", "z'", "\\binom n k", "\\not=", "\\displaystyle",
    "\\xrightarrow{p}", "\\underbrace{a}_b", "|", "\\bigl(", "\\quad", ",", "!", "\\&",
  ]
  private static let elements: Set<String> = [
    "math", "semantics", "annotation", "mrow", "mi", "mn", "mo", "mtext", "mspace", "mfrac",
    "msqrt", "mroot", "msub", "msup", "msubsup", "munder", "mover", "munderover", "mtable", "mtr",
    "mtd", "mpadded", "mphantom", "mstyle",
  ]
  private static let attributes: Set<String> = [
    "xmlns", "display", "encoding", "mathvariant", "form", "fence", "stretchy", "symmetric",
    "lspace", "rspace", "minsize", "maxsize", "movablelimits", "linethickness", "accent",
    "accentunder", "displaystyle", "scriptlevel", "width", "height", "depth", "class",
  ]

  private func soup(
    _ pieces: [String], between: String = "", seed: UInt64, limit: Int
  ) -> String {
    var random = SplitMix64(seed: seed)
    let count = Int.random(in: 1...limit, using: &random)
    return (0..<count).map { _ in pieces.randomElement(using: &random) ?? "" }.joined(
      separator: between)
  }

  private func check(_ source: String) throws -> Bool {
    do {
      let formula = try TeXFormula(source)
      for display in [false, true] {
        let xml = try XMLCheck(formula.mathML(display: display))
        #expect(xml.names.isSubset(of: Self.elements), "\(source)")
        #expect(xml.attributes.isSubset(of: Self.attributes), "\(source)")
      }
      #expect(!formula.plainText.contains("\n"), "\(source)")
      return true
    } catch let list as TeXMathErrorList {
      #expect(!list.items.isEmpty)
      let lines = source.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
      for item in list.items {
        #expect((1...lines.count).contains(item.line), "\(source.debugDescription): \(item)")
        guard (1...lines.count).contains(item.line) else { continue }
        #expect((1...lines[item.line - 1].count + 1).contains(item.column), "\(source): \(item)")
      }
      return false
    }
  }

  @Test func anythingIsReadToTheEnd() throws {
    for seed in 0..<700 { _ = try check(soup(Self.pieces, seed: UInt64(seed), limit: 40)) }
  }

  @Test func completePiecesMakeFormulas() throws {
    for seed in 0..<300 {
      let source = soup(Self.wholes, between: " ", seed: UInt64(seed) + 10_000, limit: 12)
      #expect(try check(source + "{}"), "\(source)")
    }
  }
}
