public import Quant

/// A named, versioned set of parameters that fixes how the method's rule table is read.
///
/// The seed leaves many choices open (methodology §4); each is a named parameter here, never a
/// constant in a rule. Where each value comes from stands in the profile's file
/// (``ProfileDefinition``).
public struct Profile: Sendable, Hashable, Codable {
  /// Identifier, for example `seed-obv`.
  public var id: String
  /// Version; it changes whenever a value changes.
  public var version: Int
  /// One line for lists.
  public var summary: String
  /// Rule-table parameters (methodology 4.3).
  public var engine: EngineParameters
  /// Periods of RSI and MACD (methodology 1.2, 1.3).
  public var momentum: MomentumParameters
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
  /// How scenarios move the market (methodology 1.9, 4.5).
  public var model: MarketModelParameters

  /// `id@version`, as printed on pages.
  public var reference: String { "\(id)@\(version)" }
}
