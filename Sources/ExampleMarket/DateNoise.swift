public import Quant

/// Reproducible noise: a fixed number for each date, without a generator's state.
public enum DateNoise {
  /// A number in [0, 1) that depends on the date and the stream alone.
  ///
  /// The finaliser of SplitMix64 (Steele, Lea and Flood 2014) applied to both; the top 53 bits.
  public static func uniform(_ date: CalendarDate, stream: Int) -> Double {
    var bits = UInt64(bitPattern: Int64(date.dayNumber)) &* 0x9E37_79B9_7F4A_7C15
    bits &+= UInt64(bitPattern: Int64(stream)) &* 0xD1B5_4A32_D192_ED03
    bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
    bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
    return Double((bits ^ (bits >> 31)) >> 11) * 0x1p-53
  }
}
