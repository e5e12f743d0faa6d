/// The choices behind price and volume divergences (methodology 1.6); lengths are in bars.
public struct DivergenceParameters: Sendable, Hashable, Codable {
  /// Bars before a pivot that must be strictly lower.
  public var left: Int
  /// Bars after a pivot that must not be higher; the pivot is known this many bars later.
  public var right: Int
  /// Bars on either side of a pivot in which its volume maximum is taken; at most `right`.
  public var volumeWindow: Int
  /// Least distance between reference and pivot.
  public var minSeparation: Int
  /// Greatest distance between reference and pivot.
  public var maxSeparation: Int
  /// Least rise of the close from reference to pivot, as a fraction of the reference.
  public var minRise: Double
  /// Bars ending at the pivot that scale the strengths.
  public var strengthWindow: Int
  /// How much stronger than before a chain's divergence must be to count as widening.
  public var wideningFactor: Double
  /// Sessions after `known` on which an unconfirmed divergence expires.
  public var maxActiveSessions: Int

  /// Creates parameters; the defaults are those of the methodology.
  public init(
    left: Int = 5, right: Int = 3, volumeWindow: Int = 2, minSeparation: Int = 5,
    maxSeparation: Int = 60, minRise: Double = 0, strengthWindow: Int = 60,
    wideningFactor: Double = 1.10, maxActiveSessions: Int = 40
  ) {
    self.left = left
    self.right = right
    self.volumeWindow = volumeWindow
    self.minSeparation = minSeparation
    self.maxSeparation = maxSeparation
    self.minRise = minRise
    self.strengthWindow = strengthWindow
    self.wideningFactor = wideningFactor
    self.maxActiveSessions = maxActiveSessions
  }

  /// Checks every parameter against its range.
  ///
  /// `volumeWindow` may not exceed `right`, so that nothing after the bar on which a pivot becomes
  /// known is read.
  ///
  /// - Throws: `parameterOutOfRange` naming the first offending parameter.
  public func validate() throws(SeriesError) {
    try SeriesValidation.require(left, in: 0..., name: "left")
    try SeriesValidation.require(right, in: 0..., name: "right")
    try SeriesValidation.require(volumeWindow, in: 0...right, name: "volumeWindow")
    try SeriesValidation.require(minSeparation, in: 1..., name: "minSeparation")
    try SeriesValidation.require(maxSeparation, in: minSeparation..., name: "maxSeparation")
    try SeriesValidation.require(minRise, in: 0..<Double.infinity, name: "minRise")
    try SeriesValidation.require(strengthWindow, in: 2..., name: "strengthWindow")
    try SeriesValidation.require(
      wideningFactor, in: Double.leastNonzeroMagnitude..<Double.infinity, name: "wideningFactor")
    try SeriesValidation.require(maxActiveSessions, in: 1..., name: "maxActiveSessions")
  }
}
