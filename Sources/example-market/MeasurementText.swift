import ExampleMarket
import Foundation
import Quant

/// The measured figures of the model as plain text, in the form the README quotes.
enum MeasurementText {
  static func report(_ model: ExampleModel, _ history: ExampleHistory) -> String {
    guard let first = CalendarDate("2015-12-01"), let last = CalendarDate("2016-01-29") else {
      return ""
    }
    let measured = ModelMeasurement(model, history: history, dragIn: first...last)
    return
      (["Book at entry"] + measured.entries.map(entry)
      + ["", "Book vega by session, $ per vol point: " + range(measured.vega.map(\.1)), ""]
      + ["Drag of VIX calls, $ per $-per-VIX-point, \(first) to \(last)"]
      + ["cheapest candidate: " + range(measured.drag.map(\.cheapest.ratio))]
      + ["delta nearest 0.25: " + range(measured.drag.map(\.quarterDelta.ratio))]
      + measured.drag.map(session)).joined(separator: "\n")
  }

  private static func entry(_ figures: ModelMeasurement.EntryFigures) -> String {
    let tranche = figures.tranche
    let days = tranche.entry.days(until: tranche.expiration)
    return "\(tranche.entry) to \(tranche.expiration), \(days) days: "
      + "\(Int(tranche.shortPut)) / \(Int(tranche.shortCall)), "
      + "credit \(number(figures.credit)), vega \(number(figures.vegaDollarsPerVolPoint))"
  }

  private static func session(_ drag: ModelMeasurement.SessionDrag) -> String {
    "\(drag.date) "
      + [drag.cheapest, drag.quarterDelta].map { call in
        "\(call.contract.expiration) \(number(call.contract.strike)) delta \(number(call.delta)) "
          + "$\(number(call.dollarsPerVIXPoint)) per point, ratio \(number(call.ratio))"
      }.joined(separator: " | ")
  }

  private static func range(_ values: [Double]) -> String {
    let sorted = values.sorted()
    guard let least = sorted.first, let most = sorted.last else { return "none" }
    return "\(number(least)) to \(number(most)), median \(number(sorted[sorted.count / 2]))"
  }

  private static func number(_ value: Double) -> String {
    String(format: "%.2f", value)
  }
}
