/// The place of a value in a sample of its own history.
enum MidRank {
  /// The share of finite values below, with half of the equal ones; between 0 and 1.
  ///
  /// - Parameters:
  ///   - value: The value placed, finite.
  ///   - sample: The history.
  ///   - needed: Fewest values in the history, at least 1.
  /// - Returns: The share; undefined with fewer values.
  static func fraction(
    of value: Double, in sample: some Collection<Double>, needed: Int
  ) -> StatisticResult<Double> {
    guard sample.count >= max(1, needed) else {
      return .undefined(.tooFewValues(known: sample.count, needed: needed))
    }
    var below = 0
    var equal = 0
    for other in sample {
      if other < value { below += 1 } else if other == value { equal += 1 }
    }
    return .defined((Double(below) + Double(equal) / 2) / Double(sample.count))
  }
}
