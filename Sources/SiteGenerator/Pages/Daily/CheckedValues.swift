import ALVH
import ProseChecks
import Quant

extension DailySections {
  /// The values that the prose of this session can name, those of the session before included.
  func valueTable() -> ValueTable {
    guard let earlier = previous else { return ValueTable(checkedValues()) }
    let sections = DailySections(site: site, decision: earlier)
    return ValueTable(checkedValues()) { sections.checkedValues() }
  }

  /// Every value with what it is made of.
  private func checkedValues() -> [CheckedValue] {
    namedValues().map { CheckedValue(name: $0.key, printed: $0.value) }
  }
}

extension CheckedValue {
  /// Volatilities a year that are printed without a unit.
  private static let volatilities: Set<String> = ["vix.close", "vx1.settle", "vx2.settle"]

  /// A value read back from its print; the number is then the rounded one.
  init(name: String, printed text: String) {
    if name == "stage" {
      let layer = text.last.flatMap { $0.wholeNumberValue } ?? 0
      self.init(name: name, text: text, quantity: .number(Double(layer), decimals: 0))
    } else if let date = CalendarDate(long: text) {
      self.init(name: name, text: text, quantity: .date(date))
    } else if let printed = PrintedNumber(text) {
      let isVolatility = Self.volatilities.contains(name)
      self.init(
        name: name, text: text,
        quantity: .number(printed.number, decimals: printed.decimals),
        unit: isVolatility ? ValueUnit(.volatilityPoints) : printed.unit)
    } else {
      self.init(name: name, text: text, quantity: .words)
    }
  }
}
