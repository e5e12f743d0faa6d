extension Int {
  /// The nearest number of contracts, at most `Int.max` of either sign.
  ///
  /// `Int.min` itself is not used, so that every count has a negative.
  init(boundedCount exact: Int128) {
    self = Int(Swift.min(Swift.max(exact, -Int128(Int.max)), Int128(Int.max)))
  }

  /// The number with the other sign; that of `Int.min` is `Int.max`.
  var boundedNegative: Int { Int(boundedCount: -Int128(self)) }

  /// The absolute value; that of `Int.min` is `Int.max`.
  var boundedMagnitude: Int { Int(boundedCount: Int128(self.magnitude)) }

  /// The sum, at most `Int.max` of either sign.
  func boundedSum(_ other: Int) -> Int { Int(boundedCount: Int128(self) + Int128(other)) }
}

extension Sequence {
  /// The sum of a count of each element, at most `Int.max` of either sign.
  ///
  /// Exact before it is cut, so the order of the elements does not matter. Complexity: O(n).
  func boundedCount(_ count: (Element) -> Int) -> Int {
    Int(boundedCount: reduce(into: Int128(0)) { $0 += Int128(count($1)) })
  }
}
