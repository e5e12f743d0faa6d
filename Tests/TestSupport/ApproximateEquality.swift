/// Whether two numbers differ by at most an absolute and relative tolerance.
///
/// Both `nil` is equal; one `nil`, or a value that is not finite, is not.
public func isClose(
  _ computed: Double?, _ expected: Double?, absolute: Double, relative: Double = 0
) -> Bool {
  switch (computed, expected) {
  case (nil, nil): return true
  case (let computed?, let expected?):
    guard computed.isFinite, expected.isFinite else { return false }
    return abs(computed - expected) <= max(absolute, relative * abs(expected))
  default: return false
  }
}
