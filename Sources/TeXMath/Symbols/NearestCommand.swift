import TextDistance

/// Finds the known name a misspelt one was probably meant to be.
enum NearestCommand {
  /// Longer names are no slip of one that is known, and are not compared.
  private static let lengthLimit = 24

  /// The closest of `candidates`, or `nil` when none is within a third of its length in edits.
  ///
  /// A name of one or two letters is close to too many others; for it only the other case counts.
  /// Case does not count, but that of the first letter decides between `Gamma` and `gamma`. The
  /// first candidate wins a tie.
  static func find(_ name: String, among candidates: [String]) -> String? {
    let wanted = Array(name.utf8)
    guard wanted.count <= lengthLimit else { return nil }
    var best: (name: String, cost: Int)?
    for candidate in candidates {
      let other = Array(candidate.utf8)
      let limit = wanted.count < 3 ? 0 : max(1, (other.count + 1) / 3)
      guard abs(other.count - wanted.count) <= limit else { continue }
      let edits = EditDistance.between(wanted.map(lowercased), other.map(lowercased))
      guard edits <= limit else { continue }
      let cost = 2 * edits + (wanted.first == other.first ? 0 : 1)
      if cost < best?.cost ?? .max { best = (candidate, cost) }
    }
    return best?.name
  }

  private static func lowercased(_ byte: UInt8) -> UInt8 {
    (0x41...0x5A).contains(byte) ? byte + 0x20 : byte
  }
}
