/// One value for each bar of a series, undefined in the warm-up at its start.
///
/// Reads like `[Double?]` of the input's length, and keeps the defined values as plain numbers: half
/// the memory, and `defined` can be handed to code that knows no optionals.
public struct IndicatorSeries: Sendable, Hashable, RandomAccessCollection {
  /// Bars at the start without a value.
  public let warmUp: Int
  /// The values from bar `warmUp` on; lines computed together may share their storage.
  public let defined: ArraySlice<Double>

  /// Creates a series.
  ///
  /// - Parameters:
  ///   - warmUp: bars at the start without a value; not negative.
  ///   - defined: the values after them.
  public init(warmUp: Int, defined: ArraySlice<Double>) {
    precondition(warmUp >= 0, "warm-up must not be negative")
    self.warmUp = warmUp
    self.defined = defined
  }

  /// The first bar, 0.
  public var startIndex: Int { 0 }
  /// The number of bars.
  public var endIndex: Int { warmUp + defined.count }

  /// The value at a bar, `nil` in the warm-up.
  @inlinable
  public subscript(bar: Int) -> Double? {
    precondition(bar >= 0, "bars count from 0")
    return bar < warmUp ? nil : defined[defined.startIndex + (bar - warmUp)]
  }
}

extension IndicatorSeries: ExpressibleByArrayLiteral {
  /// Creates a series from optional values; after the first defined one all must be defined.
  public init(arrayLiteral elements: Double?...) {
    let values = elements.drop { $0 == nil }
    let defined = values.compactMap { $0 }
    precondition(defined.count == values.count, "a value is missing after the warm-up")
    self.init(warmUp: elements.count - values.count, defined: defined[...])
  }
}

extension IndicatorSeries: Codable {
  /// Decodes an array whose leading elements may be `null`.
  public init(from decoder: any Decoder) throws {
    let values = try [Double?](from: decoder)
    let defined = values.drop { $0 == nil }
    guard !defined.contains(nil) else {
      throw DecodingError.dataCorrupted(
        DecodingError.Context(
          codingPath: decoder.codingPath, debugDescription: "a value is missing after the warm-up"))
    }
    self.init(warmUp: values.count - defined.count, defined: defined.compactMap { $0 }[...])
  }

  /// Encodes one element a bar, `null` in the warm-up.
  public func encode(to encoder: any Encoder) throws {
    try Array(self).encode(to: encoder)
  }
}
