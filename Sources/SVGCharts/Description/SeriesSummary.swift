/// A series in words: extent, extremes, turning points and last value, for readers who cannot see it.
struct SeriesSummary {
  private let known: [(index: Int, value: Double)]

  /// Reads the finite values.
  init(_ values: some Sequence<Double>) {
    known = values.enumerated().compactMap { index, value in
      value.isFinite ? (index, value) : nil
    }
  }

  /// The sentence, such as `Close: from 2 005.55 (18 Dec) to 2 102.63 (1 Dec), turning at …, last
  /// 2 012.66 (4 Jan).`; `nil` without a value.
  ///
  /// `format` prints a value with its unit, `place` where an index stands.
  func sentence(
    _ name: String, format: (Double) -> String, place: (Int) -> String, turningPoints limit: Int = 4
  ) -> String? {
    guard let last = known.last, let low = known.min(by: { $0.value < $1.value }),
      let high = known.max(by: { $0.value < $1.value })
    else { return nil }
    func point(_ point: (index: Int, value: Double)) -> String {
      "\(format(point.value)) (\(place(point.index)))"
    }
    guard low.value < high.value else {
      return known.count == 1
        ? "\(name): \(point(last)) alone." : "\(name): \(format(last.value)) throughout."
    }
    let turns = turningPoints(share: 0.25).suffix(limit)
    let turning =
      turns.isEmpty ? "" : "turning at " + turns.map(point).joined(separator: ", ") + "; "
    return "\(name): lowest \(point(low)), highest \(point(high)); \(turning)last \(point(last))."
  }

  /// Where the series reversed by more than a share of its range, in order.
  ///
  /// A reversal counts once the series has come back from its extreme by that much; neither end nor
  /// a wiggle does.
  func turningPoints(share: Double) -> [(index: Int, value: Double)] {
    guard let first = known.first, let low = known.map(\.value).min(),
      let high = known.map(\.value).max()
    else { return [] }
    let threshold = (high / 2 - low / 2) * share * 2
    guard threshold > 0 else { return [] }
    var turns: [(index: Int, value: Double)] = []
    // Before the first reversal either end of the range may turn out to be one.
    var (lowest, highest) = (first, first)
    var direction = 0
    for point in known.dropFirst() {
      if direction >= 0, point.value > highest.value { highest = point }
      if direction <= 0, point.value < lowest.value { lowest = point }
      if direction >= 0, highest.value - point.value >= threshold {
        turns.append(highest)
        (direction, lowest) = (-1, point)
      } else if direction <= 0, point.value - lowest.value >= threshold {
        turns.append(lowest)
        (direction, highest) = (1, point)
      }
    }
    return turns.filter { $0.index != first.index }
  }
}
