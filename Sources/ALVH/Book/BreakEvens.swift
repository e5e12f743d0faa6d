import Quant

/// Zeros of a piecewise linear profile (methodology 3.2).
enum BreakEvens {
  /// Profits smaller than this, in dollars, are rounding.
  private static let rounding = 1e-7

  /// The zeros, ascending: crossings inside a segment or on the last ray, and ends of zero runs.
  static func find(_ nodes: [PayoffNode], rightSlope: Double) -> [Double] {
    let profits = nodes.map { abs($0.profit) < rounding ? 0 : $0.profit }
    var zeros: [Double] = []
    for index in nodes.indices {
      let isZero = profits[index] == 0
      let insideRun =
        index > 0 && profits[index - 1] == 0
        && (index + 1 < nodes.count ? profits[index + 1] == 0 : rightSlope == 0)
      if isZero && !insideRun && nodes[index].settlement > 0 {
        zeros.append(nodes[index].settlement)
      }
      guard index + 1 < nodes.count, profits[index] * profits[index + 1] < 0 else { continue }
      // Halved, so that the difference of two opposite extremes stays in range.
      let half = profits[index] / 2
      let share = half / (half - profits[index + 1] / 2)
      zeros.append(
        nodes[index].settlement + share * (nodes[index + 1].settlement - nodes[index].settlement))
    }
    if let last = nodes.last, let profit = profits.last, profit * rightSlope < 0 {
      zeros.append((last.settlement - profit / rightSlope).bounded)
    }
    return zeros
  }
}
