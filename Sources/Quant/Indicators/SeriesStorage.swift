#if canImport(Glibc)
  import Glibc
#endif

extension Array {
  /// Creates a series of `count` elements, every one of which `fill` must initialise.
  ///
  /// The storage is written once. From 4 MB on, Linux is asked to back it with large pages, as
  /// NumPy does: the page faults of a million-bar series otherwise cost more than its arithmetic.
  init(seriesOf count: Int, filledBy fill: (UnsafeMutableBufferPointer<Element>) -> Void) {
    self.init(unsafeUninitializedCapacity: count) { buffer, initializedCount in
      Self.adviseLargePages(for: UnsafeMutableRawBufferPointer(buffer))
      fill(buffer)
      initializedCount = count
    }
  }

  private static func adviseLargePages(for memory: UnsafeMutableRawBufferPointer) {
    #if canImport(Glibc)
      let pageSize = 4096
      guard memory.count >= 1 << 22, let base = memory.baseAddress else { return }
      // Whole pages, the shared ones at both ends included: a gap between two neighbouring arrays
      // would keep the large page across their border from forming.
      let start = base.alignedDown(toMultipleOf: pageSize)
      let end = (base + memory.count).alignedUp(toMultipleOf: pageSize)
      let length = start.distance(to: end)
      // Advice only: a refusal changes nothing but speed.
      _ = madvise(start, length, MADV_HUGEPAGE)
    #endif
  }
}
