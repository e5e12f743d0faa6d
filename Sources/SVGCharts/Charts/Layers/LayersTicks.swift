/// The axis labels of a `LayersChart`: ends of the bands in percent of the book's vega, or dollars.
struct LayersTicks {
  /// A grid line with its label; the label is empty where there was no room for it.
  struct Mark {
    let value: Double
    let x: Double
    var label: String
    let anchor: TextAnchor
  }

  private(set) var marks: [Mark] = []

  init(x: LinearScale, bandEdges: [Double], vega: Double?, isWide: Bool, drawing: Drawing) {
    var values = [0.0]
    if let vega {
      values += bandEdges
      let reached = bandEdges.max() ?? 0
      let step = bandEdges.isEmpty ? 0.25 : 0.5
      let multiple = max(step, ((x.upper / vega / 8) / step).rounded(.up) * step)
      var next = ((reached / vega / multiple).rounded(.down) + 1) * multiple
      while next * vega <= x.upper * 1.001, values.count < 24 {
        values.append(next * vega)
        next += multiple
      }
    } else {
      values += x.ticks(atMost: isWide ? 6 : 5).values.filter { $0 > 0 }
    }
    let texts = values.enumerated().map { index, value -> String in
      guard let vega else { return value == 0 ? "0" : NumberText.dollars(value) }
      let share = NumberText.fixed(value / vega * 100, decimals: 0)
      return index == values.count - 1 && index > 0 ? "\(share)\u{202F}%" : share
    }
    var taken: [ClosedRange<Double>] = []
    // The two ends first, then the others from the left where they fit.
    let order = [0, values.count - 1] + Array(1..<max(values.count - 1, 1))
    var labels = [String](repeating: "", count: values.count)
    for index in order where labels[index].isEmpty {
      let (_, span) = Self.place(texts[index], x(values[index]), index, drawing)
      guard taken.allSatisfy({ !$0.overlaps(span) }) else { continue }
      labels[index] = texts[index]
      taken.append((span.lowerBound - 8)...(span.upperBound + 8))
    }
    for (index, value) in values.enumerated() {
      let (anchor, _) = Self.place(texts[index], x(value), index, drawing)
      marks.append(Mark(value: value, x: x(value), label: labels[index], anchor: anchor))
    }
  }

  private static func place(
    _ text: String, _ x: Double, _ index: Int, _ drawing: Drawing
  ) -> (anchor: TextAnchor, span: ClosedRange<Double>) {
    let length = drawing.measure(text)
    if index == 0 { return (.start, x...(x + length)) }
    if x + length / 2 > drawing.width.viewWidth { return (.end, (x - length)...x) }
    return (.middle, (x - length / 2)...(x + length / 2))
  }
}
