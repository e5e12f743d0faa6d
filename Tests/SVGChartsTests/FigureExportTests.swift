import Foundation
import SVGCharts
import Testing

/// Writes all figures of the tests into a folder, to be looked at in a page.
@Suite struct FigureExportTests {
  private static let folder = ProcessInfo.processInfo.environment["HEDGEBOOK_FIGURES"]

  @Test("figures are written where HEDGEBOOK_FIGURES says", .enabled(if: folder != nil))
  func export() throws {
    let folder = URL(fileURLWithPath: try #require(Self.folder), isDirectory: true)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    for name in HardCases.names {
      let figure = try #require(HardCases.figures[name])
      let id = name.filter { $0.isLetter || $0.isNumber }
      let file = folder.appendingPathComponent("\(name).html")
      let svg = figure.svg.replacing("\"f1", with: "\"\(id)").replacing(" f1", with: " \(id)")
      let page = """
        <figure id="\(id)"><figcaption>\(name), \(figure.svg.utf8.count) bytes</figcaption>
        <div class="narrow">\(svg.range(of: "<svg class=\"n\"").map { svg[$0.lowerBound...] } ?? "")</div>
        <div class="wide">\(svg.range(of: "<svg class=\"n\"").map { svg[..<$0.lowerBound] } ?? "")</div>
        <p class="note">\(figure.desc)</p></figure>

        """
      try page.write(to: file, atomically: true, encoding: .utf8)
    }
  }
}
