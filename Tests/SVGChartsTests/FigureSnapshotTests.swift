import Foundation
@testable import SVGCharts
import Testing

/// Compares figures with drawings that were looked at; a missing one is recorded and fails.
@Suite struct FigureSnapshotTests {
  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("Snapshots", isDirectory: true)

  private func compare(_ figure: Figure, _ name: String) throws {
    let file = Self.folder.appendingPathComponent("\(name).svg.txt")
    // One element a line, so that a difference can be read.
    let drawn = figure.svg.replacingOccurrences(of: "><", with: ">\n<") + "\n"
    guard FileManager.default.fileExists(atPath: file.path) else {
      try FileManager.default.createDirectory(at: Self.folder, withIntermediateDirectories: true)
      try drawn.write(to: file, atomically: true, encoding: .utf8)
      Issue.record("no snapshot \(name); recorded, look at it and run again")
      return
    }
    let stored = try String(contentsOf: file, encoding: .utf8)
    let lines = zip(stored.split(separator: "\n"), drawn.split(separator: "\n"))
    let difference = lines.first { $0 != $1 }
    #expect(stored == drawn, "\(name): \(difference.map { "\($0)\n\($1)" } ?? "length")")
  }

  @Test(arguments: SampleCharts.all.map(\.name))
  func sample(name: String) throws {
    let sample = try #require(SampleCharts.all.first { $0.name == name })
    try compare(sample.chart.figure(idPrefix: "f1"), name)
  }
}
