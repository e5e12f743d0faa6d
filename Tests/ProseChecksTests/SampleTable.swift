import Quant
import Testing

@testable import ProseChecks

/// The values of a session, and of the session before.
enum SampleTable {
  static func number(
    _ name: String, _ text: String, _ number: Double, decimals: Int,
    _ unit: ValueUnit = ValueUnit()
  ) -> CheckedValue {
    CheckedValue(name: name, text: text, quantity: .number(number, decimals: decimals), unit: unit)
  }

  static func vix(_ text: String, _ exact: Double) -> CheckedValue {
    number("vix.close", text, exact, decimals: 2, ValueUnit(.volatilityPoints))
  }

  static func values() throws -> [CheckedValue] {
    let pivot = try #require(CalendarDate("2015-12-01"))
    return [
      vix("18.20", 18.2),
      number("spx.close", "2 012.66", 2012.66, decimals: 2),
      number("spx.change", "−1.53 %", -1.53, decimals: 2, ValueUnit(.percent)),
      number("rv21", "15.3 %", 15.3, decimals: 1, ValueUnit(.percent)),
      number(
        "book.netVega", "−$120 per vol point", -120.4, decimals: 0,
        ValueUnit(.dollars, noun: "per vol point")),
      number("drag.cap", "$225", 225, decimals: 0, ValueUnit(.dollars)),
      number("basis.front", "+0.95 points", 0.95, decimals: 2, ValueUnit(noun: "points")),
      number("stage", "layer 1", 1, decimals: 0),
      number("hedge.contracts", "7", 7, decimals: 0),
      CheckedValue(name: "divergence.pivot", text: "1 December 2015", quantity: .date(pivot)),
      CheckedValue(name: "profile", text: "seed-obv", quantity: .words),
    ]
  }

  /// The table; VIX closed at 19.10 on the session before, and there was no hedge.
  static func table() throws -> ValueTable {
    let values = try values()
    return ValueTable(values) {
      [vix("19.10", 19.1), number("rv21", "15.3 %", 15.29, decimals: 1, ValueUnit(.percent))]
    }
  }
}
