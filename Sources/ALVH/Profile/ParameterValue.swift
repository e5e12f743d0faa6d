/// Reads the values of profile files.
///
/// Numbers are decimals without exponent or a ratio of two of them (`1/3`), so that a third is a
/// third to the last digit. Nothing depends on a locale.
enum ParameterValue {
  /// A finite number; `nil` for any other text.
  static func number(_ text: String) -> Double? {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count), let numerator = decimal(parts[0]) else { return nil }
    guard parts.count == 2 else { return numerator }
    guard let denominator = decimal(parts[1]), denominator > 0 else { return nil }
    return numerator / denominator
  }

  /// Yes or no; `nil` for any other text.
  static func flag(_ text: String) -> Bool? {
    switch text {
    case "yes", "true": true
    case "no", "false": false
    default: nil
    }
  }

  private static func decimal(_ text: Substring) -> Double? {
    let digits = text.hasPrefix("-") ? text.dropFirst() : text
    guard !digits.isEmpty, digits.utf8.allSatisfy({ (48...57).contains($0) || $0 == 46 }) else {
      return nil
    }
    return Double(text)
  }
}
