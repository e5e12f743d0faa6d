public import Quant

/// Why a book cannot be repriced.
public enum BookRepricingError: Error, Hashable, Sendable {
  /// A contract has no volatility.
  case missingVolatility(OptionContract)
  /// A contract is not an index option.
  case notAnIndexOption(OptionContract)
}

/// Values a book at another spot, later date or other volatility level.
///
/// Every leg keeps its own implied volatility at its strike, plus a shift; rate and dividend yield
/// stay as they are. A leg that has settled by the later date counts its intrinsic value at the
/// given spot, as if the index had settled there. All results are modelled.
///
/// A figure beyond the range of a double is the greatest finite number of its sign.
public struct BookRepricing: Sendable {
  /// The smallest and greatest number of calendar days to any leg's expiration.
  public let daysToExpiration: ClosedRange<Int>?

  private struct Line {
    var contract: OptionContract
    var contracts: Double
    var volatility: Double
    var dividendYield: Double
    var settleMinute: Int
  }

  private let lines: [Line]
  private let market: BookMarket
  private let entryDollars: Double

  /// Prepares a book for repricing.
  ///
  /// - Parameters:
  ///   - positions: the holdings; legs that net to zero need no volatility.
  ///   - volatilities: implied volatility per √year of every contract held, decimal.
  ///   - market: the market the volatilities were taken from.
  /// - Throws: ``BookRepricingError``.
  public init(
    positions: [Position], volatilities: [OptionContract: Double], market: BookMarket
  ) throws(BookRepricingError) {
    var lines: [Line] = []
    for leg in BookLeg.net(positions) {
      let series = leg.contract.series
      guard series.root != .vix else { throw .notAnIndexOption(leg.contract) }
      guard let volatility = volatilities[leg.contract] else {
        throw .missingVolatility(leg.contract)
      }
      lines.append(
        Line(
          contract: leg.contract, contracts: Double(leg.quantity), volatility: volatility,
          dividendYield: market.dividendYield(of: series) ?? market.dividendYield,
          settleMinute: series.settleMinute(calendar: market.calendar)))
    }
    self.lines = lines
    self.market = market
    let days = lines.map { market.date.days(until: $0.contract.expiration) }
    daysToExpiration = days.min().flatMap { first in days.max().map { first...$0 } }
    entryDollars = positions.boundedSum {
      Double($0.quantity) * $0.entryPrice * $0.contract.root.multiplier
    }
  }

  /// Market value of the book with a shift for each leg.
  ///
  /// - Parameters:
  ///   - spot: index level, points, positive.
  ///   - daysForward: calendar days after the market's date, at the same time of day.
  ///   - volShift: shift in vol points of a leg with the given days left at the later date.
  /// - Returns: dollars; negative for a short book.
  public func valueDollars(
    spot: Double, daysForward: Int = 0, volShift: (_ daysLeft: Int) -> Double
  ) -> Double {
    let date = market.date.adding(days: daysForward)
    return lines.boundedSum { line in
      let contract = line.contract
      let scale = line.contracts * contract.root.multiplier
      guard
        let years = YearFraction.years(
          from: date, minute: market.minute, to: contract.expiration,
          settleMinute: line.settleMinute)
      else { return scale * contract.intrinsicValue(at: spot) }
      let shift = volShift(date.days(until: contract.expiration))
      let price = BlackScholesMerton.price(
        contract.right, spot: spot, strike: contract.strike, rate: market.rate,
        dividendYield: line.dividendYield, volatility: max(line.volatility + shift / 100, 0),
        years: years)
      return scale * price
    }
  }

  /// Market value of the book with one shift for all legs.
  ///
  /// - Parameters:
  ///   - spot: index level, points, positive.
  ///   - daysForward: calendar days after the market's date, at the same time of day.
  ///   - volShiftPoints: vol points added to every leg's volatility, which stays at least 0.
  /// - Returns: dollars; negative for a short book.
  public func valueDollars(
    spot: Double, daysForward: Int = 0, volShiftPoints: Double = 0
  ) -> Double {
    valueDollars(spot: spot, daysForward: daysForward) { _ in volShiftPoints }
  }

  /// Profit or loss since entry, dollars: the value less the net premium paid.
  public func profitDollars(
    spot: Double, daysForward: Int = 0, volShiftPoints: Double = 0
  ) -> Double {
    (valueDollars(spot: spot, daysForward: daysForward, volShiftPoints: volShiftPoints)
      - entryDollars).bounded
  }

  /// Profit or loss since entry over a grid of index levels, dollars, aligned with `spots`.
  public func profitCurve(
    spots: [Double], daysForward: Int = 0, volShiftPoints: Double = 0
  ) -> [Double] {
    spots.map {
      profitDollars(spot: $0, daysForward: daysForward, volShiftPoints: volShiftPoints)
    }
  }

  /// Market value of a book in one scenario, dollars, for a single use.
  ///
  /// - Throws: ``BookRepricingError``.
  public static func value(
    positions: [Position], volatilities: [OptionContract: Double], market: BookMarket,
    spot: Double, daysForward: Int = 0, volShiftPoints: Double = 0
  ) throws(BookRepricingError) -> Double {
    try BookRepricing(positions: positions, volatilities: volatilities, market: market)
      .valueDollars(spot: spot, daysForward: daysForward, volShiftPoints: volShiftPoints)
  }
}
