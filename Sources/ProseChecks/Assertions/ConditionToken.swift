import Quant

/// A piece of a condition.
enum ConditionToken: Equatable {
  /// A word: a name of a value, or a word of the language.
  case word(String)
  case number(LiteralNumber)
  case date(CalendarDate)
  /// Words between quotation marks.
  case quoted(String)
  case comparison(Comparison)
  case opening, closing
}

/// How the two sides of a comparison have to lie.
enum Comparison: Hashable, Sendable {
  case equal, unequal, less, atMost, greater, atLeast

  /// Whether an order of the two sides satisfies the comparison: −1 less, 0 equal, 1 greater.
  func holds(_ order: Int) -> Bool {
    switch self {
    case .equal: order == 0
    case .unequal: order != 0
    case .less: order < 0
    case .atMost: order <= 0
    case .greater: order > 0
    case .atLeast: order >= 0
    }
  }
}

/// A number that an author wrote.
struct LiteralNumber: Hashable, Sendable {
  var value: Double
  var unit: ValueUnit
  /// The number as it was written.
  var text: String
}
