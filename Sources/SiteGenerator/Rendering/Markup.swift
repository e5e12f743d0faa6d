/// Escaping for markup that is put together in code.
enum Markup {
  /// The text with the five XML characters replaced.
  static func escaped(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 == 0x26 || $0 == 0x3C || $0 == 0x3E || $0 == 0x22 }) else {
      return text
    }
    var result = ""
    result.reserveCapacity(text.utf8.count + 16)
    for character in text.unicodeScalars {
      switch character {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      default: result.unicodeScalars.append(character)
      }
    }
    return result
  }

  /// The text with each sign joined to the dollar sign after it.
  ///
  /// A line may otherwise end between the two, and `−` would stand alone in front of the amount.
  static func unbroken(_ text: String) -> String {
    guard text.utf8.contains(0x24) else { return text }
    var result = ""
    result.reserveCapacity(text.utf8.count + 12)
    var previous: Unicode.Scalar = " "
    for scalar in text.unicodeScalars {
      if scalar == "$", previous == "\u{2212}" || previous == "+" {
        result.unicodeScalars.append("\u{2060}")
      }
      result.unicodeScalars.append(scalar)
      previous = scalar
    }
    return result
  }

  /// The words of markup that libcmark wrote, on one line.
  static func plainText(_ html: String) -> String {
    var text = ""
    var isInTag = false
    for character in html {
      switch character {
      case "<": isInTag = true
      case ">": isInTag = false
      default: if !isInTag { text.append(character) }
      }
    }
    for (entity, character) in [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&amp;", "&")] {
      text = text.split(separator: entity, omittingEmptySubsequences: false)
        .joined(separator: character)
    }
    return text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// A link with escaped address and text.
  static func link(_ text: String, to address: String) -> String {
    "<a href=\"\(escaped(address))\">\(escaped(text))</a>"
  }
}
