import Quant
import TestSupport

/// Rows for tests of fundamentals: capitalisation is price times one share.
enum FundamentalRows {
  static func row(
    _ known: CalendarDate, _ ticker: String, cap: Double?, flow: Double? = nil, pe: Double? = nil
  ) -> FundamentalRecord {
    FundamentalRecord(
      known: known, ticker: ticker, sector: "any", price: cap, shares: 1,
      operatingCashFlow: flow, priceToEarnings: pe)
  }

  /// A seeded table of some tickers over months, with holes, leavers and losses.
  static func random(_ random: inout SplitMix64, months: Int, from start: CalendarDate)
    -> [FundamentalRecord]
  {
    let scale = random.uniform(0...1) < 0.2 ? 1e300 : 1
    let lives = (0..<9).map { _ in Int(random.uniform(0...Double(months))) }
    return (0..<months).flatMap { month in
      lives.enumerated().compactMap { index, life -> FundamentalRecord? in
        guard month <= life || index < 3 else { return nil }
        let isMissing = random.uniform(0...1) < 0.1
        return row(
          start.adding(days: month * 30), "T\(index)",
          cap: isMissing ? nil : scale * random.uniform(1...100),
          flow: isMissing ? nil : scale * random.uniform(-2...8), pe: random.uniform(-10...50))
      }
    }
  }
}
