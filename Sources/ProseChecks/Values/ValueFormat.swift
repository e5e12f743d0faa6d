import Quant
import SVGCharts

/// How a reference shows its value: `{{ spx.change | 1 decimal, unsigned }}`.
///
/// Formats for numbers: `0 decimals` … `6 decimals` (at most as many as the value itself is shown
/// with), `signed`, `unsigned`, `no unit`, `words` (whole numbers up to a hundred). Formats for
/// dates: `day` (4 January), `weekday` (Monday), `iso` (2016-01-04). Several stand with commas
/// between them.
public struct ValueFormat: Hashable, Sendable {
  private enum Sign { case asIs, signed, unsigned }
  private enum DateForm { case day, weekday, iso }

  private var decimals: Int?
  private var sign = Sign.asIs
  private var showsUnit = true
  private var isInWords = false
  private var dateForm: DateForm?

  private static let known =
    "0 decimals to 6 decimals, signed, unsigned, no unit, words; for dates day, weekday, iso"

  /// Reads a format.
  ///
  /// - Throws: `ProseFault` for a format that does not exist.
  public init(_ text: String) throws(ProseFault) {
    for part in text.split(separator: ",", omittingEmptySubsequences: false) {
      let words = part.split(separator: " ").joined(separator: " ")
      switch words {
      case "signed": sign = .signed
      case "unsigned": sign = .unsigned
      case "no unit": showsUnit = false
      case "words": isInWords = true
      case "day": dateForm = .day
      case "weekday": dateForm = .weekday
      case "iso": dateForm = .iso
      default:
        guard let count = Self.decimals(words) else {
          throw ProseFault("unknown format `\(words)`", "Known formats: \(Self.known).")
        }
        decimals = count
      }
    }
  }

  private static func decimals(_ words: String) -> Int? {
    let parts = words.split(separator: " ")
    guard let first = parts.first, let count = Int(first), (0...6).contains(count),
      parts.count == 1 || parts.count == 2 && (parts[1] == "decimal" || parts[1] == "decimals")
    else { return nil }
    return count
  }

  /// The value in this format.
  ///
  /// - Throws: `ProseFault` when the format does not suit the value.
  public func text(of value: CheckedValue) throws(ProseFault) -> String {
    switch value.quantity {
    case .words:
      throw ProseFault(
        "`\(value.name)` is words, “\(value.text)”, and takes no format", "Remove the format.")
    case .date(let date):
      guard let dateForm, decimals == nil, sign == .asIs, showsUnit, !isInWords else {
        throw ProseFault(
          "`\(value.name)` is a date and takes no format of numbers",
          "Write day, weekday or iso, or nothing.")
      }
      return Self.text(of: date, dateForm)
    case .number(let number, let shown):
      guard dateForm == nil else {
        throw ProseFault(
          "`\(value.name)` is a number and takes no format of dates", "Remove the format.")
      }
      return try text(of: number, shown: shown, value)
    }
  }

  private static func text(of date: CalendarDate, _ form: DateForm) -> String {
    switch form {
    case .day: "\(date.day)\u{A0}\(NumberText.monthName(date.month))"
    case .weekday: NumberText.weekdayName(date.weekday)
    case .iso: date.description
    }
  }

  private func text(
    of number: Double, shown: Int, _ value: CheckedValue
  ) throws(ProseFault) -> String {
    let places = decimals ?? shown
    guard places <= shown else {
      throw ProseFault(
        "`\(value.name)` is shown with \(shown) decimals and cannot have \(places)",
        "Write \(shown) decimals or fewer.")
    }
    // Signs that the value always shows stay unless they are taken away.
    let isSigned = sign == .signed || sign == .asIs && value.text.hasPrefix("+")
    let number = sign == .unsigned ? number.magnitude : number
    if isInWords { return try inWords(number, value) }
    let noun = showsUnit && !value.unit.noun.isEmpty ? "\u{A0}" + value.unit.noun : ""
    switch value.unit.measure {
    case .dollars where showsUnit:
      return NumberText.dollars(number, decimals: places, signed: isSigned) + noun
    case .percent where showsUnit:
      return NumberText.percentPoints(number, decimals: places, signed: isSigned) + noun
    default:
      return NumberText.fixed(number, decimals: places, signed: isSigned) + noun
    }
  }

  private func inWords(_ number: Double, _ value: CheckedValue) throws(ProseFault) -> String {
    guard sign != .signed, decimals == nil, let words = NumberWords.text(number) else {
      throw ProseFault(
        "`\(value.name)`, \(value.text), cannot be written in words",
        "Words are for whole numbers from 0 to 100, without sign and decimals.")
    }
    return words
  }
}
