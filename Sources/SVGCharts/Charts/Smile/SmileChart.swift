/// Implied volatility against strike for up to four expiries, with bid and ask.
///
/// Every expiry has marks of its own shape at the mids, a quiet band from bid to ask and its name at
/// the left end. Modelled curves are dashed. The forward is marked. Values that are not finite are
/// gaps; expiries after the fourth are not drawn, and without any value the figure says "no data".
public struct SmileChart: Chart {
  /// The volatilities of one strike, in vol points; NaN for one that is missing.
  public struct Quote: Sendable, Hashable {
    /// The strike, in index points.
    public var strike: Double

    /// Implied volatility of the bid.
    public var bid: Double

    /// Implied volatility of the ask.
    public var ask: Double

    /// Implied volatility of the middle price.
    public var mid: Double

    /// Creates a quote.
    public init(strike: Double, bid: Double, ask: Double, mid: Double) {
      self.strike = strike
      self.bid = bid
      self.ask = ask
      self.mid = mid
    }
  }

  /// One point of a modelled curve.
  public struct ModelPoint: Sendable, Hashable {
    /// The strike, in index points.
    public var strike: Double

    /// The modelled volatility, in vol points.
    public var value: Double

    /// Creates a point.
    public init(strike: Double, value: Double) {
      self.strike = strike
      self.value = value
    }
  }

  /// One expiry.
  public struct Expiry: Sendable, Hashable {
    /// Its name, usually its date.
    public var label: ChartLabel

    /// The forward, in index points; `nil` when unknown.
    public var forward: Double?

    /// The quotes, in any order.
    public var quotes: [Quote]

    /// The modelled curve, in any order; empty for none.
    public var model: [ModelPoint]

    /// Creates an expiry.
    public init(
      label: ChartLabel, forward: Double?, quotes: [Quote], model: [ModelPoint] = []
    ) {
      self.label = label
      self.forward = forward
      self.quotes = quotes
      self.model = model
    }
  }

  /// What the horizontal axis counts.
  public enum StrikeAxis: Sendable, Hashable {
    /// Strikes in index points.
    case strike
    /// The natural logarithm of strike over forward; an expiry without a positive forward is left
    /// out, as are strikes that are not positive.
    case logMoneyness
  }

  /// What the figure shows in one line, its name for readers who cannot see it.
  public var title: String

  /// Words in front of the generated summary, such as the finding.
  public var desc: String

  /// The expiries, usually the nearest first.
  public var expiries: [Expiry]

  /// What the horizontal axis counts.
  public var axis = StrikeAxis.strike

  /// What the values are, with their unit; stands above the scale.
  public var valueCaption: ChartLabel = ChartLabel(
    "Implied volatility, vol points; marks at mids, bands from bid to ask",
    narrow: "Implied vol, points; bands bid to ask")

  /// Added to the caption where a modelled curve is drawn.
  public var modelCaption: ChartLabel = "; dashed: model"

  /// What the forward is called.
  public var forwardName = "forward"

  /// The caption under the axis of strikes.
  public var strikeCaption = "strike, index points"

  /// The caption under the axis of log-moneyness.
  public var moneynessCaption = "log-moneyness, ln(strike / forward)"

  /// Decimals of the volatilities.
  public var decimals = 1

  /// Creates a chart.
  public init(title: String, desc: String = "", expiries: [Expiry]) {
    self.title = title
    self.desc = desc
    self.expiries = expiries
  }

  /// Renders both drawings; `idPrefix` makes the ids of title and description unique in the page.
  public func figure(idPrefix: String) -> Figure {
    let curves = SmileCurve.drawn(self)
    return .drawn(self, idPrefix: idPrefix) { drawing in
      SmileDrawing(chart: self, curves: curves, drawing: drawing)?.draw(in: &drawing)
    }
  }
}
