import Quant

/// Pieces of text that brokers' statements share.
enum BrokerText {
  private static let months = [
    "JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC",
  ]

  /// An account as the product stores it, such as `…4567`, because a site is public.
  ///
  /// Letters after the number, such as a broker's name, are dropped; then at most the last four
  /// characters are shown, and never more than half. Two accounts may look the same; `AccountMasks`
  /// tells those of a file apart.
  static func masked(_ account: String) -> String {
    let characters = account.unicodeScalars.filter { $0.properties.isAlphabetic || isDigit($0) }
    let tail = characters.reversed().drop { !isDigit($0) }
    let body = tail.count < 4 ? Array(characters) : Array(tail.reversed())
    guard !body.isEmpty else { return "" }
    var shown = "…"
    shown.unicodeScalars.append(contentsOf: body.suffix(min(4, body.count / 2)))
    return shown
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool {
    ("0"..."9").contains(scalar)
  }

  /// A date: ISO, `YYYYMMDD`, `M/D/YY`, `M/D/YYYY`, `17 MAR 26`, `Mar 17, 2026`, also before a
  /// time that `;`, `,`, a blank or `T` separates; two digits of a year mean 2000 to 2099.
  ///
  /// Complexity: O(1); text of more than 40 bytes is no date.
  static func date(_ text: String) -> CalendarDate? {
    guard text.utf8.count <= 40 else { return nil }
    let words = text.split { $0 == " " || $0 == "," }
    if words.count >= 3 {
      if let date = date(day: words[0], month: words[1], year: words[2]) { return date }
      if let date = date(day: words[1], month: words[0], year: words[2]) { return date }
    }
    guard let first = words.first?.prefix(while: { $0 != ";" && $0 != "T" }) else { return nil }
    if first.contains("/") { return american(first) }
    if let date = CalendarDate(String(first)) { return date }
    guard first.utf8.count == 8, let number = whole(first) else { return nil }
    return CalendarDate(year: number / 10_000, month: number / 100 % 100, day: number % 100)
  }

  /// The month of an expiration written without its day, `MAR 15` for March 2015; day 1 stands in.
  static func month(_ text: String) -> CalendarDate? {
    let words = text.split(separator: " ")
    guard words.count == 2 else { return nil }
    return date(day: "1", month: words[0], year: words[1])
  }

  /// The month and day of a date written without its year, `Dec 19`.
  static func dayOfYear(_ text: String) -> (month: Int, day: Int)? {
    let words = text.split(separator: " ")
    guard words.count == 2, let month = months.firstIndex(of: words[0].uppercased()),
      let day = whole(words[1]), (1...31).contains(day)
    else { return nil }
    return (month + 1, day)
  }

  /// Call or put from `C`, `P`, `CALL` or `PUT`, in any case.
  static func right(_ text: String) -> OptionRight? {
    switch text.uppercased() {
    case "C", "CALL": .call
    case "P", "PUT": .put
    default: nil
    }
  }

  private static func american(_ text: Substring) -> CalendarDate? {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 3, let month = whole(parts[0]), let day = whole(parts[1]),
      let year = year(parts[2])
    else { return nil }
    return CalendarDate(year: year, month: month, day: day)
  }

  private static func date(
    day: Substring, month: Substring, year yearText: Substring
  ) -> CalendarDate? {
    guard let day = whole(day), let month = months.firstIndex(of: month.uppercased()),
      let year = year(yearText)
    else { return nil }
    return CalendarDate(year: year, month: month + 1, day: day)
  }

  private static func year(_ text: Substring) -> Int? {
    guard let value = whole(text), [2, 4].contains(text.utf8.count) else { return nil }
    return text.utf8.count == 2 ? 2000 + value : value
  }

  /// A whole number of at most eight digits.
  private static func whole(_ text: Substring) -> Int? {
    guard (1...8).contains(text.utf8.count), text.utf8.allSatisfy(ASCII.isDigit) else { return nil }
    return Int(text)
  }
}
