public import Quant

/// Today's market as scenarios start from it, and the rules by which they move it (methodology 4.5).
public struct ScenarioMarket: Sendable, Hashable {
  /// Date, index level, rate, dividend yield and forwards.
  public var index: BookMarket
  /// Spot VIX, points.
  public var vix: Double
  /// The VIX futures curve; `nil` without settlements, then hedges do not roll down.
  public var curve: VIXTermStructure?
  /// Surface of the index options; `nil` keeps every leg at its own volatility.
  public var indexSurface: VolatilitySurface?
  /// Surface of the VIX options on their futures; `nil` keeps every leg at its own volatility.
  public var vixSurface: VolatilitySurface?
  /// VIX-future points per point of spot VIX, by tenor.
  public var beta: VolatilityBeta
  /// How VIX answers the index.
  public var response: VIXResponse

  /// Creates a market.
  ///
  /// - Parameters:
  ///   - index: the index market.
  ///   - vix: spot VIX, points, above 0 and at most 1,000.
  ///   - curve: the VIX futures curve.
  ///   - indexSurface: surface of SPX and SPXW options.
  ///   - vixSurface: surface of VIX options.
  ///   - beta: how much of a VIX move each tenor takes.
  ///   - response: how VIX answers the index.
  /// - Throws: `SeriesError.parameterOutOfRange` for `vix`.
  public init(
    index: BookMarket, vix: Double, curve: VIXTermStructure? = nil,
    indexSurface: VolatilitySurface? = nil, vixSurface: VolatilitySurface? = nil,
    beta: VolatilityBeta = .fallback, response: VIXResponse
  ) throws(SeriesError) {
    guard vix > 0, vix <= 1000 else { throw .parameterOutOfRange(name: "vix") }
    self.index = index
    self.vix = vix
    self.curve = curve
    self.indexSurface = indexSurface
    self.vixSurface = vixSurface
    self.beta = beta
    self.response = response
  }

  /// The scenario in which VIX answers a move of the index to `spot`.
  ///
  /// `spot` must be positive; `daysForward` are calendar days, not negative.
  public func scenario(spot: Double, daysForward: Int) -> MarketScenario {
    precondition(spot > 0 && spot.isFinite, "spot must be positive")
    let logReturn = logarithm(spot) - logarithm(index.spot)
    return MarketScenario(
      daysForward: daysForward, spot: spot, vix: response.vix(from: vix, logReturn: logReturn))
  }

  /// The scenario in which nothing moves while time passes.
  public func unchanged(daysForward: Int) -> MarketScenario {
    MarketScenario(daysForward: daysForward, spot: index.spot, vix: vix)
  }
}

/// One state of the market at a later date.
public struct MarketScenario: Sendable, Hashable, Codable {
  /// Calendar days after the market's date, at the same time of day; not negative.
  public var daysForward: Int
  /// Index level, points.
  public var spot: Double
  /// Spot VIX, points.
  public var vix: Double

  /// Creates a scenario; spot and VIX must be positive and finite, days not negative.
  public init(daysForward: Int, spot: Double, vix: Double) {
    precondition(daysForward >= 0, "a scenario does not lie in the past")
    precondition(spot > 0 && spot.isFinite && vix > 0 && vix.isFinite, "levels are positive")
    self.daysForward = daysForward
    self.spot = spot
    self.vix = vix
  }
}
