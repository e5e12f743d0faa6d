/// The cumulative difference of advancing and declining issues (methodology 1.5).
///
/// The first value is the first day's difference. The label must name the universe counted. This
/// is breadth; Chaikin's accumulation/distribution line, `AD` in TA-Lib, is something else.
public struct AdvanceDeclineLine: Sendable, Hashable {
  /// What each session adds.
  public enum Form: String, Sendable, Hashable, Codable, CaseIterable {
    /// Advances minus declines, in issues.
    case difference
    /// The difference over the sum of both, between −1 and 1.
    case normalised
  }

  /// What each session adds.
  public let form: Form
  /// The line after the last session; 0 before the first.
  public private(set) var value = 0.0

  /// Creates an accumulator before its first session.
  public init(_ form: Form = .difference) {
    self.form = form
  }

  /// Appends one session and returns the line, in O(1).
  ///
  /// - Parameters:
  ///   - advances: Issues that closed higher, not negative.
  ///   - declines: Issues that closed lower, not negative; not both may be zero.
  /// - Returns: The line after the session.
  public mutating func append(advances: Int, declines: Int) -> Double {
    let difference = Double(advances) - Double(declines)
    value +=
      form == .difference ? difference : difference / (Double(advances) + Double(declines))
    return value
  }

  /// The line at every session: same length as the input, defined from the first.
  ///
  /// - Throws: `emptySeries`, `unsortedDates`, `duplicateDate`, `negativeVolume` for a negative
  ///   count, and `missingInput("breadth")` when a session counts no issue at all.
  public static func series(
    _ counts: [BreadthCount], form: Form = .difference
  ) throws(SeriesError) -> [Double] {
    guard !counts.isEmpty else { throw .emptySeries }
    try SeriesValidation.requireAscending(counts.lazy.map(\.date))
    for (index, count) in counts.enumerated() {
      guard count.advances >= 0, count.declines >= 0 else { throw .negativeVolume(index: index) }
      guard count.advances > 0 || count.declines > 0 else { throw .missingInput(name: "breadth") }
    }
    var line = AdvanceDeclineLine(form)
    return counts.map { line.append(advances: $0.advances, declines: $0.declines) }
  }
}
