import ArgumentParser
import ExampleMarket
import Foundation
import MarketData
import Quant

/// Writes the modelled files of the worked example, or measures the model.
@main
struct ExampleMarketCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "example-market",
    abstract: "Write the modelled market data and the book of the worked example.",
    discussion: """
      Reads data/market/spx.csv and data/market/vix.csv below the content folder and writes the \
      VX settlements, VIX and SPXW option quotes, breadth and positions made from them. The same \
      inputs give the same bytes.

      EXAMPLES
        swift run -c release example-market Content
        swift run -c release example-market Content --measure
      """)

  @Argument(help: "The content folder.")
  var content: String

  @Flag(help: "Write nothing; print what the model's book and hedge cost.")
  var measure = false

  func run() throws {
    let folder = URL(fileURLWithPath: content, isDirectory: true)
    let history = try readHistory(folder)
    let model = try ExampleModel(history)
    if measure {
      print(MeasurementText.report(model, history))
      return
    }
    for file in model.files {
      let target = folder.appendingPathComponent(file.path)
      try FileManager.default.createDirectory(
        at: target.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(file.text.utf8).write(to: target, options: .atomic)
      print("\(file.path): \(file.text.utf8.count { $0 == 0x0A } - 1) rows")
    }
  }

  private func readHistory(_ folder: URL) throws -> ExampleHistory {
    var problems: [Diagnostic] = []
    let spx = "data/market/spx.csv"
    let vix = "data/market/vix.csv"
    let bars = YahooBarsReader.read(try bytes(spx, in: folder), file: spx, into: &problems)
    let closes = DatedSeriesReader.read(try bytes(vix, in: folder), file: vix, into: &problems)
    try DiagnosticList(problems).throwIfErrors()
    return try ExampleHistory(bars: bars, vix: closes)
  }

  private func bytes(_ path: String, in folder: URL) throws -> [UInt8] {
    [UInt8](try Data(contentsOf: folder.appendingPathComponent(path)))
  }
}
