import ProseChecks
import Quant

@testable import SiteGenerator

extension ValueCatalogue {
  /// A catalogue of values read back from their prints, sorted by name.
  init(texts: [String: String]) {
    self.init(
      texts.sorted { $0.key < $1.key }.map { name, text in
        let read = Self.quantity(text)
        return NamedValue(
          name: name, title: name, text: text, quantity: read.quantity, previous: nil,
          previousText: nil, unit: read.unit, decimals: read.decimals, origin: .published,
          formula: .session)
      })
  }

  private static func quantity(
    _ text: String
  ) -> (quantity: NamedValue.Quantity, unit: SiteGenerator.ValueUnit, decimals: Int) {
    if let date = CalendarDate(long: text) { return (.date(date), .none, 0) }
    guard let printed = PrintedNumber(text) else { return (.words(text), .none, 0) }
    switch printed.unit.measure {
    case .percent: return (.number(printed.number / 100), .fraction, printed.decimals)
    case .dollars:
      let units: [String: SiteGenerator.ValueUnit] = [
        "": .dollars, "per vol point": .dollarsPerVolPoint,
        "per VIX point": .dollarsPerVIXPoint,
      ]
      return (.number(printed.number), units[printed.unit.noun] ?? .dollars, printed.decimals)
    default: return (.number(printed.number), .none, printed.decimals)
    }
  }
}
