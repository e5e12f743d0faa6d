import Quant

/// Where a chain's file keeps what it tells about one option.
struct ChainSide {
  /// What a quote amounts to.
  enum Quote: Equatable {
    case quoted(bid: Double, ask: Double)
    /// Neither bid nor ask: there is nothing to read.
    case absent
    case fault(Fault)
  }

  /// Why a quote cannot be used.
  struct Fault: Equatable {
    var location: SourceLocation
    var message: String
    var remedy: String
    var code: ProblemCode

    /// The fault with what became of the row.
    ///
    /// A crossed quote is a vendor's oddity and a warning; anything else that costs the row is an
    /// error.
    func diagnostic(outcome: String, action: RowAction) -> Diagnostic {
      Diagnostic(
        severity: action == .rejected && code != .crossedQuote ? .error : .warning,
        location: location, message: "\(message); \(outcome)", remedy: remedy, code: code,
        action: action)
    }
  }

  let bid: CSVColumn
  let ask: CSVColumn
  let volatility: CSVColumn
  let volume: CSVColumn
  let openInterest: CSVColumn

  /// The quote of the current row; a missing bid counts as 0, because both mean that nobody bids.
  func quote(in sheet: ChainSheet) -> Quote {
    let numbers = (sheet.number(bid), sheet.number(ask))
    switch numbers {
    case (.value(let bid), .value(let ask)) where bid > 0 && ask >= bid,
      (.value(let bid), .value(let ask)) where bid == 0 && ask > 0:
      return .quoted(bid: bid, ask: ask)
    case (.missing, .value(let ask)) where ask > 0: return .quoted(bid: 0, ask: ask)
    case (.value(0), .value(0)), (.missing, .missing), (.missing, .value(0)), (.value(0), .missing):
      return .absent
    default: return .fault(fault(bid: numbers.0, ask: numbers.1, in: sheet))
    }
  }

  private func fault(bid: ChainSheet.Number, ask: ChainSheet.Number, in sheet: ChainSheet) -> Fault
  {
    for (column, number) in [(self.bid, bid), (self.ask, ask)] {
      if let fault = fault(column, number, in: sheet) { return fault }
    }
    guard case .value = ask else {
      return Fault(
        location: sheet.location(self.ask), message: "\(self.ask.name) is missing beside a bid",
        remedy: "Check the quote against its source.", code: .missingValue)
    }
    return Fault(
      location: sheet.location(self.bid),
      message: "\(self.bid.name) \(plain(self.bid, in: sheet)) is above "
        + "\(self.ask.name) \(plain(self.ask, in: sheet))",
      remedy: "A crossed quote cannot be used; look for a later download.", code: .crossedQuote)
  }

  private func fault(
    _ column: CSVColumn, _ number: ChainSheet.Number, in sheet: ChainSheet
  ) -> Fault? {
    let fault: String
    switch number {
    case .unreadable: fault = "is not a number"
    case .value(let value) where value < 0: fault = "is negative"
    default: return nil
    }
    return Fault(
      location: sheet.location(column), message: "\(column.name) \(fault): \(sheet.shown(column))",
      remedy: "Check the quote against its source.", code: .invalidNumber)
  }

  private func plain(_ column: CSVColumn, in sheet: ChainSheet) -> String {
    String(sheet.shown(column).dropFirst().dropLast())
  }

  /// The option of the current row with what else the row tells about it.
  ///
  /// A volatility of 0 is missing. A number beside the quote that cannot be read is reported and
  /// left out.
  func chainQuote(
    _ quote: OptionQuote, underlying: Double?, in sheet: inout ChainSheet
  ) -> ChainQuote {
    let volatility = sheet.besideQuote(volatility)
    return ChainQuote(
      quote: quote, vendorVolatility: volatility == 0 ? nil : volatility,
      openInterest: sheet.besideQuote(openInterest), volume: sheet.besideQuote(volume),
      underlying: underlying)
  }
}

extension ChainSheet {
  /// A number of the current row that a quote can do without, zero or above.
  mutating func besideQuote(_ column: CSVColumn) -> Double? {
    switch number(column) {
    case .value(let value) where value >= 0: return value
    case .missing: return nil
    case .value, .unreadable:
      warn(
        at: location(column),
        "\(column.name) cannot be \(shown(column)); the quote is kept without it",
        "Check the value against its source if you need it.", code: .invalidNumber, action: .kept)
      return nil
    }
  }
}
