import Quant

/// One strip of a `CalendarHeatMap`: the weekdays of a year or a half-year as a grid of cells.
struct CalendarHeatStrip {
  /// Distance of two cells, and the length of a cell's side, in pixels.
  static let pitch = 11.0
  static let side = 10.0
  /// Height of the five rows.
  static let height = pitch * 5

  let year: Int
  let months: ClosedRange<Int>
  /// Left edge of the first column.
  let left: Double
  /// Upper edge of the first row.
  let top: Double

  private let firstWeek: Int
  private let lastWeek: Int

  init(year: Int, months: ClosedRange<Int>, left: Double, top: Double) {
    self.year = year
    self.months = months
    self.left = left
    self.top = top
    firstWeek = Self.weekday(year, months.lowerBound, from: 1, step: 1)?.weekNumber ?? 0
    let length = CalendarDate.daysIn(month: months.upperBound, year: year)
    lastWeek =
      Self.weekday(year, months.upperBound, from: length, step: -1)?.weekNumber ?? firstWeek
  }

  var bottom: Double { top + Self.height }

  /// Right edge of the last column.
  var right: Double { left + Double(lastWeek - firstWeek + 1) * Self.pitch }

  func contains(_ date: CalendarDate) -> Bool {
    let (year, month, _) = date.components
    return year == self.year && months.contains(month)
  }

  /// The space of a date's cell; `nil` on a weekend.
  func cell(_ date: CalendarDate) -> Box? {
    guard let row = date.weekdayRow else { return nil }
    let x = left + Double(date.weekNumber - firstWeek) * Self.pitch
    let y = top + Double(row) * Self.pitch
    return Box(minX: x, minY: y, maxX: x + Self.side, maxY: y + Self.side)
  }

  /// Left edge of the first column that begins within a month, where its name stands.
  func monthStart(_ month: Int) -> Double {
    guard let first = Self.weekday(year, month, from: 1, step: 1) else { return left }
    return left + Double(first.weekNumber - firstWeek) * Self.pitch
  }

  /// The stepped line in front of a month's first weekday.
  func separator(before month: Int) -> [Point] {
    guard let first = Self.weekday(year, month, from: 1, step: 1), let row = first.weekdayRow
    else { return [] }
    let gap = (Self.pitch - Self.side) / 2
    let x = left + Double(first.weekNumber - firstWeek) * Self.pitch - gap
    guard row > 0 else { return [Point(x, top - 1), Point(x, bottom)] }
    let y = top + Double(row) * Self.pitch - gap
    return [
      Point(x + Self.pitch, top - 1), Point(x + Self.pitch, y), Point(x, y), Point(x, bottom),
    ]
  }

  private static func weekday(_ year: Int, _ month: Int, from day: Int, step: Int) -> CalendarDate?
  {
    (0..<3).lazy.compactMap { CalendarDate(year: year, month: month, day: day + $0 * step) }
      .first { $0.weekdayRow != nil }
  }
}
