/// Every figure once, drawn from fixed data: for the page that shows how figures are read, and for tests.
///
/// Index, futures and volumes around 4 January 2016 are as published; everything else is made up.
public enum SampleCharts {
  /// One figure with what its data are.
  public struct Sample: Sendable {
    /// Identifier in lower-case words, such as `term-structure`.
    public let name: String
    /// What is drawn, with units.
    public let subtitle: String
    /// The figure.
    public let chart: any Chart
  }

  /// All samples in the order of a reading.
  public static let all: [Sample] = daily + options + series

  private static let daily = [
    Sample("term-structure", "VIX points by calendar days to expiration", termStructure),
    Sample("price-volume", "Index points; billions of shares", priceVolume),
    Sample("price-shares-volume", "Candles, shares traded and OBV", priceSharesVolume),
    Sample("momentum", "RSI 0–100; MACD in index points", momentum),
    Sample("layers", "Dollars per VIX point", layers),
    Sample("drag-budget", "Dollars over three review periods", dragBudget),
    Sample("payoff", "Dollars by index level", payoff),
    Sample(
      "payoff-with-intervals", "Dollars by index level, with likely ranges", payoffWithIntervals),
    Sample("heat-map", "Dollars by index move in percent and VIX shock in points", heatMap),
  ]

  private static let options = [
    Sample("time-value-of-legs", "Dollars per contract by strike", timeValueOfLegs),
    Sample("time-value-of-chain", "Dollars per contract by strike", timeValueOfChain),
    Sample("smile", "Implied volatility in points by strike", smile),
    Sample("beta-by-tenor", "Points of the future per point of the VIX", betaTenor),
  ]

  private static let series = [
    Sample("level", "VIX points", level),
    Sample("sparkline", "VIX points", sparkline),
    Sample("calendar-heat", "VIX points, five steps", calendarHeat),
    Sample("distribution", "Share of sessions by return in percent", distribution),
    Sample("event-study", "Change in percent by sessions from the event", eventStudy),
    Sample("drawdown", "Equity, and percent below its peak", drawdown),
    Sample("equity", "Start = 100", equity),
    Sample("equity-logarithmic", "Dollars, logarithmic", equityLogarithmic),
  ]
}

extension SampleCharts.Sample {
  fileprivate init(_ name: String, _ subtitle: String, _ chart: any Chart) {
    self.init(name: name, subtitle: subtitle, chart: chart)
  }
}
