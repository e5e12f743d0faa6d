public import Quant
import SVGCharts

/// A number read back from how pages print it, such as `−$1 234.5 per vol point`.
public struct PrintedNumber: Hashable, Sendable {
  /// The number in the unit that is shown.
  public let number: Double
  /// The decimals that are shown.
  public let decimals: Int
  /// The unit with the words behind the number.
  public let unit: ValueUnit

  /// Reads a print; `nil` when it does not begin with a number.
  public init?(_ text: String) {
    let scalars = Array(text.unicodeScalars)
    guard let reading = NumberReading(scalars, at: 0) else { return nil }
    number = reading.literal.value
    decimals = reading.decimals
    var unit = reading.literal.unit
    let rest = scalars[min(reading.end, scalars.count)...].reduce(into: "") {
      $0.unicodeScalars.append($1)
    }
    let noun = rest.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    if !noun.isEmpty { unit.noun = noun }
    self.unit = unit
  }
}

extension CalendarDate {
  /// A date read back from its long form, `4 January 2016`; `nil` for any other text.
  public init?(long text: String) {
    let parts = text.split(whereSeparator: \.isWhitespace)
    guard parts.count == 3, let day = Int(parts[0]), let year = Int(parts[2]),
      let month = (1...12).first(where: { NumberText.monthName($0) == parts[1] })
    else { return nil }
    self.init(year: year, month: month, day: day)
  }
}
