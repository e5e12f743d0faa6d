import Quant

/// The date in a file's name.
enum FileNameDate {
  /// The first ISO date in the last part of a path, such as that of `settlement_2016-02-16.csv`.
  static func find(in path: String) -> CalendarDate? {
    let name = Array((path.split(separator: "/").last ?? "").utf8)
    guard name.count >= 10 else { return nil }
    for start in 0...(name.count - 10) {
      if let date = CalendarDate(String(decoding: name[start..<start + 10], as: UTF8.self)) {
        return date
      }
    }
    return nil
  }
}
