#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif
import Quant

/// The cells of a `CalendarHeatMap` with the tint of each.
struct CalendarHeatData {
  /// A session with a value.
  struct Cell {
    let date: CalendarDate
    let value: Double
    /// 1 for the lowest values, up to 5.
    let tint: Int
  }

  /// In order of their dates, one a date.
  let cells: [Cell]

  /// Values at which the tint changes, ascending, rounded as they are shown.
  let breaks: [Double]

  init(_ chart: CalendarHeatMap) {
    var known: [(CalendarDate, Double)] = []
    for (date, value) in zip(chart.dates, chart.values)
    where value.plottable.isFinite && date.weekdayRow != nil {
      if let last = known.last, last.0 >= date { continue }
      known.append((date, value))
    }
    let breaks = Self.breaks(chart.breaks, known.map(\.1), decimals: chart.decimals)
    self.breaks = breaks
    let power = pow(10, Double(min(max(chart.decimals, 0), 15)))
    cells = known.map { date, value in
      // A value is compared as it is printed, or the legend would contradict the table.
      let shown = (value * power).rounded(.toNearestOrAwayFromZero) / power
      return Cell(date: date, value: value, tint: 1 + breaks.count { shown >= $0 })
    }
  }

  /// The cell with the highest value, the latest of equal ones.
  var highest: Cell? { cells.max { ($0.value, $0.date) < ($1.value, $1.date) } }

  /// How many tints there are.
  var tintCount: Int { breaks.count + 1 }

  private static func breaks(
    _ rule: CalendarHeatMap.Breaks, _ values: [Double], decimals: Int
  ) -> [Double] {
    let power = pow(10, Double(min(max(decimals, 0), 15)))
    guard let low = values.min() else { return [] }
    let raw: [Double]
    switch rule {
    case .fixed(let chosen):
      raw = chosen.filter(\.plottable.isFinite)
    case .quintiles:
      let sorted = values.sorted()
      raw = (1...4).map { quintile in
        let place = Double(sorted.count - 1) * Double(quintile) / 5
        let below = sorted[Int(place)]
        let above = sorted[min(Int(place) + 1, sorted.count - 1)]
        return below + (above - below) * (place - place.rounded(.down))
      }
    }
    func rounded(_ value: Double) -> Double {
      (value * power).rounded(.toNearestOrAwayFromZero) / power
    }
    // A break at the lowest value would leave the first tint without a cell.
    let useful = Set(raw.map(rounded)).filter { rule != .quintiles || $0 > rounded(low) }
    return Array(useful.sorted().prefix(4))
  }
}

extension CalendarDate {
  /// 0 for Monday to 4 for Friday; `nil` on weekends.
  var weekdayRow: Int? {
    switch weekday {
    case .monday: 0
    case .tuesday: 1
    case .wednesday: 2
    case .thursday: 3
    case .friday: 4
    case .saturday, .sunday: nil
    }
  }

  /// Number of the week, weeks beginning on Mondays; 1970-01-05 was one.
  var weekNumber: Int { Int((Double(dayNumber - 4) / 7).rounded(.down)) }
}
