import Quant

/// A condition over a page's values, such as `vix.close > 20 and stage is 1`.
///
/// Comparisons: `=`, `is`, `≠`, `is not`, `<`, `≤`, `>`, `≥` between values, numbers with their unit,
/// dates and quoted words; `x is between a and b`, ends included; `x rose`, `x fell`, `x unchanged`
/// since the session before. They join by `not`, `and`, `or`, in this order of strength, and by
/// parentheses. Reading and deciding are linear in the text.
public struct Condition: Hashable, Sendable {
  /// The condition as it was written, blanks made single.
  public let text: String
  let root: ConditionNode

  /// Reads a condition.
  ///
  /// - Throws: `ProseFault` with the offset of what cannot be read.
  public init(_ text: String) throws(ProseFault) {
    self.text = text.split { $0 == " " || $0 == "\n" }.joined(separator: " ")
    var parser = ConditionParser(
      try ConditionLexer.pieces(of: text), end: text.unicodeScalars.count)
    root = try parser.condition()
  }
}

/// A part of a condition with where it begins, in Unicode scalars from 0.
indirect enum ConditionNode: Hashable, Sendable {
  case all([ConditionNode])
  case any([ConditionNode])
  case not(ConditionNode)
  case comparison(Operand, Comparison, Operand)
  case between(Operand, Operand, Operand)
  case movement(Operand, Comparison)
}

/// One side of a comparison.
struct Operand: Hashable, Sendable {
  enum Kind: Hashable, Sendable {
    case name(String)
    case number(LiteralNumber)
    case date(CalendarDate)
    case words(String)
  }

  var kind: Kind
  var offset: Int
}
