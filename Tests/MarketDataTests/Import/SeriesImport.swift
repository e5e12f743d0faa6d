import MarketData
import Quant

/// The reading of a text, recognised by its content.
func imported(
  _ text: String, file: String = "x.csv", kind: FileKind? = nil,
  context: ReadingContext = ReadingContext()
) throws -> FileReading {
  try FileRecogniser.read(bytes(text), file: file, kind: kind, context: context)
}

/// What to do about a row that holds nothing.
let unfilled = "Fill it in if there was one, otherwise nothing needs to be done."

/// The lines of a file whose rows were skipped or rejected.
func linesLeftOut(_ reading: FileReading) -> Int {
  Set(
    reading.problems.filter { $0.action == .skipped || $0.action == .rejected }
      .compactMap(\.location.line)
  ).count
}

extension FileReading {
  /// Every problem as a reader of messages sees it.
  var texts: [String] { problems.map(\.description) }

  /// Code and action of every problem.
  var codes: [String] {
    problems.map { "\($0.code?.rawValue ?? "") \($0.action?.rawValue ?? "")" }
  }

  /// `name: date value` of every dated value; with the known date where it is another.
  var values: [String] {
    guard case .series(let series) = records else { return [] }
    return series.flatMap { series in
      series.rows.map {
        "\(series.name): \($0.date) \($0.value)" + ($0.known == $0.date ? "" : " known \($0.known)")
      }
    }
  }

  /// `name: date open high low close volume` of every bar.
  var bars: [String] {
    guard case .bars(let series) = records else { return [] }
    return series.flatMap { series in
      series.rows.map { bar in
        "\(series.name): \(bar.date) \(bar.open) \(bar.high) \(bar.low) \(bar.close) "
          + (bar.volume.map { "\($0)" } ?? "-")
      }
    }
  }
}
