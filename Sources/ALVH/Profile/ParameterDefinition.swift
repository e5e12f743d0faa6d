/// What the schema knows about one parameter: its place on the page, its units and its range.
///
/// A `#` in `pattern` stands for the number of a layer, gate or step, counted from 1.
public struct ParameterDefinition: Sendable {
  /// What may stand as the value.
  public enum Kind: Sendable, Hashable {
    /// A number within limits, both included.
    case number(ClosedRange<Double>)
    /// A whole number within limits, both included.
    case count(ClosedRange<Int>)
    /// Yes or no.
    case flag
    /// One of these words.
    case word([String])
  }

  /// The key, with `#` for a number.
  public let pattern: String
  /// Heading it is listed under.
  public let group: String
  /// Name in words.
  public let name: String
  /// Units a file may give, in the order they are suggested.
  public let units: [String]
  /// What may stand as the value, in the first of `units`.
  public let kind: Kind
  /// Whether the file must say what the value is a fraction of, or is counted per.
  public let needsDenominator: Bool

  /// Creates a definition; a denominator is needed when the unit is a fraction or a percentage.
  init(
    _ pattern: String, _ group: String, _ name: String, units: [String], _ kind: Kind,
    needsDenominator: Bool? = nil
  ) {
    self.pattern = pattern
    self.group = group
    self.name = name
    self.units = units
    self.kind = kind
    self.needsDenominator = needsDenominator ?? units.contains { ["fraction", "%"].contains($0) }
  }

  /// The number in place of `#` when the key fits the pattern: 0 for a pattern without one.
  func index(in key: String) -> Int? {
    guard let mark = pattern.firstIndex(of: "#") else { return key == pattern ? 0 : nil }
    let prefix = pattern[..<mark]
    let suffix = pattern[pattern.index(after: mark)...]
    guard key.hasPrefix(prefix), key.hasSuffix(suffix), key.count > prefix.count + suffix.count
    else { return nil }
    let digits = key.dropFirst(prefix.count).dropLast(suffix.count)
    guard digits.count == 1, let index = Int(digits), index > 0 else { return nil }
    return index
  }

  /// The key of a certain layer, gate or step.
  func key(_ index: Int) -> String {
    guard let mark = pattern.firstIndex(of: "#") else { return pattern }
    return pattern[..<mark] + String(index) + pattern[pattern.index(after: mark)...]
  }
}
