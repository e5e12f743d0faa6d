import Quant

/// Lays out and draws one width of a `CalendarHeatMap`.
struct CalendarHeatDrawing {
  private struct Mark {
    let cell: CalendarHeatData.Cell
    let text: String
    let isHighest: Bool
  }

  private let chart: CalendarHeatMap
  private let data: CalendarHeatData
  private let strips: [CalendarHeatStrip]
  private let marks: [Mark]
  private let isWide: Bool

  /// `nil` without a value.
  init?(chart: CalendarHeatMap, data: CalendarHeatData, drawing: Drawing) {
    guard let first = data.cells.first, let last = data.cells.last else { return nil }
    self.chart = chart
    self.data = data
    isWide = drawing.width == .wide
    var marks = [
      Mark(cell: last, text: Self.words(chart.words.latest, last, chart), isHighest: false)
    ]
    if let highest = data.highest {
      let isLatest = highest.date == last.date
      let word =
        isLatest ? "\(chart.words.highest), \(chart.words.latest)" : chart.words.highest
      let mark = Mark(cell: highest, text: Self.words(word, highest, chart), isHighest: true)
      marks = isLatest ? [mark] : [mark] + marks
    }
    self.marks = marks
    var strips: [CalendarHeatStrip] = []
    var top = 44.0
    for year in first.date.year...last.date.year {
      for months in isWide ? [1...12] : [1...6, 7...12] {
        let strip = CalendarHeatStrip(
          year: year, months: months, left: isWide ? 32 : 20, top: top)
        guard data.cells.contains(where: { strip.contains($0.date) }) else { continue }
        strips.append(strip)
        let isMarked = marks.contains { strip.contains($0.cell.date) }
        top += CalendarHeatStrip.height + (isMarked ? 46 : 26)
      }
    }
    self.strips = strips
  }

  private static func words(
    _ word: String, _ cell: CalendarHeatData.Cell, _ chart: CalendarHeatMap
  ) -> String {
    let value = NumberText.fixed(cell.value, decimals: chart.decimals)
    return "\(word) \(value), \(NumberText.short(cell.date))"
  }

  /// Draws everything and returns the height.
  func draw(in drawing: inout Drawing) -> Double {
    drawing.text(
      drawing.fitted(
        chart.valueTitle.text(in: drawing.width), to: drawing.width.viewWidth, bold: true),
      x: 0, y: 14, className: "b")
    drawTints(in: &drawing)
    drawHollow(in: &drawing)
    for strip in strips {
      drawFrame(strip, in: &drawing)
      drawMarks(strip, in: &drawing)
    }
    let end =
      strips.map { strip in
        strip.bottom + (marks.contains { strip.contains($0.cell.date) } ? 20 : 2)
      }.max() ?? 0
    return drawLegend(top: end + 12, in: &drawing)
  }

  /// All cells of a tint in one path: level lines as thick as a cell is high.
  private func drawTints(in drawing: inout Drawing) {
    for tint in 1...data.tintCount {
      var path = PathData()
      for cell in data.cells where cell.tint == tint {
        for strip in strips where strip.contains(cell.date) {
          guard let box = strip.cell(cell.date) else { continue }
          path.horizontal(box.minX, box.minY + CalendarHeatStrip.side / 2, to: box.maxX)
        }
      }
      drawing.path("h \(tintClass(tint))", path)
    }
  }

  /// With fewer than five tints the strongest are kept, so that high values look high.
  private func tintClass(_ tint: Int) -> String {
    let steps: [[Int]] = [[3], [2, 4], [1, 3, 5], [1, 2, 4, 5], [1, 2, 3, 4, 5]]
    return "h\(steps[data.tintCount - 1][tint - 1])"
  }

  private func drawHollow(in drawing: inout Drawing) {
    guard let first = data.cells.first?.date, let last = data.cells.last?.date else { return }
    let known = Set(data.cells.map(\.date))
    var path = PathData()
    for strip in strips {
      for day in 0..<max(first.days(until: last), 0) {
        let date = first.adding(days: day)
        guard strip.contains(date), !known.contains(date), let box = strip.cell(date) else {
          continue
        }
        path.rectangle(box.grown(by: -0.5))
      }
    }
    drawing.path("hh", path)
  }

  /// Whether a month lies between the first and the last session.
  private func shows(_ month: Int, of year: Int) -> Bool {
    guard let first = data.cells.first?.date, let last = data.cells.last?.date else { return false }
    let (from, to) = (first.components, last.components)
    let number = year * 12 + month
    return number >= from.year * 12 + from.month && number <= to.year * 12 + to.month
  }

