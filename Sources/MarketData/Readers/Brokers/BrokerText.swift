import Quant

/// Pieces of text that brokers' statements share.
enum BrokerText {
  private static let months = [
    "JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC",
  ]

  /// An account as the product stores it: the last four characters, because a site is public.
  static func masked(_ account: String) -> String {
    "…" + String(account.suffix(4))
  }

  /// A vendor's number; `.some(nil)` is missing, `nil` no number.
  static func number(_ text: String) -> Double?? {
    let bytes = Array(text.utf8)
    switch VendorNumber.parse(bytes, from: 0, to: bytes.count) {
    case .success(let value): return .some(value)
    case .failure: return nil
    }
  }

  /// A date: ISO, `YYYYMMDD`, `M/D/YY`, `M/D/YYYY`, `17 MAR 26`, also before a time.
  static func date(_ text: String) -> CalendarDate? {
    guard text.utf8.count <= 40 else { return nil }
    let day = text.prefix { $0 != ";" && $0 != "," && $0 != "T" }
    let parts = day.split(separator: " ")
    if parts.count == 3, let date = namedMonth(parts) { return date }
    guard let first = parts.first.map(String.init) else { return nil }
    if first.contains("/") { return american(first) }
    return CalendarDate(first) ?? VendorDate.compact(Array(first.utf8)[...])
  }

  private static func american(_ text: String) -> CalendarDate? {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 3, let month = whole(parts[0]), let day = whole(parts[1]),
      let year = whole(parts[2]), [2, 4].contains(parts[2].utf8.count)
    else { return nil }
    return CalendarDate(year: year < 100 ? 2000 + year : year, month: month, day: day)
  }

  private static func namedMonth(_ parts: [Substring]) -> CalendarDate? {
    guard let day = whole(parts[0]), let month = months.firstIndex(of: parts[1].uppercased()),
      let year = whole(parts[2]), [2, 4].contains(parts[2].utf8.count)
    else { return nil }
    return CalendarDate(year: year < 100 ? 2000 + year : year, month: month + 1, day: day)
  }

  private static func whole(_ text: Substring) -> Int? {
    guard (1...4).contains(text.utf8.count), text.utf8.allSatisfy(ASCII.isDigit) else { return nil }
    return Int(text)
  }

  /// Call or put from `C`, `P`, `CALL` or `PUT`.
  static func right(_ text: String) -> OptionRight? {
    switch text.uppercased() {
    case "C", "CALL": .call
    case "P", "PUT": .put
    default: nil
    }
  }
}
