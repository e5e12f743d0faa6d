import Quant

/// The instrument of an `OpenPosition` element.
struct FlexInstrument {
  /// What to do about an element that lacks something.
  static let remedy = "Run the Flex query again with all attributes of open positions."

  /// An attribute's text, `nil` when it is absent or empty.
  let text: (String) -> String?
  let contracts: ContractCalendar

  /// The instrument by its category; what is assumed is noted.
  func read(_ notes: inout [BrokerFault]) throws(BrokerFault) -> BrokerHolding.Instrument {
    guard let symbol = text("symbol") else { throw missing("symbol") }
    guard let category = text("assetCategory") else { throw missing("assetCategory") }
    switch category {
    case "OPT": return try option(symbol, &notes)
    case "STK", "FUND", "ETF": return .equity(symbol: symbol)
    case "FUT":
      return .future(
        symbol: symbol, expiration: try date("expiry"),
        multiplier: try BrokerValue.positive(text("multiplier") ?? "", "multiplier"))
    default: return .other(symbol: symbol, category: category)
    }
  }

  private func option(
    _ symbol: String, _ notes: inout [BrokerFault]
  ) throws(BrokerFault) -> BrokerHolding.Instrument {
    let terms = OptionTerms(
      expiration: try date("expiry"),
      strike: try BrokerValue.positive(text("strike") ?? "", "strike"), right: try right())
    let told = try BrokerValue.positive(text("multiplier") ?? "", "multiplier")
    if told == nil { notes.append(missing("multiplier").kept("100 is assumed")) }
    let multiplier = told ?? 100
    if let parsed = Self.parsed(symbol) {
      return try terms.instrument(
        of: parsed, multiplier: multiplier, name: "the symbol",
        columns: "expiry, strike or putCall")
    }
    let underlying =
      text("underlyingSymbol") ?? symbol.split(separator: " ").first.map(String.init) ?? symbol
    let known = symbol.hasPrefix("SPXW") ? "SPXW" : underlying
    return try terms.instrument(
      underlying: known, multiplier: multiplier, contracts: contracts,
      columns: "expiry, strike or putCall")
  }

  private static func parsed(_ symbol: String) -> OptionSymbol? {
    do throws(OptionSymbolError) { return try OptionSymbol(symbol) } catch { return nil }
  }

  private func date(_ attribute: String) throws(BrokerFault) -> CalendarDate? {
    guard let text = text(attribute) else { return nil }
    guard let date = BrokerText.date(text) else {
      throw BrokerFault(
        message: "\(attribute) is not a date: \(ShownText.quoted(text))", remedy: Self.remedy,
        code: .invalidDate)
    }
    return date
  }

  private func right() throws(BrokerFault) -> OptionRight? {
    guard let text = text("putCall") else { return nil }
    guard let right = BrokerText.right(text) else {
      throw BrokerFault(
        message: "putCall is neither C nor P: \(ShownText.quoted(text))", remedy: Self.remedy,
        code: .invalidValue)
    }
    return right
  }

  private func missing(_ attribute: String) -> BrokerFault {
    BrokerFault(
      message: "\(attribute) is missing", remedy: Self.remedy, code: .missingValue)
  }
}
