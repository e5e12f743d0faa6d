public import Quant

/// Which puts of a structure move down (methodology 3.5).
public enum PutSideWideningMode: String, Sendable, Codable, CaseIterable {
  /// Short and long put both move, so that the spread keeps its width: the default.
  case shiftSpread
  /// Only the short put moves; the spread becomes narrower.
  case shortOnly
}

/// Why the put side of a structure cannot be moved.
public enum PutSideWideningProblem: Error, Sendable, Hashable, Codable {
  /// The structure has no short put.
  case noShortPut
  /// The structure has no long put to move with the short one.
  case noLongPut
  /// The short put would reach the long put.
  case noWidthLeft
  /// The structure has settled.
  case expired
  /// The contract has no quote at which it could be traded.
  case notQuoted(OptionContract)
}

/// One trade of a change, at the side of the quote that it would pay.
public struct QuotedTrade: Sendable, Hashable, Codable {
  /// The contract.
  public let contract: OptionContract
  /// Contracts bought (positive) or sold (negative).
  public let quantity: Int
  /// The ask for a purchase, the bid for a sale, points.
  public let price: Double
}

/// Moving the put side of a condor 5 or 10 points down, priced at the quotes (methodology 3.5).
///
/// The protection is small: 5 or 10 points are a fraction of one day's standard deviation, and
/// `daysOfSigma` says which. It must not be presented as more. All figures are for the whole
/// structure; probabilities are risk-neutral and modelled.
///
/// A figure beyond the range of a double is the greatest finite number of its sign.
public struct PutSideWidening: Sendable, Hashable, Codable {
  /// The distances offered, index points.
  public static let distances = [5.0, 10.0]

  /// Which puts move.
  public let mode: PutSideWideningMode
  /// How far they move down, index points.
  public let distancePoints: Double
  /// The trades, closing ones first.
  public let trades: [QuotedTrade]
  /// Cost of the trades, dollars, without commission; negative when they bring money in.
  public let debitDollars: Double
  /// The put side as it is.
  public let before: PutSideState
  /// The put side after the trades, their cost included.
  public let after: PutSideState
  /// The distance over one session's standard deviation of the index, S·σ/√252.
  ///
  /// σ is the at-the-money volatility for the settlement, or the short put's where there is no
  /// surface; `nil` without either.
  public let daysOfSigma: Double?

  /// Change of the probability that the index ends below the short put; negative is safer.
  public var breachChange: Double? { Self.difference(after.endsBelow, before.endsBelow) }

  /// Change of the probability that the index touches the short put; negative is safer.
  public var touchChange: Double? { Self.difference(after.touches, before.touches) }

  private static func difference(_ after: Double?, _ before: Double?) -> Double? {
    guard let after, let before else { return nil }
    return after - before
  }

  /// Prices one change.
  ///
  /// Buys at the ask and sells at the bid. A contract that is sold to open needs a bid; one that is
  /// sold to close may go for nothing.
  ///
  /// - Parameters:
  ///   - structure: the structure whose put side moves.
  ///   - mode: which puts move.
  ///   - distancePoints: how far down, index points, positive and finite.
  ///   - quotes: the session's index-option quotes by contract.
  ///   - market: the index market.
  ///   - surface: the index options' surface; `nil` uses the puts' own volatilities without skew.
  /// - Throws: ``PutSideWideningProblem``.
  public init(
    of structure: RecognisedStructure, mode: PutSideWideningMode = .shiftSpread,
    distancePoints: Double, quotes: [OptionContract: OptionQuote], market: BookMarket,
    surface: VolatilitySurface?
  ) throws(PutSideWideningProblem) {
    precondition(distancePoints > 0 && distancePoints.isFinite, "the puts move down")
    guard let series = structure.series, let years = market.years(to: series) else {
      throw .expired
    }
    let trades = try WideningOrder(structure, mode: mode, distance: distancePoints).trades(quotes)
    let held = structure.legs.map { Position($0, entryDate: market.date) }
    let bought = trades.map {
      Position(
        contract: $0.contract, quantity: $0.quantity, entryPrice: $0.price, entryDate: market.date)
    }
    let view = PutSideView(quotes: quotes, market: market, surface: surface, series: series)
    self.mode = mode
    self.distancePoints = distancePoints
    self.trades = trades
    debitDollars = trades.boundedSum {
      Double($0.quantity) * $0.price * $0.contract.root.multiplier
    }
    before = view.state(held)
    after = view.state(held + bought)
    let volatility = surface?.atTheMoneyVolatility(years: years) ?? before.volatility
    daysOfSigma = volatility.flatMap {
      let days =
        distancePoints / (market.spot * $0 / RealisedVolatility.sessionsPerYear.squareRoot())
      return days.isFinite ? days : nil
    }
  }
}

extension Position {
  fileprivate init(_ leg: BookLeg, entryDate: CalendarDate) {
    self.init(
      contract: leg.contract, quantity: leg.quantity, entryPrice: leg.entryPrice,
      entryDate: entryDate)
  }
}
