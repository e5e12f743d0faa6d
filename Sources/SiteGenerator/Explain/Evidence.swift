import MarketData
import Quant

/// Where in the files a number stands; looked up only when it is explained.
enum Evidence: Hashable {
  /// A column of the rows of an input from one date through another.
  case rows(
    MarketInput, from: CalendarDate?, through: CalendarDate, column: String,
    [SourceRowCondition] = [])
  /// A column of the lots of a contract in the book's positions file.
  case position(OptionContract, snapshot: CalendarDate, column: String)
  /// A key of the book's terms.
  case bookTerm(String)
  /// A parameter of the profile.
  case parameter(String)
}

/// Something that went into a value.
enum ValueInput {
  /// Another value of the catalogue.
  case value(String)
  /// Something that has no name of its own.
  case fact(Fact)
}

/// A number or words behind a value, without a name in the catalogue.
struct Fact {
  var title: String
  var text: String
  var unit = QuantityUnit.none
  var origin: ValueOrigin
  var formula: FormulaText?
  var evidence: [Evidence] = []
  var inputs: [ValueInput] = []
}

/// What a value rests on.
struct Grounds {
  var evidence: [Evidence] = []
  var inputs: [ValueInput] = []

  static func + (lhs: Grounds, rhs: Grounds) -> Grounds {
    Grounds(evidence: lhs.evidence + rhs.evidence, inputs: lhs.inputs + rhs.inputs)
  }

  /// Other values of the catalogue.
  static func values(_ names: String...) -> Grounds {
    Grounds(inputs: names.map { .value($0) })
  }

  /// What stands in files.
  static func rows(_ evidence: Evidence...) -> Grounds { Grounds(evidence: evidence) }
}

extension Evidence {
  /// A column of one row.
  static func row(
    _ input: MarketInput, _ date: CalendarDate, _ column: String,
    _ conditions: [SourceRowCondition] = []
  ) -> Evidence {
    .rows(input, from: date, through: date, column: column, conditions)
  }

  /// Bid and ask of a contract.
  static func quote(_ contract: OptionContract, _ date: CalendarDate) -> [Evidence] {
    ["bid", "ask"].map { quote(contract, date, $0) }
  }

  /// One side of the quote of a contract.
  static func quote(
    _ contract: OptionContract, _ date: CalendarDate, _ side: String
  ) -> Evidence {
    row(
      contract.root == .vix ? .vixOptions : .indexOptions, date, side,
      [
        .text("root", contract.root.rawValue), .date("expiration", contract.expiration),
        .number("strike", contract.strike), .text("right", contract.right.rawValue),
      ])
  }

  /// The settlement of the future that expires on a date.
  static func settlement(_ expiration: CalendarDate, _ date: CalendarDate) -> Evidence {
    row(.futures, date, "settle", [.date("expiration", expiration)])
  }
}
