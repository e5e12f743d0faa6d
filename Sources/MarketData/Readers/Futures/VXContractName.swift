import Quant

/// The names the exchange gives VX contracts: month codes, labels in files, names of files.
///
/// A weekly contract carries the label of the monthly one of its month; only the date in the name of
/// its file, or the expiration in a list, tells it apart.
enum VXContractName {
  /// Futures month codes and month names, January first.
  static let months: [(code: Character, name: String)] = [
    ("F", "Jan"), ("G", "Feb"), ("H", "Mar"), ("J", "Apr"), ("K", "May"), ("M", "Jun"),
    ("N", "Jul"), ("Q", "Aug"), ("U", "Sep"), ("V", "Oct"), ("X", "Nov"), ("Z", "Dec"),
  ]

  /// The month, 1...12, of a futures month code; `nil` for any other letter.
  static func month(code: Character?) -> Int? {
    months.firstIndex { $0.code == code }.map { $0 + 1 }
  }

  /// The labels a contract of this expiration may have: `F (Jan 08)` and `F (Jan 2008)`.
  static func labels(expiration: CalendarDate) -> [String] {
    let (code, name) = months[expiration.month - 1]
    let year = String(expiration.year)
    return ["\(code) (\(name) \(year.suffix(2)))", "\(code) (\(name) \(year))"]
  }

  /// The expiration that the name of a contract file tells, `nil` when it tells none.
  static func expiration(file path: String, calendar: ContractCalendar) -> CalendarDate? {
    let name = path.split(separator: "/").last?.split(separator: ".").first ?? ""
    let parts = withoutCopyNumber(name).split(separator: "_")
    if parts.count == 2, parts[0] == "VX" { return CalendarDate(String(parts[1])) }
    guard parts.count == 3, parts[0] == "CFE", parts[2] == "VX", parts[1].utf8.count == 3,
      let month = month(code: parts[1].first),
      let year = Int(parts[1].dropFirst()), year >= 0
    else { return nil }
    return calendar.vixExpiration(year: 2000 + year, month: month)
  }

  /// The name before the number a browser adds to a second download: `VX_2020-01-22 (1)`.
  private static func withoutCopyNumber(_ name: Substring) -> Substring {
    guard name.hasSuffix(")"), let opening = name.lastIndex(of: "(") else { return name }
    let number = name[name.index(after: opening)...].dropLast()
    let stem = name[..<opening]
    guard !number.isEmpty, number.allSatisfy(\.isNumber), stem.hasSuffix(" ") else { return name }
    return stem.dropLast()
  }
}

/// The label of a VX contract, checked against the expiration.
struct VXContractLabel {
  let expiration: CalendarDate
  let column: CSVColumn
  private let accepted: [String]

  init(expiration: CalendarDate, column: CSVColumn) {
    self.expiration = expiration
    self.column = column
    accepted = VXContractName.labels(expiration: expiration)
  }

  /// Whether the row belongs to the contract; reports it when it belongs to another month's.
  func matches(in sheet: inout CSVSheet) -> Bool {
    guard let text = sheet.text(column), !accepted.contains(text) else { return true }
    sheet.report(
      column, "the contract \(ShownText.quoted(text)) is not the one expiring \(expiration)",
      "Check the expiration in the name of the file.")
    return false
  }
}
