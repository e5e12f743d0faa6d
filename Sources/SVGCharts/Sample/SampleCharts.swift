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
  public static let all: [Sample] = [
    Sample(
      name: "term-structure", subtitle: "VIX points by calendar days to expiration",
      chart: termStructure),
    Sample(
      name: "price-volume", subtitle: "Index points; billions of shares", chart: priceVolume),
    Sample(name: "momentum", subtitle: "RSI 0–100; MACD in index points", chart: momentum),
    Sample(name: "layers", subtitle: "Dollars per VIX point", chart: layers),
    Sample(name: "payoff", subtitle: "Dollars by index level", chart: payoff),
  ]
}
