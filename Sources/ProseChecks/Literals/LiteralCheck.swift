/// Finds numbers in a text that look like a value of the day and are not it.
///
/// A number is compared with a value when unit and decimals agree. It is reported when it has at
/// least three digits and, in a sentence that also names the value's subject (VIX, vega, coverage …),
/// lies within 2 % of it, has one digit wrong or two neighbours exchanged, or has its sign turned;
/// without such a word, only with five digits or more of which one is wrong or two are exchanged.
///
/// Never reported: numbers that equal a value of this or the last session as it is shown; sentences
/// that name another time (a month, a weekday, yesterday, a year …), print the value itself, or stand
/// in a quotation. `{{ literal: 20.75 }}` says that a number is meant as it is.
public struct LiteralCheck {
  private static let nearness = 0.02
  /// Digits of a number that no other quantity has by chance.
  private static let longNumber = 5

  private let table: ValueTable
  private let candidates: [Candidate]

  private struct Candidate {
    var value: CheckedValue
    var number: Double
    var shown: String
    var decimals: Int
    var subjects: [String]
  }

  /// Makes the values of a page ready.
  public init(_ table: ValueTable) {
    self.table = table
    candidates = table.values.values.sorted { $0.name < $1.name }.compactMap { value in
      guard case .number(let number, let decimals) = value.quantity else { return nil }
      return Candidate(
        value: value, number: number, shown: Self.digits(value.text), decimals: decimals,
        subjects: ValueSubjects.words(of: value.name))
    }
  }

  /// The suspicious numbers of a text, in reading order.
  public func findings(in prose: MaskedProse) -> [ProseFinding] {
    guard !candidates.isEmpty else { return [] }
    return ProseSentence.sentences(of: prose).flatMap { findings(in: $0, prose) }
  }

  private func findings(in sentence: ProseSentence, _ prose: MaskedProse) -> [ProseFinding] {
    guard !sentence.numbers.isEmpty, !sentence.namesAnotherTime else { return [] }
    return sentence.numbers.compactMap { number in
      let literal = number.reading
      let digits = Self.digits(literal.literal.text)
      guard literal.significantDigits >= 3, !isKnown(digits, literal),
        let candidate = candidates.first(where: {
          !sentence.source.contains($0.value.name) && isNear($0, literal, digits, sentence)
        }),
        !isPrevious(candidate, digits)
      else { return nil }
      let name = candidate.value.name
      return prose.finding(
        .warning, at: number.offset,
        "\(literal.literal.text) looks like `\(name)`, which is \(candidate.value.text)",
        "Write `{{ \(name) }}` for the day’s value, or `{{ literal: \(literal.literal.text) }}` "
          + "when another number is meant.")
    }
  }

  /// Whether the number is one of the day's, whatever its unit.
  private func isKnown(_ digits: String, _ literal: NumberReading) -> Bool {
    candidates.contains { $0.shown == digits && (!literal.hasSign || isSame($0, literal)) }
  }

  private func isSame(_ candidate: Candidate, _ literal: NumberReading) -> Bool {
    candidate.number == 0 || (candidate.number < 0) == (literal.literal.value < 0)
  }

  private func isPrevious(_ candidate: Candidate, _ digits: String) -> Bool {
    // Where there is no earlier value, the number cannot be it; that is an answer and no fault.
    guard let previous = try? table.previous(of: candidate.value.name) else { return false }
    return Self.digits(previous.text) == digits
  }

  private func isNear(
    _ candidate: Candidate, _ literal: NumberReading, _ digits: String, _ sentence: ProseSentence
  ) -> Bool {
    let unit = literal.literal.unit
    guard candidate.decimals == literal.decimals, agrees(candidate.value.unit, unit) else {
      return false
    }
    let isNamed = candidate.subjects.contains { sentence.folded.contains($0) }
    let isTurned =
      literal.hasSign && candidate.shown == digits && !isSame(candidate, literal)
    if isTurned { return isNamed || literal.significantDigits >= Self.longNumber }
    guard !literal.hasSign || isSame(candidate, literal) else { return false }
    let isSlip = OneSlip.parts(Array(candidate.shown.utf8), Array(digits.utf8))
    guard isNamed else { return isSlip && literal.significantDigits >= Self.longNumber }
    let distance = abs(literal.literal.value.magnitude - candidate.number.magnitude)
    return isSlip || distance <= Self.nearness * candidate.number.magnitude
  }

  private func agrees(_ unit: ValueUnit, _ written: ValueUnit) -> Bool {
    if written.measure == .plain {
      return (unit.measure == .plain || unit.measure == .volatilityPoints)
        && (written.noun.isEmpty || unit.noun.isEmpty || written.noun == unit.noun)
    }
    return unit.measure == written.measure
  }

  /// The digits of the first number in a text with their decimal point.
  private static func digits(_ text: String) -> String {
    let scalars = Array(text.unicodeScalars)
    var result = ""
    for (index, scalar) in scalars.enumerated() {
      if ConditionLexer.isDigit(scalar) {
        result.unicodeScalars.append(scalar)
      } else if scalar == ".", !result.isEmpty {
        result.append(".")
      } else if !result.isEmpty,
        index + 1 >= scalars.count || !ConditionLexer.isDigit(scalars[index + 1])
      {
        break
      }
    }
    return result
  }
}

/// The slips that turn one number into another of the same length.
enum OneSlip {
  /// Whether exactly one digit differs, or two neighbouring digits are exchanged.
  static func parts(_ one: [UInt8], _ other: [UInt8]) -> Bool {
    guard one.count == other.count else { return false }
    let places = one.indices.filter { one[$0] != other[$0] }
    if places.count == 1 { return true }
    return places.count == 2 && places[1] == places[0] + 1 && one[places[0]] == other[places[1]]
      && one[places[1]] == other[places[0]]
  }
}
