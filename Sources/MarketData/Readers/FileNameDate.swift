import Quant

/// The date in a file's name.
enum FileNameDate {
  /// The one ISO date in the last part of a path, such as that of `settlement_2016-02-16.csv`.
  ///
  /// `nil` without one, and with several: which of them is meant cannot be told. Digits around a date
  /// make it part of a longer number.
  static func find(in path: String) -> CalendarDate? {
    let name = Array((path.split(separator: "/").last ?? "").utf8.suffix(255))
    guard name.count >= 10 else { return nil }
    var dates: [CalendarDate] = []
    for start in 0...(name.count - 10) {
      let isWhole =
        (start == 0 || !ASCII.isDigit(name[start - 1]))
        && (start + 10 == name.count || !ASCII.isDigit(name[start + 10]))
      guard isWhole else { continue }
      let text = String(decoding: name[start..<(start + 10)], as: UTF8.self)
      if let date = CalendarDate(text) { dates.append(date) }
    }
    return dates.count == 1 ? dates[0] : nil
  }
}
