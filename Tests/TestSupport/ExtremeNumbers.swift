extension SplitMix64 {
  /// A positive number between 1e−300 and 1e300, uniform in its logarithm, the least of all, or one
  /// near the greatest.
  ///
  /// It may be multiplied by at most 4 without leaving the range of a double.
  public mutating func magnitude() -> Double {
    let kind = uniform(0...1)
    guard kind > 0.05 else { return .leastNonzeroMagnitude }
    guard kind < 0.95 else { return .greatestFiniteMagnitude / 4 * uniform(0.1...1) }
    let exponent = Int.random(in: -996...995, using: &self)
    return Double(sign: .plus, exponent: exponent, significand: uniform(1...1.99))
  }

  /// The same with either sign, and now and then zero.
  public mutating func signed() -> Double {
    guard uniform(0...1) > 0.05 else { return 0 }
    return Bool.random(using: &self) ? magnitude() : -magnitude()
  }

  /// A positive number: of any size, or now and then from an ordinary range.
  ///
  /// Cases in which some inputs are ordinary carry the extreme ones deeper into a formula.
  public mutating func magnitude(or ordinary: ClosedRange<Double>) -> Double {
    Bool.random(using: &self) ? magnitude() : uniform(ordinary)
  }

  /// A number of either sign: of any size, or now and then from an ordinary range.
  public mutating func signed(or ordinary: ClosedRange<Double>) -> Double {
    Bool.random(using: &self) ? signed() : uniform(ordinary)
  }

  /// A whole number of either sign, not zero, of at most 2⁵³: what a file of positions can hold.
  public mutating func quantity() -> Int {
    let size = 1 << Int.random(in: 0...53, using: &self)
    return Bool.random(using: &self) ? size : -size
  }

  /// A whole number of any size and sign: an end of the range, one next to it, a small one, or any.
  public mutating func integer() -> Int {
    switch Int.random(in: 0...5, using: &self) {
    case 0: return Bool.random(using: &self) ? .max : .min
    case 1: return Bool.random(using: &self) ? .max - 1 : .min + 1
    case 2: return Int.random(in: -3...3, using: &self)
    case 3: return quantity()
    default: return Int(truncatingIfNeeded: next())
    }
  }

  /// A whole number of any size from 1 on.
  public mutating func positiveInteger() -> Int {
    max(1, Int(truncatingIfNeeded: integer().magnitude >> 1))
  }
}
