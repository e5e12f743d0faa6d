public import Quant

/// The front of the VIX curve as the Second Engine judges it.
public struct CurveShape: Sendable, Hashable, Codable {
  /// Contango, backwardation or mixed.
  public var state: VIXTermStructure.State
  /// F₁/VIX − 1, a fraction.
  public var basisFront: Double

  /// Creates a shape.
  public init(state: VIXTermStructure.State, basisFront: Double) {
    self.state = state
    self.basisFront = basisFront
  }

  /// The shape of a curve; `nil` with fewer than two contracts.
  public init?(_ curve: VIXTermStructure) {
    guard let state = curve.state, let basisFront = curve.basisFront else { return nil }
    self.init(state: state, basisFront: basisFront)
  }
}
