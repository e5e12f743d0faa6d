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
    reportWord(token, in: owner)
    return ""
  }

  private mutating func reportWord(_ token: TeXToken, in owner: TeXToken) {
    if case .character(let scalar) = token.kind, !Self.isPrintable(scalar) {
      return report(
        "the character \(Self.shown(scalar)) is not allowed in words", at: token,
        remedy: "Remove it.")
    }
    let remedy =
      switch token.shown {
      case "$", "%", "&", "#", "_":
        "Write `\\\(token.shown)` for the sign, or close the braces before it."
      default: "Close the braces before it; only words go inside."
      }
    report(
      "`\(token.shown)` is not allowed inside `\(owner.shown)`", at: token, remedy: remedy)
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
