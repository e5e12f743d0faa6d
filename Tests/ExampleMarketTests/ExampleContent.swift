import ExampleMarket
import Foundation
import Quant

/// The committed content of the example, found beside this source file.
enum ExampleContent {
  /// A line of a file that could not be read as a record.
  struct BadLine: Error {
    let file: String
    let line: String
  }

  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("Content")

  static func text(_ path: String) throws -> String {
    try String(contentsOf: folder.appendingPathComponent(path), encoding: .utf8)
  }

  static func rows(_ path: String) throws -> [[String]] {
    try text(path).split(separator: "\n").dropFirst().map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
  }

  static func bars() throws -> [DailyBar] {
    let path = "data/market/spx.csv"
    return try rows(path).map { row in
      guard let date = CalendarDate(row[0]), let close = Double(row[4]) else {
        throw BadLine(file: path, line: row.joined(separator: ","))
      }
      return DailyBar(
        date: date, open: close, high: close, low: close, close: close, volume: nil)
    }
  }

  static func vix() throws -> [DatedValue] {
    let path = "data/market/vix.csv"
    return try rows(path).map { row in
      guard let date = CalendarDate(row[0]), let value = Double(row[1]) else {
        throw BadLine(file: path, line: row.joined(separator: ","))
      }
      return DatedValue(date: date, value: value)
    }
  }

  static func history() throws -> ExampleHistory {
    try ExampleHistory(bars: bars(), vix: vix())
  }

  /// The model is a pure function of files that do not change during the tests: run it once.
  static let model = Result { try ExampleModel(history()) }

  static func states(_ range: ClosedRange<CalendarDate>) throws -> [SessionState] {
    try history().states(in: range)
  }
}

/// A date written in a test; stops the test run when it is not one.
func day(_ text: String) -> CalendarDate {
  guard let date = CalendarDate(text) else { preconditionFailure("\(text) is not a date") }
  return date
}

/// A session state made up for a test.
func state(_ date: String = "2016-01-04", spot: Double = 2000, vix: Double = 20) -> SessionState {
  SessionState(date: day(date), spot: spot, vix: vix, recentVIX: vix, slowVIX: vix)
}
