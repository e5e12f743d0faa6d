/// The ways vendors write numbers: currency signs, digit groups, parentheses and missing marks.
enum VendorNumber {
  /// Reads a vendor's number; `nil` is a mark for a missing value.
  ///
  /// Missing marks are nothing, `N/A`, `--`, `.` and `null`. `$` and a leading `+` are dropped,
  /// `(x)` is −x, and commas are accepted only where they separate groups of three digits, because
  /// a comma elsewhere may be a decimal comma.
  static func parse(
    _ bytes: [UInt8], from start: Int, to end: Int
  ) -> Result<Double?, DecimalNumber.Fault> {
    let direct = DecimalNumber.parse(bytes, from: start, to: end)
    if case .success(let value) = direct { return .success(value) }
    let raw = Array(bytes[start..<end])
    if isMissing(raw) { return .success(nil) }
    guard let plain = withoutDecoration(raw) else { return direct.map { $0 } }
    switch DecimalNumber.parse(plain.bytes, from: 0, to: plain.bytes.count) {
    case .success(let value): return .success(plain.isNegative ? -value : value)
    case .failure: return direct.map { $0 }
    }
  }

  /// Whether the bytes are one of the marks for a missing value.
  static func isMissing(_ bytes: [UInt8]) -> Bool {
    ["", "n/a", "--", ".", "null"].contains { bytes.map(ASCII.lowercased).elementsEqual($0.utf8) }
  }

  private static func withoutDecoration(_ raw: [UInt8]) -> (bytes: [UInt8], isNegative: Bool)? {
    var text = raw[...]
    var isNegative = false
    if text.first == ASCII.openParenthesis {
      guard text.last == ASCII.closeParenthesis, text.count > 2 else { return nil }
      text = text.dropFirst().dropLast()
      isNegative = true
      guard text.first != ASCII.minus, text.first != ASCII.plus else { return nil }
    } else if text.first == ASCII.minus || text.first == ASCII.plus {
      isNegative = text.first == ASCII.minus
      text = text.dropFirst()
    }
    if text.first == ASCII.dollar { text = text.dropFirst() }
    guard let first = text.first, ASCII.isDigit(first) || first == ASCII.point,
      let ungrouped = withoutGroups(text)
    else { return nil }
    return (ungrouped, isNegative)
  }

  /// The digits without commas, `nil` when a comma does not separate groups of three.
  private static func withoutGroups(_ text: ArraySlice<UInt8>) -> [UInt8]? {
    let whole = text.prefix { $0 != ASCII.point }
    let groups = whole.split(separator: ASCII.comma, omittingEmptySubsequences: false)
    guard groups.count > 1 else { return Array(text) }
    guard (1...3).contains(groups[0].count),
      groups.dropFirst().allSatisfy({ $0.count == 3 && $0.allSatisfy(ASCII.isDigit) })
    else { return nil }
    return groups.flatMap { $0 } + text[whole.endIndex...]
  }
}
