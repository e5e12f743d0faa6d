#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// One expiry of a smile with its values at places on the chart's axis.
struct SmileCurve {
  /// A quote where it stands.
  struct Quote {
    let place: Double
    let quote: SmileChart.Quote
  }

  let label: ChartLabel
  let quotes: [Quote]
  let model: [(place: Double, value: Double)]
  /// The forward on the axis.
  let forward: Double?
  /// Which of the four looks it has.
  let look: Int

  var mark: PointMark { PointMark.allCases[look] }
  var strokeClass: String { ["bls", "gns", "pus", "mus"][look] }
  var textClass: String { ["bl", "gn", "pu", "mu"][look] }

  /// All volatilities that are drawn.
  var values: [Double] {
    quotes.flatMap { [$0.quote.bid, $0.quote.ask, $0.quote.mid] } + model.map(\.value)
  }

  /// All places at which something is drawn.
  var places: [Double] {
    quotes.map(\.place) + model.map(\.place) + [forward].compactMap { $0 }
  }

  /// The expiries that have a place on the axis and a finite value.
  static func drawn(_ chart: SmileChart) -> [SmileCurve] {
    chart.expiries.prefix(4).enumerated().map { SmileCurve($1, axis: chart.axis, look: $0) }
      .filter { $0.values.contains(where: \.isFinite) }
  }

  private init(_ expiry: SmileChart.Expiry, axis: SmileChart.StrikeAxis, look: Int) {
    func place(_ strike: Double) -> Double {
      guard axis == .logMoneyness else { return strike }
      guard let forward = expiry.forward, forward > 0, strike > 0 else { return .nan }
      return log(strike / forward)
    }
    label = expiry.label
    self.look = look
    quotes = expiry.quotes.map { Quote(place: place($0.strike), quote: $0) }
      .filter { $0.place.isFinite }.sorted { $0.place < $1.place }
    model = expiry.model.map { (place: place($0.strike), value: $0.value) }
      .filter { $0.place.isFinite }.sorted { $0.place < $1.place }
    forward = expiry.forward.map(place).flatMap { $0.isFinite ? $0 : nil }
  }
}
