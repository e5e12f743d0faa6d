import ProseChecks
import Quant

@testable import SiteGenerator

extension ValueCatalogue {
  /// A catalogue of values read back from their prints, sorted by name.
  init(texts: [String: String]) {
    self.init(
      texts.sorted { $0.key < $1.key }.map { NamedValue(name: $0.key, printed: $0.value) })
  }
}

extension NamedValue {
  /// A value read back from its print; the number is then the rounded one.
  fileprivate init(name: String, printed text: String) {
    self.init(
      name: name, title: name, text: text, quantity: .words(text), previous: nil,
      previousText: nil, unit: .none, decimals: 0, origin: .published, formula: .session)
    if let date = CalendarDate(long: text) {
      quantity = .date(date)
    } else if let printed = PrintedNumber(text) {
      decimals = printed.decimals
      quantity = .number(printed.number)
      switch (printed.unit.measure, printed.unit.noun) {
      case (.percent, _):
        quantity = .number(printed.number / 100)
        unit = .fraction
      case (.dollars, "per vol point"): unit = .dollarsPerVolPoint
      case (.dollars, "per VIX point"): unit = .dollarsPerVIXPoint
      case (.dollars, _): unit = .dollars
      default: break
      }
    }
  }
}
