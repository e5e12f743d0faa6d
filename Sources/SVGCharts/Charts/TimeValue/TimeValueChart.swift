/// Time value by strike, of the legs of a book or of a chain: what is left to decay.
///
/// Strikes stand side by side at equal distances, in order; puts are filled bars and calls hollow
/// ones, each with its letter where it fits. Strikes that are sold short carry a ring. The spot is a
/// dotted line between its neighbouring strikes. Bars without a finite strike or value are left out,
/// and without any the figure says "no data". Chains of more strikes than fit are drawn in full,
/// with fewer labels.
public struct TimeValueChart: Chart {
  /// Put or call.
  public enum Kind: Sendable, Hashable {
    /// A put: a filled bar.
    case put
    /// A call: a hollow bar.
    case call
  }

  /// One option.
  public struct Option: Sendable, Hashable {
    /// The strike, in index points.
    public var strike: Double

    /// Put or call.
    public var kind: Kind

    /// Time value of one contract, in dollars; quotes below intrinsic value make it negative.
    public var dollarsPerContract: Double

    /// Whether the book is short this option.
    public var isShort: Bool

    /// Creates an option.
    public init(strike: Double, kind: Kind, dollarsPerContract: Double, isShort: Bool = false) {
      self.strike = strike
      self.kind = kind
      self.dollarsPerContract = dollarsPerContract
      self.isShort = isShort
    }
  }

  /// What the figure shows in one line, its name for readers who cannot see it.
  public var title: String

  /// Words in front of the generated summary, such as the finding.
  public var desc: String

  /// The options, in any order; two of one strike share its place, the put at the left.
  public var options: [Option]

  /// The index level; `nil` for none.
  public var spot: Double?

  /// The unit of the values.
  public var unit = "$"

  /// What the values are, after the unit.
  public var valueCaption: ChartLabel = "per contract, time value"

  /// The caption under the axis.
  public var axisCaption: ChartLabel = ChartLabel(
    "strike, index points (equally spaced)", narrow: "strike (equally spaced)")

  /// What puts are called.
  public var putName = "puts"

  /// The letter of a put.
  public var putLetter = "P"

  /// What calls are called.
  public var callName = "calls"

  /// The letter of a call.
  public var callLetter = "C"

  /// What strikes with a ring are called.
  public var shortName = "short in the book"

  /// What the spot is called.
  public var spotName = "spot"

  /// Decimals of the values in the table and above the bars.
  public var decimals = 0

  /// Creates a chart.
  public init(title: String, desc: String = "", options: [Option], spot: Double?) {
    self.title = title
    self.desc = desc
    self.options = options
    self.spot = spot
  }

  /// Renders both drawings; `idPrefix` makes the ids of title and description unique in the page.
  public func figure(idPrefix: String) -> Figure {
    .drawn(self, idPrefix: idPrefix) { drawing in
      TimeValueDrawing(chart: self, drawing: drawing)?.draw(in: &drawing)
    }
  }
}
