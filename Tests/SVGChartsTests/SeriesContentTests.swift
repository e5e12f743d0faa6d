import Quant
import TestSupport
import Testing

@testable import SVGCharts

/// What the charts over sessions show, tell and list of their data.
@Suite("Content of the charts over sessions")
struct SeriesContentTests {
  private let days = SampleCharts.sessions("2015-11-02", "2015-12-31")

  private func words(_ svg: String, _ width: FigureWidth = .wide) -> [String] {
    ((try? LabelCheck.labels(svg, width)) ?? []).map(\.text)
  }

  private func count(_ svg: String, _ className: String) throws -> Int {
    try SVGCheck(svg).elements.count { $0.attributes["class"] == className }
  }

  @Test("candles where there is room, the close line elsewhere, shares between the panels")
  func candles() throws {
    let chart = SampleCharts.priceSharesVolume
    let figure = chart.figure(idPrefix: "f")
    #expect(try count(figure.wide, "cu") == 1 && count(figure.wide, "cd") == 1)
    #expect(try count(figure.wide, "s bl") == 0 && count(figure.wide, "vb") == 1)
    #expect(words(figure.wide).contains("Volume, bn shares"))
    #expect(words(figure.wide).contains("known 4 Jan"))
    #expect(try count(figure.wide, "ar") == 1)
    #expect(
      chart.table.columns.map(\.head) == [
        "Session", "Open", "High", "Low", "Close", "Volume, bn shares", "OBV, bn shares",
      ])
    #expect(chart.summary.contains("known at the close of 4 Jan"))
    var long = chart
    long.dates = Array(SampleCharts.sessions("2015-01-02", "2016-02-10").prefix(56))
    #expect(try count(long.figure(idPrefix: "f").wide, "s bl") == 1)
  }

  @Test("the current period says what is spent, left, and for how many sessions")
  func dragBudget() throws {
    let figure = SampleCharts.dragBudget.figure(idPrefix: "f")
    #expect(
      words(figure.wide).contains(
        "Q1 2016: $155 spent (10.3\u{202F}% of premium), $70 left, 34 sessions left"))
    #expect(words(figure.narrow, .narrow).contains { $0.hasSuffix("$70 left, 34 sessions left") })
    #expect(words(figure.wide).contains("cap $225, 15.0\u{202F}% of premium"))
    #expect(figure.desc.contains("Q4 2015: $237 spent of $225 (105.3\u{202F}%)"))
    #expect(figure.desc.contains("$12 over the cap"))
    let row = try #require(figure.table.rows.last)
    #expect(row[2] == .missing && row[3] == .number(225))
  }

  @Test("falls are measured from the running peak and the worst is dated")
  func drawdown() throws {
    let falls = Drawdown([100, 120, 90, .nan, 120, 60, 110], inPercent: true)
    #expect(falls.values[0] == 0 && falls.values[2] == -25 && falls.values[3].isNaN)
    #expect(falls.worst?.peak == 1 && falls.worst?.trough == 5 && falls.worst?.recovery == nil)
    let regained = Drawdown([5, 3, 4, 5], inPercent: false)
    #expect(regained.worst?.recovery == 3 && regained.values == [0, -2, -1, 0])
    #expect(Drawdown([1, 2, 3], inPercent: true).worst == nil)
    #expect(Drawdown([-1, -2], inPercent: true).values.allSatisfy { $0.isNaN })
    #expect(Drawdown([], inPercent: true).worst == nil)

    let chart = DrawdownChart(
      title: "t", dates: days, hedged: [100, 110, 99, 120], unhedged: [100, 110, 88, 112])
    let figure = chart.figure(idPrefix: "f")
    #expect(words(figure.wide).contains("−20.0\u{202F}%, 3 Nov to 4 Nov"))
    #expect(words(figure.wide).contains("−10.0\u{202F}%, 3 Nov to 4 Nov"))
    #expect(figure.desc.contains("regained on 5 Nov 2015"))
    #expect(figure.desc.contains("is 10.0\u{202F}% of the peak smaller than that of book alone"))
    #expect(figure.table.rows[2][3] == .number(-10) && figure.table.columns.count == 5)
  }

  @Test("a fall at random is never above zero and never deeper than the worst")
  func randomDrawdowns() {
    var random = SplitMix64(seed: 81)
    for _ in 0..<200 {
      let values = (0..<40).map { _ in random.uniform(1...9) }
      let falls = Drawdown(values, inPercent: true)
      let deepest = falls.worst.map { falls.values[$0.trough] } ?? 0
      #expect(falls.values.allSatisfy { $0 <= 0 && $0 >= deepest && $0 > -100 })
      #expect(falls.values.min() == deepest)
    }
  }

  @Test("every curve has a pattern of its own and its last value at its end")
  func equity() throws {
    let chart = SampleCharts.equity
    let wide = chart.figure(idPrefix: "f").wide
    for name in ["s e1", "s e2", "s e3", "s e4", "s eb"] {
      #expect(try count(wide, name) == 1, "\(name)")
    }
    for line in chart.drawnCurves {
      #expect(words(wide).contains { $0.hasSuffix(chart.text(line.values[line.last])) })
      #expect(words(wide).contains { $0.hasPrefix(line.name.wide) }, "\(line.name.wide)")
    }
    #expect(chart.summary.contains("At the end, from the highest: "))
  }

  @Test("values that are not positive are gaps on a logarithmic scale")
  func logarithmic() {
    var chart = EquityChart(
      title: "t", dates: days, curves: [.init(name: "one", values: [10, 0, -4, 40])])
    chart.scaling = .logarithmic
    #expect(chart.table.rows[1][1] == .missing && chart.table.rows[3][1] == .number(40))
    #expect(words(chart.figure(idPrefix: "f").wide)[0] == "Equity, $, logarithmic scale")
    chart.curves[0].values = [0, -1]
    #expect(words(chart.figure(idPrefix: "f").wide) == ["no data"])
  }

  @Test("a session has one cell, a holiday a hollow one, and the marked ones their words")
  func calendarHeat() throws {
    let chart = SampleCharts.calendarHeat
    let figure = chart.figure(idPrefix: "f")
    let cells = CalendarHeatData(chart).cells
    #expect(cells.count == 252)
    let paths = try SVGCheck(figure.wide).all("path")
    let drawn = paths.filter { ($0.attributes["class"] ?? "").hasPrefix("h h") }
      .reduce(0) { $0 + ($1.attributes["d"] ?? "").count { $0 == "M" } }
    #expect(drawn == cells.count + 5)
    let hollow = paths.filter { $0.attributes["class"] == "hh" }
    // Eight holidays on weekdays after 2 January, and the key.
    #expect(hollow.reduce(0) { $0 + ($1.attributes["d"] ?? "").count { $0 == "M" } } == 9)
    #expect(words(figure.wide).contains("highest 40.74, 24 Aug"))
    #expect(words(figure.wide).contains { $0.hasPrefix("latest ") && $0.hasSuffix("31 Dec") })
    #expect(figure.svg.utf8.count <= 12_288)
    for tint in 1...5 {
      let share = cells.count { $0.tint == tint }
      #expect((46...56).contains(share), "tint \(tint): \(share)")
    }
  }

  @Test("a value at a break has the higher tint, and is compared as it is printed")
  func breaks() {
    var chart = CalendarHeatMap(
      title: "t", dates: days, values: [9, 9.96, 10, 20, 30, 12, .nan], valueTitle: "v",
      breaks: .fixed([20, 10]), decimals: 1)
    #expect(CalendarHeatData(chart).cells.map(\.tint) == [1, 2, 2, 3, 3, 2])
    #expect(chart.summary.contains("Of 6 sessions 1 below 10.0, 3 from 10.0 to below 20.0"))
    chart.values = [5, 5, 5]
    chart.breaks = .quintiles
    #expect(CalendarHeatData(chart).breaks.isEmpty)
    chart.dates = ["2016-01-09", "2016-01-10", "2016-01-11"].compactMap { CalendarDate($0) }
    #expect(chart.table.rows.count == 1)
  }

  @Test("weeks are columns and weekdays rows, in any year")
  func strips() throws {
    for year in 1990...2040 {
      for months in [1...12, 1...6, 7...12] {
        let strip = CalendarHeatStrip(year: year, months: months, left: 20, top: 0)
        #expect(
          strip.right <= (months.count == 12 ? 632 : 320), "\(year) \(months): \(strip.right)")
        let first = try #require(CalendarDate(year: year, month: months.lowerBound, day: 1))
        var seen: Set<Box> = []
        for day in 0..<366 {
          let date = first.adding(days: day)
          guard strip.contains(date), let cell = strip.cell(date) else { continue }
          #expect(cell.minX >= 20 && cell.maxX <= strip.right && seen.insert(cell).inserted)
        }
      }
    }
  }

  @Test("the count, both medians with their last values, and single events when few")
  func eventStudy() throws {
    let chart = SampleCharts.eventStudy
    let figure = chart.figure(idPrefix: "f")
    #expect(words(figure.wide).contains("9 events, 2\u{202F}512 sessions in the base rate"))
    let last = chart.text(chart.median[80])
    #expect(words(figure.wide).contains { $0.hasSuffix(last) })
    #expect(try count(figure.wide, "eh") == 2)
    #expect(figure.desc.contains("Mean at session +20: "))
    #expect(figure.table.columns.count == 1 + 1 + 4 + 3 + 9 + 3)
    #expect(figure.table.rows[20][0] == .number(0))
    let many = SampleCharts.eventStudy(count: 40, seed: 62).figure(idPrefix: "f")
    #expect(try count(many.wide, "eh") == 0)
  }

  @Test("rules, ranges and episodes are told with their counts")
  func level() throws {
    let figure = SampleCharts.level.figure(idPrefix: "f")
    for text in ["above 20", "Aug 2015", "Dec 2015", "24 Aug 40.74"] {
      #expect(words(figure.wide).contains(text), "\(text)")
    }
    #expect(figure.desc.contains("sessions in the range above 20."))
    #expect(figure.desc.contains("Aug 2015: highest 40.74 (24 Aug 2015)."))
  }

  @Test("a labelled sparkline marks its extremes and writes its last value")
  func sparkline() throws {
    var line = Sparkline(values: [15, 40.74, .nan, 12, 20.7], title: "VIX")
    line.dates = Array(days.prefix(5))
    let svg = try #require(line.labelledSVG(idPrefix: "s"))
    let check = try SVGCheck(svg)
    #expect(check.elements[0].attributes["class"] == "sl")
    #expect(check.all("text").map(\.text) == ["20.70"])
    #expect(try count(svg, "dt ds p3") == 1)
    #expect(check.all("desc")[0].text.contains("highest 40.74 (3 Nov)"))
    #expect(line.table.rows.count == 5 && line.table.rows[2][1] == .missing)
    #expect(Sparkline(values: [.nan, 1e300]).labelledSVG(idPrefix: "s") == nil)
    #expect(Sparkline(values: [4]).labelledSVG(idPrefix: "s") != nil)
  }

  @Test("figures of a year and more stay small")
  func size() throws {
    let names = [
      "shares", "drag budget", "drawdown", "equity", "equity, logarithmic", "calendar heat",
      "event study", "event study of many", "level",
    ]
    for name in names {
      let bytes = try #require(HardCases.series[name]).svg.utf8.count
      #expect(bytes <= 12_288, "\(name): \(bytes)")
    }
  }
}
