/// Numbers that look random and are the same everywhere: SplitMix64 (Steele, Lea and Flood 2014).
struct SampleNoise {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed
  }

  /// A number drawn evenly from `range`.
  mutating func uniform(_ range: ClosedRange<Double>) -> Double {
    state &+= 0x9E37_79B9_7F4A_7C15
    var bits = state
    bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
    bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
    bits ^= bits >> 31
    let unit = Double(bits >> 11) * 0x1p-53
    return range.lowerBound + (range.upperBound - range.lowerBound) * unit
  }
}
