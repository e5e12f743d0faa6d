/// Limits of the Second Engine (methodology 4.8); all are interpretations.
public struct SecondEngineParameters: Sendable, Hashable, Codable {
  /// Optional rules that must pass, of five.
  public var quorum = 3
  /// Least basis of the front future, F₁/VIX − 1, as a fraction.
  public var leastBasisFront = -0.05
  /// Fall of VIX in the stress, as a fraction.
  public var stressFall = 0.20
  /// Greatest stress loss over net asset value, as a fraction.
  public var greatestStressLoss = 0.005
  /// Least percentile of price to cash flow, 0...100.
  public var leastCashFlowPercentile = 80.0
  /// Greatest exposure of the futures over that of the hedge without them, as a fraction.
  public var modestShare = 1.0 / 3

  /// Creates the default values.
  public init() {}
}

/// What the checklist reads about one session, known at its close; `nil` is an unknown input.
public struct SecondEngineInputs: Sendable, Hashable, Codable {
  /// Layer held, 0...3.
  public var layer: Int
  /// Whether every required input of the day is present.
  public var dataComplete: Bool
  /// The VIX futures curve.
  public var curve: CurveShape?
  /// The futures that would be added, sized; `nil` when they cannot be priced.
  public var sizing: SecondEngineSizing?
  /// Margin of one contract of the chosen future as stated by the user, dollars.
  public var marginDollarsPerContract: Double?
  /// Whether breadth has confirmed the divergence.
  public var breadthConfirms: Bool?
  /// Percentile of price to cash flow, 0...100.
  public var cashFlowPercentile: Double?
  /// Whether rotation accelerates.
  public var rotationAccelerates: Bool?
  /// Whether the divergence widens.
  public var divergenceWidens: Bool?
  /// Whether the real effective exchange rate is elevated.
  public var exchangeRateElevated: Bool?

  /// Creates inputs; everything optional is unknown by default.
  public init(
    layer: Int, dataComplete: Bool, curve: CurveShape? = nil, sizing: SecondEngineSizing? = nil,
    marginDollarsPerContract: Double? = nil, breadthConfirms: Bool? = nil,
    cashFlowPercentile: Double? = nil, rotationAccelerates: Bool? = nil,
    divergenceWidens: Bool? = nil, exchangeRateElevated: Bool? = nil
  ) {
    self.layer = layer
    self.dataComplete = dataComplete
    self.curve = curve
    self.sizing = sizing
    self.marginDollarsPerContract = marginDollarsPerContract
    self.breadthConfirms = breadthConfirms
    self.cashFlowPercentile = cashFlowPercentile
    self.rotationAccelerates = rotationAccelerates
    self.divergenceWidens = divergenceWidens
    self.exchangeRateElevated = exchangeRateElevated
  }
}
