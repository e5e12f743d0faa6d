import Foundation
import Testing

@testable import SVGCharts

/// Writes the sample figures for looking at them, when a folder is named for them.
@Suite struct FigureExportTests {
  @Test func writesTheSeriesFigures() throws {
    guard let path = ProcessInfo.processInfo.environment["HEDGEBOOK_FIGURES"] else { return }
    let folder = URL(fileURLWithPath: path, isDirectory: true)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    for (name, figure) in HardCases.series {
      let file = folder.appendingPathComponent(name.replacingOccurrences(of: " ", with: "-"))
      try figure.wide.write(
        to: file.appendingPathExtension("w.svg"), atomically: true, encoding: .utf8)
      try figure.narrow.write(
        to: file.appendingPathExtension("n.svg"), atomically: true, encoding: .utf8)
      try "\(figure.title)\n\(figure.desc)".write(
        to: file.appendingPathExtension("txt"), atomically: true, encoding: .utf8)
    }
    var spark = Sparkline(values: SampleCharts.calendarHeat.values, title: "VIX in 2015")
    spark.dates = SampleCharts.calendarHeat.dates
    try (spark.labelledSVG(idPrefix: "s") ?? "").write(
      to: folder.appendingPathComponent("sparkline.sl.svg"), atomically: true, encoding: .utf8)
  }
}
