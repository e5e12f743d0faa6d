extension RandomAccessCollection {
  /// The first index whose element passes a test that all later elements pass too; O(log n).
  ///
  /// `endIndex` when no element passes.
  @inlinable
  package func partitioningIndex(where isAfter: (Element) -> Bool) -> Index {
    var low = startIndex
    var count = self.count
    while count > 0 {
      let half = count / 2
      let middle = index(low, offsetBy: half)
      if isAfter(self[middle]) {
        count = half
      } else {
        low = index(after: middle)
        count -= half + 1
      }
    }
    return low
  }
}