  private func drawFrame(_ strip: CalendarHeatStrip, in drawing: inout Drawing) {
    let baseline = strip.top - 6
    var free = 0.0
    if strips.first?.year != strips.last?.year {
      let year = String(strip.year)
      drawing.text(year, x: 0, y: baseline, className: "b")
      free = drawing.measure(year, bold: true) + 5
    }
    var lines = PathData()
    for month in strip.months where shows(month, of: strip.year) {
      if month > strip.months.lowerBound { lines.add(strip.separator(before: month)) }
      let name = chart.words.months.indices.contains(month - 1) ? chart.words.months[month - 1] : ""
      let x = max(strip.monthStart(month) + 1, month == strip.months.lowerBound ? free : 0)
      guard x >= free, x + drawing.measure(name) <= drawing.width.viewWidth else { continue }
      drawing.text(name, x: x, y: baseline, className: "tk")
      free = x + drawing.measure(name) + 4
    }
    drawing.path("hm", lines)
    for row in [0, 2, 4] where chart.words.weekdays.indices.contains(row) {
      let name = drawing.fitted(
        chart.words.weekdays[row].text(in: drawing.width), to: strip.left - 4)
      drawing.text(
        name, x: 0, y: strip.top + Double(row) * CalendarHeatStrip.pitch + 9.5, className: "tk")
    }
  }

  /// Rings around the marked cells, and under the strip a stroke at each with its words.
  private func drawMarks(_ strip: CalendarHeatStrip, in drawing: inout Drawing) {
    let marked = marks.compactMap { mark in
      strip.contains(mark.cell.date) ? strip.cell(mark.cell.date).map { (mark, $0) } : nil
    }.sorted { $0.1.minX < $1.1.minX }
    guard !marked.isEmpty else { return }
    var (rings, strokes) = (PathData(), PathData())
    var free = 0.0
    let baseline = strip.bottom + 18
    for (index, (mark, cell)) in marked.enumerated() {
      rings.rectangle(cell)
      let x = (cell.minX + cell.maxX) / 2
      strokes.vertical(x, strip.bottom + 1, to: strip.bottom + 6)
      let isBold = mark.isHighest
      let length = drawing.measure(mark.text, bold: isBold)
      let rest = marked.dropFirst(index + 1).reduce(0) {
        $0 + drawing.measure($1.0.text, bold: $1.0.isHighest) + 10
      }
      let limit = drawing.width.viewWidth - rest - length
      let left = max(min(x - length / 2, limit), free)
      guard left <= limit + 0.5 else { continue }
      free = left + length + 10
      drawing.text(mark.text, x: left, y: baseline, className: isBold ? "b" : "")
    }
    drawing.path("hr", rings)
    drawing.path("ld", strokes)
  }

  /// Swatches with the breaks between them; returns the height of the figure.
  private func drawLegend(top: Double, in drawing: inout Drawing) -> Double {
    let labels = data.breaks.map { NumberText.fixed($0, decimals: chart.decimals) }
    let longest = labels.map { drawing.measure($0) }.max() ?? 0
    let left = isWide ? 32.0 : 20
    let limit = (drawing.width.viewWidth - left - longest / 2) / Double(data.tintCount)
    let width = min(max(longest + 10, 34), limit).rounded(.down)
    for tint in 1...data.tintCount {
      var swatch = PathData()
      let x = left + Double(tint - 1) * width
      swatch.horizontal(x, top + CalendarHeatStrip.side / 2, to: x + width - 1)
      drawing.path("h \(tintClass(tint))", swatch)
    }
    var free = 0.0
    for (index, label) in labels.enumerated() {
      let x = left + Double(index + 1) * width - 0.5
      let half = drawing.measure(label) / 2
      guard x - half >= free else { continue }
      free = x + half + 4
      drawing.text(label, x: x, y: top + 25, className: "tk", anchor: .middle)
    }
    return drawHollowKey(
      after: left + Double(data.tintCount) * width + 22, top: top, in: &drawing)
  }

  private func drawHollowKey(
    after x: Double, top: Double, in drawing: inout Drawing
  ) -> Double {
    let length = drawing.measure(chart.words.noSession) + 16
    let fits = x + length <= drawing.width.viewWidth
    let (left, y) = fits ? (x, top) : (isWide ? 32 : 20, top + 36)
    var path = PathData()
    path.rectangle(Box(minX: left + 0.5, minY: y + 0.5, maxX: left + 9.5, maxY: y + 9.5))
    drawing.path("hh", path)
    drawing.text(
      drawing.fitted(chart.words.noSession, to: drawing.width.viewWidth - left - 16),
      x: left + 16, y: y + 9.5, className: "tk")
    return y + (fits ? 32 : 16)
  }
}
