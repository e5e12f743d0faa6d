public import Quant

/// A named, versioned set of parameters that fixes how the method is read.
///
/// The seed leaves many choices open (methodology §4); each is a named parameter here, never a
/// constant in a rule. `parameters` documents every value for the method page.
public struct Profile: Sendable, Hashable, Codable {
  /// Identifier, for example `seed-obv`.
  public var id: String
  /// Version; it changes whenever a value changes.
  public var version: Int
  /// One line for lists.
  public var summary: String
  /// Rule-table parameters (methodology 4.3).
  public var engine: EngineParameters
  /// Swing and divergence parameters (methodology 1.6).
  public var divergence: DivergenceParameters
  /// Failure-swing parameters (methodology 1.4).
  public var failureSwing: FailureSwingParameters
  /// Bands of layers 1, 2 and 3, in this order (methodology 4.4).
  public var bands: [LayerBand]
  /// Which calls may be bought, and the caps (methodology 4.4).
  public var sizing: SizingParameters
  /// Context rules (methodology 1.12).
  public var context: ContextParameters

  /// `id@version`, as printed on pages.
  public var reference: String { "\(id)@\(version)" }
}

/// Parameters of the RSI top failure swing.
public struct FailureSwingParameters: Sendable, Hashable, Codable {
  /// RSI level that starts the pattern (Wilder used 70; the seed says 60).
  public var threshold = 60.0
  /// Least reversal, in RSI points, that counts as a swing.
  public var delta = 2.0
  /// Sessions after the first high within which the pattern must complete.
  public var maxBars = 60

  /// Creates the seed's values.
  public init() {}
}

/// Target band of one layer; cumulative, replacing the band below it.
public struct LayerBand: Sendable, Hashable, Codable {
  /// Least coverage of the book's short vega, as a fraction.
  public var coverageMin: Double
  /// Greatest coverage, as a fraction.
  public var coverageMax: Double
  /// Least gross VIX notional over SPX notional, as a fraction.
  public var notionalMin: Double
  /// Greatest gross VIX notional over SPX notional, as a fraction.
  public var notionalMax: Double

  /// Creates a band.
  public init(
    coverageMin: Double, coverageMax: Double, notionalMin: Double, notionalMax: Double
  ) {
    self.coverageMin = coverageMin
    self.coverageMax = coverageMax
    self.notionalMin = notionalMin
    self.notionalMax = notionalMax
  }
}

/// Which hedge contracts may be bought, and what they may cost.
public struct SizingParameters: Sendable, Hashable, Codable {
  /// Fewest calendar days to expiration of a call.
  public var minDays = 30
  /// Most calendar days to expiration; when nothing is listed inside, the nearest beyond is used.
  public var maxDays = 45
  /// Least delta with respect to the future.
  public var minDelta = 0.15
  /// Greatest delta with respect to the future.
  public var maxDelta = 0.35
  /// Drag allowed per hedge episode, ex ante, as a fraction of net asset value.
  public var dragLimit = 0.0015
  /// Most contracts in total.
  public var maxContracts = 40
  /// Commission per contract, dollars.
  public var commission = 0.65
  /// Calendar days of the review period in which drag is measured (10 sessions).
  public var reviewDays = 14

  /// Creates the default values.
  public init() {}
}

/// Parameters of the context rules: catalyst, REER and inflation surprise.
public struct ContextParameters: Sendable, Hashable, Codable {
  /// Sessions ahead in which a policy event counts as a catalyst.
  public var catalystSessions = 10
  /// Fewest known surprises from which a standard deviation is taken.
  public var minSurprises = 12
  /// Calendar days a surprise stays relevant.
  public var surpriseDays = 30

  /// Creates the default values.
  public init() {}
}
