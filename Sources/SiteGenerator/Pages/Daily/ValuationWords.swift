import ALVH
import Quant
import SVGCharts

/// What lacks a value in a book, in words; plain text.
enum ValuationWords {
  /// What stands where a figure of the book cannot be computed.
  static let missing = "missing"

  /// How many legs lack what, `2 of 4 legs have no quote`; `nil` when every leg is valued.
  static func incompleteness(_ valuation: BookValuation) -> String? {
    let issues = valuation.legs.compactMap(\.issue)
    guard !issues.isEmpty else { return nil }
    let lacks = Lack.allCases.compactMap { lack -> String? in
      let count = issues.count { Lack($0) == lack }
      return count == 0 ? nil : "\(count) of \(legs(valuation)) \(lack.words(count))"
    }
    return list(lacks)
  }

  /// Legs without a value, one phrase for each reason, in the order of the reasons.
  static func unpriced(_ gaps: [DataGap]) -> [String] {
    var contracts: [LegIssue: [OptionContract]] = [:]
    for case .unpricedLeg(let contract, let issue) in gaps {
      contracts[issue, default: []].append(contract)
    }
    return LegIssue.allCases.compactMap { issue in
      contracts[issue].map { "\(list($0.map(name))): \(reason(issue))." }
    }
  }

  /// A contract with its class and expiration: `SPXW 31 Jan 2022 4600 put`.
  static func name(_ contract: OptionContract) -> String {
    "\(contract.root.rawValue) \(NumberText.long(contract.expiration)) "
      + NumberText.fixed(
        contract.strike, decimals: ActionWords.strikeDecimals(contract.strike))
      + " \(contract.right.word)"
  }

  /// The reason as part of a sentence.
  static func reason(_ issue: LegIssue) -> String {
    let sentence = issue.sentence
    return sentence.prefix(1).lowercased() + sentence.dropFirst().dropLast()
  }

  /// How many options of the account are outside the book: `1 option position on SPX is outside`.
  static func outside(_ count: Int) -> String {
    "\(count) option \(count == 1 ? "position" : "positions") on SPX in this account "
      + "\(count == 1 ? "is" : "are") outside the method’s book"
  }

  /// Words joined as in a sentence: `a, b and c`.
  static func list(_ words: [String]) -> String {
    guard let last = words.last, words.count > 1 else { return words.first ?? "" }
    return words.dropLast().joined(separator: ", ") + " and " + last
  }

  private static func legs(_ valuation: BookValuation) -> String {
    valuation.legs.count == 1 ? "1 leg" : "\(valuation.legs.count) legs"
  }

  private enum Lack: CaseIterable {
    case quote, volatility, settled, foreign

    init(_ issue: LegIssue) {
      switch issue {
      case .noQuote: self = .quote
      case .expired: self = .settled
      case .notAnIndexOption: self = .foreign
      default: self = .volatility
      }
    }

    func words(_ count: Int) -> String {
      switch self {
      case .quote: count == 1 ? "has no quote" : "have no quote"
      case .volatility: count == 1 ? "has no implied volatility" : "have no implied volatility"
      case .settled: count == 1 ? "has settled" : "have settled"
      case .foreign: count == 1 ? "is no SPX or SPXW option" : "are no SPX or SPXW options"
      }
    }
  }
}
