public import Quant

/// A future that may be added to the hedge.
public struct FutureCandidate: Sendable, Hashable, Codable {
  /// VX or VXM.
  public var kind: VIXFutureKind
  /// The expiration date.
  public var expiration: CalendarDate
  /// Its figures for sizing: delta 1, the contract's multiplier, β at its tenor.
  public var candidate: HedgeCandidate

  /// Creates a candidate from prices.
  ///
  /// - Parameters:
  ///   - kind: VX or VXM.
  ///   - expiration: the expiration date.
  ///   - future: settlement price, VIX points, positive.
  ///   - ask: price paid, VIX points.
  ///   - rolledFuture: the unchanged curve's value after the review period, VIX points.
  ///   - volatilityBeta: VIX-future points per point of spot VIX at its tenor.
  ///   - commissionDollars: commission per contract.
  public init(
    kind: VIXFutureKind, expiration: CalendarDate, future: Double, ask: Double,
    rolledFuture: Double, volatilityBeta: Double, commissionDollars: Double
  ) {
    self.kind = kind
    self.expiration = expiration
    candidate = HedgeCandidate(
      id: "\(kind.rawValue) \(expiration)", multiplier: kind.multiplier, future: future, delta: 1,
      volatilityBeta: volatilityBeta, ask: ask, unchangedValue: rolledFuture,
      commissionDollars: commissionDollars)
  }
}

/// A cap that keeps a future from being added.
public enum FutureCap: Sendable, Hashable, Codable {
  /// A hard cap of sizing (methodology 4.4).
  case sizing(SizingCap)
  /// The stress loss at a fall of VIX.
  case stressLoss
  /// The modest share of the hedge's exposure.
  case modestShare
}

/// One future in some number, beside the hedge already held.
public struct FutureChoice: Sendable, Hashable, Codable {
  /// The future.
  public let future: FutureCandidate
  /// Contracts, at least 1.
  public let quantity: Int
  /// Exposure of the futures alone, dollars per VIX point.
  public let vegaDollarsPerVIXPoint: Double
  /// Their exposure over that of the hedge without them; `nil` when that is not positive.
  public let shareOfHedge: Double?
  /// Loss of the futures when VIX falls by the stress, dollars, positive.
  ///
  /// Through β: a future gives back multiplier · β · 0.2 · VIX. Unlike a call's loss it has no floor.
  public let stressLossDollars: Double
  /// Figures of hedge and futures together.
  public let together: SizingSolution
  /// Caps that are broken, empty when it fits.
  public let brokenCaps: [FutureCap]

  /// Whether every cap holds.
  public var fits: Bool { brokenCaps.isEmpty }
}
