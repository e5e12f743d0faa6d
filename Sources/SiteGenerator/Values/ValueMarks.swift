import Markdown
import Quant

/// Marks that follow a value through the Markdown renderer, so that its markup can name it.
///
/// A mark is a noncharacter of Unicode, which no text may use, and a private character that numbers
/// the value. After rendering, `<data value="20.7" data-name="vix.close">20.70</data>` takes its
/// place in running text; in attributes, drawings and formulas the mark goes and the text stays.
enum ValueMarks {
  /// U+FDD0, before a value; no literal may hold it.
  static let start = String(decoding: [0xEF, 0xB7, 0x90], as: UTF8.self)
  /// U+FDD1, behind a value.
  static let end = String(decoding: [0xEF, 0xB7, 0x91], as: UTF8.self)
  /// The private character of the first value.
  private static let first: UInt32 = 0xE000
  /// How many values private characters can number.
  static let most = 6400

  /// Whether a text holds a noncharacter of the marks; then it must not be marked.
  static func occur(in text: String) -> Bool {
    text.utf8Contains(start) || text.utf8Contains(end)
  }

  /// The text of a value between its marks.
  static func marked(_ value: NamedValue, in catalogue: ValueCatalogue) -> String {
    guard let position = catalogue.position(of: value.name), position < most,
      let number = Unicode.Scalar(first + UInt32(position))
    else { return value.text }
    return "\(start)\(Character(number))\(value.text)\(end)"
  }

  /// The text without marks.
  static func removed(from text: String) -> String {
    guard occur(in: text) else { return text }
    var result = String.UnicodeScalarView()
    var isNumber = false
    for scalar in text.unicodeScalars {
      if !isNumber, scalar.value != 0xFDD0, scalar.value != 0xFDD1 { result.append(scalar) }
      isNumber = scalar.value == 0xFDD0
    }
    return String(result)
  }

  /// Headings without marks.
  static func removed(from headings: [MarkdownHeading]) -> [MarkdownHeading] {
    headings.map { heading in
      var heading = heading
      heading.text = removed(from: heading.text)
      return heading
    }
  }

  /// The markup with the values' elements.
  ///
  /// Complexity: O(n).
  static func markup(_ html: String, _ catalogue: ValueCatalogue) -> String {
    guard occur(in: html) else { return html }
    var result = ""
    result.reserveCapacity(html.utf8.count + 1024)
    var open: [Bool] = []
    for part in MarkupText.parts(of: html) {
      var isNumber = false
      for scalar in part.text.unicodeScalars {
        switch scalar.value {
        case 0xFDD0: isNumber = true
        case 0xFDD1: if open.popLast() == true { result += "</data>" }
        case _ where isNumber:
          isNumber = false
          let position = Int(scalar.value) - Int(first)
          let isElement = part.isText && catalogue.values.indices.contains(position)
          if isElement { result += element(catalogue.values[position]) }
          open.append(isElement)
        default: result.unicodeScalars.append(scalar)
        }
      }
    }
    return result
  }

  private static func element(_ value: NamedValue) -> String {
    "<data value=\"\(Markup.escaped(value.quantity.plainText))\" "
      + "data-name=\"\(Markup.escaped(value.name))\">"
  }
}

extension NamedValue.Quantity {
  /// The value for machines: the shortest digits that give the same number, an ISO date, or the words.
  var plainText: String {
    switch self {
    case .number(let number): JSONBuffer.text(of: number)
    case .date(let date): date.description
    case .words(let words): words
    }
  }
}
