/// Whether breadth confirms a bearish divergence, session by session (methodology 1.5, `adConfirm`).
///
/// Breadth confirms on a session when the advance-decline line shows a bearish divergence of its own
/// that becomes known there (1.6 with OBV replaced by the line), or when the line is below its
/// 50-session mean while the price is above its own. Sessions count from 0, the first one appended;
/// every one must have a count, because a line with a gap is another line. Memory is fixed by the
/// parameters; a step costs what a step of `DivergenceDetector` costs.
public struct BreadthConfirmation: Sendable, Hashable {
  /// Sessions of both means.
  public static let meanSessions = 50

  /// What one session brings.
  public struct Step: Sendable, Hashable {
    /// The advance-decline line at the close, in issues.
    public var advanceDeclineLine: Double
    /// The price and breadth divergence that becomes known; sessions count from 0.
    public var divergence: BearishDivergence?
    /// Whether the line is below its mean while the price is above its own.
    ///
    /// `false` in the first 49 sessions, which have no mean.
    public var isBelowMean: Bool

    /// Whether breadth confirms on the session, by either rule.
    public var isConfirming: Bool { divergence != nil || isBelowMean }
  }

  /// Sessions appended so far.
  public private(set) var count = 0
  private var line = AdvanceDeclineLine()
  private var detector: DivergenceDetector
  private var lineMean: SimpleMovingAverage
  private var priceMean: SimpleMovingAverage

  /// Creates an accumulator before its first session.
  ///
  /// - Parameter parameters: The choices of the divergence rule, those used for OBV.
  /// - Throws: `parameterOutOfRange`.
  public init(parameters: DivergenceParameters = DivergenceParameters()) throws(SeriesError) {
    detector = try DivergenceDetector(parameters: parameters)
    lineMean = try SimpleMovingAverage(window: Self.meanSessions)
    priceMean = try SimpleMovingAverage(window: Self.meanSessions)
  }

  /// Appends one session and returns what it brings.
  ///
  /// A session that is refused leaves the accumulator as it was.
  ///
  /// - Parameters:
  ///   - close: Closing price of the index.
  ///   - advances: Issues that closed higher.
  ///   - declines: Issues that closed lower.
  /// - Returns: The line, and whether breadth confirms.
  /// - Throws: `nonFinite`, `nonPositivePrice`, `negativeVolume` for a negative count, all with the
  ///   session's number; `missingInput("breadth")` when no issue is counted, and
  ///   `parameterOutOfRange("breadth")` when the counts cannot be added.
  public mutating func append(
    close: Double, advances: Int, declines: Int
  ) throws(SeriesError) -> Step {
    guard close.isFinite else { throw .nonFinite(index: count) }
    guard close > 0 else { throw .nonPositivePrice(index: count) }
    guard advances >= 0, declines >= 0 else { throw .negativeVolume(index: count) }
    let (total, overflows) = advances.addingReportingOverflow(declines)
    guard !overflows else { throw .parameterOutOfRange(name: "breadth") }
    guard total > 0 else { throw .missingInput(name: "breadth") }
    count += 1
    let value = line.append(advances: advances, declines: declines)
    let divergence = detector.append(close: close, obv: value).divergence
    // Both means take the session before either is asked for, so that they stay in step.
    let means = (line: lineMean.append(value), price: priceMean.append(close))
    var isBelowMean = false
    if let lineMean = means.line, let priceMean = means.price {
      isBelowMean = value < lineMean && close > priceMean
    }
    return Step(advanceDeclineLine: value, divergence: divergence, isBelowMean: isBelowMean)
  }
}
