import Quant

/// Steps by a factor of ten or a hundred that stay: a change of unit, not of the market.
enum UnitJumps {
  /// How near to the factor a step must be, as a factor.
  private static let tolerance = 1.25
  /// Values after the step that must stay near it.
  private static let persistence = 3

  /// One error for each step; which side is right cannot be known, so every value is kept.
  static func findings(
    in values: [DatedValue], name: String, _ expiration: CalendarDate?
  ) -> [QualityFinding] {
    guard values.count > persistence else { return [] }
    return (1...(values.count - persistence)).compactMap { index in
      let (before, value) = (values[index - 1], values[index])
      guard before.value > 0, value.value > 0,
        let factor = factor(of: value.value / before.value),
        values[index..<(index + persistence)].allSatisfy({
          isNear($0.value / value.value, 1)
        })
      else { return nil }
      return QualityFinding(
        code: .unitJump, severity: .error, action: .kept, date: value.date,
        expiration: expiration,
        message: "\(name) steps from \(before.value) of \(before.date) to \(value.value) of "
          + "\(value.date) and stays there: a factor of \(factor)",
        remedy: "Bring both sides to one unit; which one is right cannot be told from the values.")
    }
  }

  private static func factor(of ratio: Double) -> String? {
    let factors = [("10", 10.0), ("100", 100.0), ("1/10", 0.1), ("1/100", 0.01)]
    return factors.first { isNear(ratio, $0.1) }?.0
  }

  private static func isNear(_ ratio: Double, _ factor: Double) -> Bool {
    ratio < factor * tolerance && ratio * tolerance > factor
  }
}
