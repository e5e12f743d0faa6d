/// Words inside a formula.
extension TeXParser {
  /// Reads the braces after `\text` or `\operatorname`; without spaces only `\,` makes one.
  mutating func words(of owner: TeXToken, keepsSpaces: Bool) -> String {
    skipSpaces()
    guard current.kind == .openBrace else {
      report(
        "`\(owner.shown)` lacks its argument", at: owner, remedy: "Put the words in braces.")
      return ""
    }
    let opening = advance()
    var text = ""
    var braces = 1
    while current.kind != .end {
      let token = advance()
      switch token.kind {
      case .openBrace: braces += 1
      case .closeBrace:
        braces -= 1
        if braces == 0 { return text }
      case .space: text += keepsSpaces ? " " : ""
      default: text += word(token, in: owner)
      }
    }
    report("`{` is never closed", at: opening, remedy: "Add the missing `}`.")
    return text
  }

  private mutating func word(_ token: TeXToken, in owner: TeXToken) -> String {
    switch token.kind {
    case .prime: return "’"
    case .tie: return "\u{A0}"
    case .character(let scalar):
      if !"$%#".unicodeScalars.contains(scalar), Self.isPrintable(scalar) {
        return String(Character(scalar))
      }
    case .command(let name):
      if let text = Self.wordCommands[name] { return text }
    default: break
    }
    report(
      "`\(Self.isPrintable(token) ? token.shown : "a control character")` is not allowed "
        + "inside `\(owner.shown)`", at: token,
      remedy: Self.wordRemedy(token))
    return ""
  }

  private static func wordRemedy(_ token: TeXToken) -> String {
    switch token.kind {
    case .command: "Close the braces before it; only words go inside."
    case .character(let scalar) where !isPrintable(scalar): "Remove it."
    default: "Write `\\\(token.shown)` for the sign, or close the braces before it."
    }
  }

  private static func isPrintable(_ token: TeXToken) -> Bool {
    if case .character(let scalar) = token.kind { return isPrintable(scalar) }
    return true
  }

  private static func isPrintable(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .unassigned,
      .surrogate:
      false
    default: true
    }
  }

  private static let wordCommands = [
    "$": "$", "%": "%", "&": "&", "#": "#", "_": "_", "{": "{", "}": "}", " ": " ",
    ",": "\u{2009}", "pounds": "£", "euro": "€", "S": "§", "ldots": "…", "dots": "…",
  ]
}
