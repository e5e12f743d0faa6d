/// Names and last values of curves beside the ends of their lines, or in a legend above.
///
/// Names stand at the ends where they fit, on one line with the value or above it. Otherwise a
/// legend names the lines and only the values stand at their ends.
struct EndLabels {
  /// One curve.
  struct Item {
    var name: String
    var value: String
    /// Class of the line, for the sample in the legend.
    var lineClass: String
    var textClass: String
    var isBold = false
  }

  private enum Form {
    case beside, stacked, legend
  }

  private let items: [Item]
  private let form: Form
  private let legend: [[(item: Item, x: Double)]]
  /// Room that the labels take to the right of the lines' ends.
  let width: Double

  /// Chooses the form for labels in a plot of a height; the widest may take `share` of the view.
  init(_ items: [Item], plotHeight: Double, share: Double = 0.3, drawing: Drawing) {
    self.items = items
    let room = drawing.width.viewWidth * share
    let count = Double(items.count)
    let line = drawing.width.lineHeight
    func widest(_ text: (Item) -> String) -> Double {
      items.map { drawing.measure(text($0), bold: $0.isBold) }.max() ?? 0
    }
    let beside = widest(Self.joined)
    let stacked = max(widest(\.name), widest(\.value))
    if beside <= room, count * (line + 1) <= plotHeight {
      (form, width, legend) = (.beside, beside + 9, [])
    } else if stacked <= room, count * (line * 2 + 3) <= plotHeight {
      (form, width, legend) = (.stacked, stacked + 9, [])
    } else {
      form = .legend
      let values = widest(\.value)
      width = values > 0 && values <= room && count * (line + 1) <= plotHeight ? values + 9 : 0
      legend = Self.rows(items, drawing)
    }
  }

  /// Height of the legend; 0 when the names stand at the lines.
  var legendHeight: Double { Double(legend.count) * 18 }

  /// Draws the legend with its first baseline at `top` + 14.
  func drawLegend(top: Double, in drawing: inout Drawing) {
    for (row, entries) in legend.enumerated() {
      let baseline = top + 14 + Double(row) * 18
      for (item, x) in entries {
        drawing.line(
          item.lineClass, from: Point(x + 1, baseline - 4.5), to: Point(x + 25, baseline - 4.5))
        let name = drawing.fitted(
          item.name, to: drawing.width.viewWidth - x - 31, bold: item.isBold)
        drawing.text(name, x: x + 31, y: baseline, className: item.textClass)
      }
    }
  }

  /// Draws the labels from `x` on beside the ends of the lines, spread apart within the plot.
  func draw(
    at ends: [Point], x: Double, within plot: ClosedRange<Double>, in drawing: inout Drawing
  ) {
    guard width > 0 else { return }
    let line = drawing.width.lineHeight
    let height = form == .stacked ? line * 2 + 3 : line + 1
    let half = height / 2
    let low = plot.lowerBound + half
    let centres = VerticalSpacing.spread(
      ends.map(\.y), distance: height, within: low...max(plot.upperBound - half, low))
    for ((item, end), centre) in zip(zip(items, ends), centres) where end.isFinite {
      if abs(centre - end.y) > 5 || x - end.x > 14 {
        drawing.line("ld", from: Point(end.x + 4, end.y), to: Point(x - 1, centre))
      }
      let texts =
        switch form {
        case .beside: [Self.joined(item)]
        case .stacked: [item.name, item.value].filter { !$0.isEmpty }
        case .legend: [item.value]
        }
      let first = centre - line * Double(texts.count) / 2 + line * 0.5 + 4.5
      for (row, text) in texts.enumerated() {
        drawing.text(
          text, x: x + 2, y: first + Double(row) * line, className: item.textClass)
      }
    }
  }

  private static func joined(_ item: Item) -> String {
    [item.name, item.value].filter { !$0.isEmpty }.joined(separator: "\u{2002}")
  }

  /// The legend's lines, filled from the left.
  private static func rows(_ items: [Item], _ drawing: Drawing) -> [[(item: Item, x: Double)]] {
    var rows: [[(item: Item, x: Double)]] = []
    var x = 0.0
    for item in items where !item.name.isEmpty {
      let length = 31 + drawing.measure(item.name, bold: item.isBold)
      if rows.isEmpty || x + length > drawing.width.viewWidth {
        rows.append([])
        x = 0
      }
      rows[rows.count - 1].append((item, x))
      x += length + 16
    }
    return rows
  }
}
