import Foundation
@testable import SVGCharts
import Testing

/// Compares figures with drawings that were looked at; a missing one is recorded and fails.
@Suite struct FigureSnapshotTests {
  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("Snapshots", isDirectory: true)

  private func compare(_ figure: Figure, _ name: String) throws {
    // One element a line, so that a difference can be read.
    try compare(
      text: figure.svg.replacingOccurrences(of: "><", with: ">\n<") + "\n", "\(name).svg")
  }

  private func compare(text drawn: String, _ name: String) throws {
    let file = Self.folder.appendingPathComponent("\(name).txt")
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

  /// What stands in the figures of awkward data: their words, and how much is drawn.
  @Test func hardCases() throws {
    let lines = try HardCases.names.map { name -> String in
      let figure = try #require(HardCases.figures[name])
      let drawings = try [(figure.wide, FigureWidth.wide), (figure.narrow, .narrow)].map {
        let words = try LabelCheck.labels($0.0, $0.1).map(\.text).joined(separator: " | ")
        return "  \($0.1), \(try SVGCheck($0.0).all("path").count) paths: \(words)"
      }
      return ([name] + drawings + ["  \(figure.desc)"]).joined(separator: "\n")
    }
    try compare(text: lines.joined(separator: "\n") + "\n", "hard-cases")
  }
}
