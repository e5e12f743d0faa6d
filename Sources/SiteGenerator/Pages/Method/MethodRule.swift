import ALVH

/// One rule of the method as its page explains it.
struct MethodRule: Sendable {
  /// Which part of the method a rule belongs to, in reading order.
  enum Part: String, Sendable, CaseIterable {
    case signals, table, sizing

    var heading: String {
      switch self {
      case .signals: "Signals and context"
      case .table: "The rule table"
      case .sizing: "Size and cost"
      }
    }
  }

  /// When a write-up counts as one on which the rule fired.
  struct Firing: Sendable {
    /// What is counted, as the end of a sentence: `a divergence was active`.
    var words: String
    var fired: @Sendable (DailyDecision) -> Bool
  }

  /// The last part of its page's address.
  var id: String
  var part: Part
  var title: String
  /// What the rule says, in one sentence.
  var summary: String
  /// How the method's source is read here, and what the rule does not tell; plain text.
  var reading: String
  var formulas: [FormulaText]
  /// Keys of its parameters; one that ends in a dot stands for all that begin so.
  var parameters: [String] = []
  /// Slugs of glossary terms.
  var terms: [String] = []
  /// `nil` for a rule that holds always.
  var firing: Firing?

  static let folder = "method/rules/"

  var path: PagePath { PagePath("\(Self.folder)\(id)/") }

  /// Whether a parameter of a profile belongs to the rule.
  func uses(_ key: String) -> Bool {
    parameters.contains { $0.hasSuffix(".") ? key.hasPrefix($0) : key == $0 }
  }

  /// Every rule, in reading order.
  static let all: [MethodRule] = signals + context + table + exits + sizing
}
