import Quant
import SVGCharts

/// Cuts a condition into pieces, each with its offset in Unicode scalars.
struct ConditionLexer {
  typealias Piece = (token: ConditionToken, offset: Int)

  private let scalars: [Unicode.Scalar]
  private var index = 0
  private var pieces: [Piece] = []

  private static let operators: [(String, Comparison)] = [
    ("<=", .atMost), (">=", .atLeast), ("!=", .unequal), ("<>", .unequal), ("==", .equal),
    ("≤", .atMost), ("≥", .atLeast), ("≠", .unequal), ("<", .less), (">", .greater),
    ("=", .equal),
  ]
  private static let spaces: Set<Unicode.Scalar> = [" ", "\n", "\u{A0}", "\u{202F}", "\u{2009}"]
  private static let closings: [Unicode.Scalar: Unicode.Scalar] = ["\"": "\"", "“": "”", "'": "'"]

  /// The pieces of a text.
  ///
  /// - Throws: `ProseFault` at a character that begins nothing.
  static func pieces(of text: String) throws(ProseFault) -> [Piece] {
    var lexer = ConditionLexer(text)
    while lexer.index < lexer.scalars.count { try lexer.next() }
    return lexer.pieces
  }

  private init(_ text: String) {
    scalars = Array(text.unicodeScalars)
  }

  private func scalar(_ ahead: Int = 0) -> Unicode.Scalar? {
    index + ahead < scalars.count ? scalars[index + ahead] : nil
  }

  private mutating func next() throws(ProseFault) {
    let start = index
    guard let first = scalar() else { return }
    if Self.spaces.contains(first) {
      index += 1
    } else if first == "(" || first == ")" {
      index += 1
      pieces.append((first == "(" ? .opening : .closing, start))
    } else if let closing = Self.closings[first] {
      try quoted(until: closing)
    } else if let (text, comparison) = Self.operators.first(where: { stands($0.0) }) {
      index += text.unicodeScalars.count
      pieces.append((.comparison(comparison), start))
    } else if Self.isDigit(first) || "+-−$".unicodeScalars.contains(first) {
      try number()
    } else if first.properties.isAlphabetic {
      while let scalar = scalar(), Self.isOfName(scalar) { index += 1 }
      pieces.append((.word(text(from: start)), start))
    } else {
      throw ProseFault(
        "`\(first)` has no meaning in a condition",
        "Write names, numbers, is, =, ≠, <, ≤, >, ≥, between … and …, rose, fell, unchanged, "
          + "and, or, not.", offset: start)
    }
  }

  private func stands(_ text: String) -> Bool {
    scalars[index...].starts(with: text.unicodeScalars)
  }

  private func text(from start: Int) -> String {
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars[start..<index])
    return String(text)
  }

  private mutating func quoted(until closing: Unicode.Scalar) throws(ProseFault) {
    let start = index
    index += 1
    while let scalar = scalar(), scalar != closing { index += 1 }
    guard scalar() != nil else {
      throw ProseFault(
        "the quotation mark is not closed", "Write `\(closing)` behind the words.", offset: start)
    }
    let words = String(text(from: start).dropFirst())
    index += 1
    pieces.append((.quoted(words), start))
  }

  private mutating func number() throws(ProseFault) {
    let start = index
    if let date = isoDate() {
      pieces.append((.date(date), start))
      return
    }
    guard let number = NumberReading(scalars, at: index) else {
      throw ProseFault("a number is missing behind `\(scalars[start])`", "Write it.", offset: start)
    }
    index = number.end
    if !number.hasSign, number.literal.unit == ValueUnit(), let date = writtenDate(number) {
      pieces.append((.date(date), start))
    } else {
      pieces.append((.number(number.literal), start))
    }
  }

  private mutating func isoDate() -> CalendarDate? {
    guard index + 10 <= scalars.count else { return nil }
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars[index..<(index + 10)])
    guard let date = CalendarDate(String(text)) else { return nil }
    index += 10
    return date
  }

  /// A date such as `4 January 2016`, whose day has been read.
  private mutating func writtenDate(_ number: NumberReading) -> CalendarDate? {
    var end = index
    func skip() { while end < scalars.count, Self.spaces.contains(scalars[end]) { end += 1 } }
    skip()
    let monthStart = end
    while end < scalars.count, scalars[end].properties.isAlphabetic { end += 1 }
    var name = String.UnicodeScalarView()
    name.append(contentsOf: scalars[monthStart..<end])
    guard let month = (1...12).first(where: { NumberText.monthName($0) == String(name) }) else {
      return nil
    }
    skip()
    guard let year = NumberReading(scalars, at: end), !year.hasSign,
      let date = CalendarDate(
        year: Int(year.literal.value), month: month, day: Int(number.literal.value))
    else { return nil }
    index = year.end
    return date
  }

  static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }

  private static func isOfName(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isAlphabetic || isDigit(scalar) || scalar == "." || scalar == "_"
  }
}
