import Quant

extension Sequence {
  /// The sum of a term of each element, finite whatever the size of finite terms.
  ///
  /// Every term and every partial sum beyond the range of a double is cut to the greatest finite
  /// number of its sign. Otherwise it is the plain sum, term by term in order. Complexity: O(n).
  func boundedSum(_ term: (Element) -> Double) -> Double {
    reduce(0) { ($0 + term($1).bounded).bounded }
  }
}
