import Quant

/// Ticks of a time axis on which sessions stand at equal distances.
///
/// First and last session are always named. Between them stand the first sessions of weeks, half
/// months, months, quarters or years: the finest of these whose labels fit. Dates read `16 Nov`
/// within eleven months; longer axes name months with their year.
struct DateAxis {
  /// One tick: the session's index, its label and the anchor of the label.
  struct Tick: Hashable {
    let index: Int
    let label: String
    let anchor: TextAnchor
  }

  private enum Step: CaseIterable {
    case session, week, halfMonth, month, quarter, year, fiveYears

    /// Dates of the same period have the same number.
    func period(_ date: CalendarDate) -> Int {
      let (year, month, day) = date.components
      return switch self {
      case .session: date.dayNumber
      // 1970-01-05 was a Monday.
      case .week: Int((Double(date.dayNumber - 4) / 7).rounded(.down))
      case .halfMonth: (year * 12 + month) * 2 + (day >= 16 ? 1 : 0)
      case .month: year * 12 + month
      case .quarter: year * 4 + (month - 1) / 3
      case .year: year
      case .fiveYears: year / 5
      }
    }
  }

  /// Ticks for `dates` at the pixel positions `x`, given by index.
  ///
  /// `measure` returns the width of a label; `limit` is the largest count of ticks.
  static func ticks(
    _ dates: [CalendarDate], x: (Int) -> Double, limit: Int, gap: Double,
    measure: (String) -> Double
  ) -> [Tick] {
    guard let firstDate = dates.first, let lastDate = dates.last else { return [] }
    let isLong = firstDate.days(until: lastDate) > 335
    let ends = isLong ? NumberText.long : NumberText.short
    let first = Tick(index: 0, label: ends(firstDate), anchor: .start)
    guard dates.count > 1 else {
      return [Tick(index: 0, label: first.label, anchor: .middle)]
    }
    let last = Tick(index: dates.count - 1, label: ends(lastDate), anchor: .end)
    let from = x(0) + measure(first.label) + gap
    let to = x(dates.count - 1) - measure(last.label) - gap
    for step in Step.allCases {
      let starts = periodStarts(dates, step)
      guard starts.count <= 4 * limit else { continue }
      let inner = starts.map { index in
        let label =
          isLong ? NumberText.monthShort(dates[index]) : NumberText.short(dates[index])
        return Tick(index: index, label: label, anchor: .middle)
      }.filter {
        let half = measure($0.label) / 2
        return x($0.index) - half >= from && x($0.index) + half <= to
      }
      let fits = zip(inner, inner.dropFirst()).allSatisfy { left, right in
        x(left.index) + measure(left.label) / 2 + gap <= x(right.index) - measure(right.label) / 2
      }
      if fits, inner.count + 2 <= limit { return [first] + inner + [last] }
    }
    return [first, last]
  }

  private static func periodStarts(_ dates: [CalendarDate], _ step: Step) -> [Int] {
    var result: [Int] = []
    var previous = dates.first.map(step.period)
    for (index, date) in dates.enumerated().dropFirst() {
      let period = step.period(date)
      if period != previous { result.append(index) }
      previous = period
    }
    return result
  }
}
