/// The inputs of the method that a source can feed, named as in the catalogue.
public enum MarketInput: String, Sendable, Hashable, Codable, CaseIterable {
  /// S&P 500 bars; they define the sessions.
  case indexBars = "spx"
  /// VIX closes.
  case vix
  /// VX settlements.
  case futures = "vx"
  /// VIX option quotes.
  case vixOptions = "vix-options"
  /// SPX and SPXW option quotes.
  case indexOptions = "index-options"
  /// Advances and declines.
  case breadth
  /// Inflation releases.
  case releases
  /// The policy calendar.
  case policy = "fomc"
  /// The real effective exchange rate.
  case realEffectiveExchangeRate = "reer"

  /// The formats a file of this input may have.
  public var formats: [SourceFormat] {
    switch self {
    case .indexBars: [.yahooBars, .cboeIndex]
    case .vix: [.series, .cboeIndex, .yahooBars]
    case .futures: [.futuresSettlements, .cfeContract]
    case .vixOptions, .indexOptions: [.optionQuotes]
    case .breadth: [.breadth]
    case .releases: [.releases]
    case .policy: [.policyEvents]
    case .realEffectiveExchangeRate: [.series]
    }
  }

  /// The input a source feeds: the one it is named after.
  ///
  /// A contract file of the futures exchange holds one contract, so any number of sources named
  /// `vx-…` with that format feed the futures together. `nil` for any other name.
  public init?(feeding entry: SourceEntry) {
    if entry.format == .cfeContract, entry.id.hasPrefix("vx-") {
      self = .futures
    } else {
      self.init(rawValue: entry.id)
    }
  }
}
