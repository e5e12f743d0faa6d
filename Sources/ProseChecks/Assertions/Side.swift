import Quant
import SVGCharts

/// One side of a comparison with its value found.
struct Side {
  private enum Content {
    case number(Double, decimals: Int?, ValueUnit)
    case date(CalendarDate)
    case words
  }

  /// The name, for a value of the page.
  let name: String?
  /// The value as the page or the author shows it.
  let text: String
  private let content: Content
  private let offset: Int

  /// Finds the value of an operand.
  init(_ operand: Operand, _ table: ValueTable) throws(ProseFault) {
    switch operand.kind {
    case .name(let name):
      do throws(ProseFault) {
        self.init(value: try table.value(name), offset: operand.offset)
      } catch {
        throw error.at(operand.offset)
      }
    case .number(let number):
      self.init(
        name: nil, text: number.text, .number(number.value, decimals: nil, number.unit),
        operand.offset)
    case .date(let date):
      self.init(name: nil, text: date.description, .date(date), operand.offset)
    case .words(let words): self.init(name: nil, text: words, .words, operand.offset)
    }
  }

  /// The side of a value that has been found.
  init(value: CheckedValue, offset: Int) {
    let content: Content
    switch value.quantity {
    case .number(let number, let decimals):
      content = .number(number, decimals: decimals, value.unit)
    case .date(let date): content = .date(date)
    case .words: content = .words
    }
    self.init(name: value.name, text: value.text, content, offset)
  }

  private init(name: String?, text: String, _ content: Content, _ offset: Int) {
    self.name = name
    self.text = text
    self.content = content
    self.offset = offset
  }

  /// The value, words in quotation marks.
  var shownText: String {
    if case .words = content { return "“\(text)”" }
    return text
  }

  /// −1, 0 or 1: whether this side is less than, equal to or greater than the other.
  ///
  /// - Throws: `ProseFault` for sides that cannot be compared.
  func order(against other: Side, isEquality: Bool) throws(ProseFault) -> Int {
    switch (content, other.content) {
    case (.number(let own, let places, let unit), .number(let its, let itsPlaces, let itsUnit)):
      try requireUnits(unit, other, itsUnit)
      return Self.order(own, places, its, itsPlaces)
    case (.date(let own), .date(let its)):
      return own.dayNumber == its.dayNumber ? 0 : own.dayNumber < its.dayNumber ? -1 : 1
    case (.words, .number), (.words, .words), (.number, .words):
      // A number may also be named by the words that pages show for it.
      guard name == nil || other.name == nil || isWords == other.isWords else { break }
      guard isWords == other.isWords || (isWords ? name == nil : other.name == nil) else { break }
      guard isEquality else {
        throw ProseFault(
          "words are neither more nor less than others", "Write `is` or `is not`.",
          offset: other.offset)
      }
      return Self.folded(text) == Self.folded(other.text) ? 0 : 1
    default: break
    }
    throw ProseFault(
      "\(described) cannot be compared with \(other.described)",
      "Compare numbers with numbers, dates with dates and words with words.",
      offset: other.offset)
  }

  private var isWords: Bool {
    if case .words = content { return true }
    return false
  }

  private var described: String {
    let kind =
      switch content {
      case .number: "a number"
      case .date: "a date"
      case .words: "words"
      }
    return name.map { "`\($0)` (\(kind))" } ?? "\(shownText) (\(kind))"
  }

  private func requireUnits(
    _ unit: ValueUnit, _ other: Side, _ otherUnit: ValueUnit
  ) throws(ProseFault) {
    guard !agrees(unit, other, otherUnit), !other.agrees(otherUnit, self, unit) else { return }
    throw ProseFault(
      "\(words(unit)) and \(other.words(otherUnit)) cannot be compared",
      "Write the unit with the number, such as $100, 2 % or 30 days, and compare like with like.",
      offset: other.offset)
  }

  /// Whether a value suits a literal, whose words may be left out, or another value.
  private func agrees(_ unit: ValueUnit, _ other: Side, _ otherUnit: ValueUnit) -> Bool {
    if unit.isComparable(with: otherUnit) { return true }
    guard other.name == nil, case .number(let number, _, _) = other.content else { return false }
    if number == 0, otherUnit == ValueUnit() { return true }
    return unit.measure == otherUnit.measure && otherUnit.noun.isEmpty
  }

  private func words(_ unit: ValueUnit) -> String {
    name.map { "`\($0)`, \(unit.words)," } ?? "\(text), \(unit.words),"
  }

  private static func order(_ own: Double, _ places: Int?, _ its: Double, _ itsPlaces: Int?) -> Int
  {
    let exact = sign(own, its)
    let shown = sign(rounded(own, places), rounded(its, itsPlaces))
    return exact == shown ? exact : 0
  }

  private static func sign(_ own: Double, _ its: Double) -> Int {
    own == its ? 0 : own < its ? -1 : 1
  }

  /// The number that a reader sees.
  private static func rounded(_ number: Double, _ places: Int?) -> Double {
    guard let places else { return number }
    let text = NumberText.fixed(number.magnitude, decimals: places, grouping: false)
    let magnitude = Double(text) ?? number.magnitude
    return number < 0 ? -magnitude : magnitude
  }

  /// Words without regard to case and to the width of blanks.
  private static func folded(_ text: String) -> String {
    text.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}

extension Comparison {
  /// Whether it asks only if two sides are the same.
  var isEquality: Bool { self == .equal || self == .unequal }
}
