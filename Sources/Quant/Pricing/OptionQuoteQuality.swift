extension OptionQuote {
  /// Whether both sides are quoted: bid above 0 and ask above bid.
  public var isTwoSided: Bool { bid > 0 && ask > bid && ask.isFinite }

  /// Whether the mid may be used to imply a volatility.
  ///
  /// Two-sided, and no wider than the larger of 1.00 point and half the mid.
  public var supportsImpliedVolatility: Bool {
    isTwoSided && ask - bid <= max(1.0, 0.5 * mid)
  }
}
