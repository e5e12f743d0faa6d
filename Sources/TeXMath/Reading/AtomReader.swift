/// Single letters, numbers, signs, groups and commands.
extension TeXParser {
  /// Reads one atom without its scripts, and moves on in any case; `nil` when it leaves nothing.
  mutating func atom() -> MathNode? {
    let token = current
    switch token.kind {
    case .openBrace: return grouped()
    case .tie:
      advance()
      return .space(MathSpace(width: "0.25", plainText: " "))
    case .character(let scalar): return character(scalar)
    case .command(let name): return command(name)
    case .closeBrace:
      advance()
      report("`}` closes nothing", at: token, remedy: "Remove it, or add the missing `{`.")
      return nil
    case .alignment:
      advance()
      reportOutsideTable("&", at: token)
      return nil
    case .superscript, .subscript, .prime, .space, .end:
      advance()
      return nil
    }
  }

  mutating func reportOutsideTable(_ mark: String, at token: TeXToken) {
    report(
      enclosures.contains(.cell)
        ? "`\(mark)` stands inside braces or `\\left…\\right`"
        : "`\(mark)` stands outside an environment", at: token,
      remedy: "Use it directly between \\begin{aligned} and \\end{aligned}, or the like.")
  }

  /// A group in a row; braces around one sign make it an ordinary one, as in TeX.
  private mutating func grouped() -> MathNode {
    let nodes = group()
    if nodes.count == 1, case .sign(var sign) = nodes[0] {
      if case .large = sign.role { return .row(nodes) }
      sign.role = .ordinary
      return .sign(sign)
    }
    return .one(of: nodes)
  }

  /// Reads the argument of a command or script: a group, or one token.
  ///
  /// - Parameters:
  ///   - missing: what is wrong when there is none.
  ///   - owner: the token that needs the argument.
  /// - Returns: the argument; an empty row when it is missing.
  mutating func argument(_ missing: String, of owner: TeXToken) -> MathNode {
    skipSpaces()
    switch current.kind {
    case .openBrace: return .one(of: group())
    case .character(let scalar) where ("0"..."9").contains(scalar):
      advance()
      return .number(String(Character(scalar)), alphabet)
    case .character, .tie:
      return nested(at: current, otherwise: .row([])) { $0.atom() ?? .row([]) }
    case .command(let name) where !Self.endsArguments(TeXCommand.all[name]):
      return nested(at: current, otherwise: .row([])) { $0.atom() ?? .row([]) }
    default:
      report(missing, at: owner, remedy: "Add it in braces; `{}` is an empty one.")
      return .row([])
    }
  }

  private static func endsArguments(_ command: TeXCommand?) -> Bool {
    switch command {
    case .right, .middle, .end, .newRow, .style, .limits: true
    default: false
    }
  }

  // MARK: Characters

  /// The ASCII digit `offset` tokens ahead.
  func digit(at offset: Int) -> Unicode.Scalar? {
    guard case .character(let scalar) = token(at: offset).kind, ("0"..."9").contains(scalar) else {
      return nil
    }
    return scalar
  }

  private mutating func character(_ scalar: Unicode.Scalar) -> MathNode? {
    if digit(at: 0) != nil || (scalar == "." && digit(at: 1) != nil) { return number() }
    let token = advance()
    if let sign = SignTable.characters[scalar] { return .sign(sign) }
    if scalar.isASCII ? scalar.properties.isAlphabetic : Self.isLetter(scalar) {
      return letter(String(Character(scalar)))
    }
    reportCharacter(scalar, at: token)
    return nil
  }

  /// A typed letter: capital Greek is upright, as in TeX.
  private func letter(_ letter: String) -> MathNode {
    let isGreekCapital = ("Α"..."Ω").contains(letter)
    let upright = alphabet == .automatic && isGreekCapital
    return .identifier(letter, upright ? .upright : alphabet)
  }

  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .otherLetter, .currencySymbol: true
    default: "°∞∂∇∅".unicodeScalars.contains(scalar)
    }
  }

  private mutating func reportCharacter(_ scalar: Unicode.Scalar, at token: TeXToken) {
    switch scalar {
    case "%":
      report(
        "`%` would hide the rest of the line", at: token,
        remedy: "Write `\\%` for a percent sign; a formula has no comments.")
    case "$":
      report("`$` stands inside a formula", at: token, remedy: "Write `\\$` for a dollar sign.")
    case "#": report("`#` has no meaning here", at: token, remedy: "Write `\\#` for the sign.")
    default:
      report(
        "the character \(Self.shown(scalar)) has no meaning in a formula", at: token,
        remedy: "Use a command, or put words into \\text{…}.")
    }
  }

  /// A character for a message; only its number when it would not show or would change the line.
  static func shown(_ scalar: Unicode.Scalar) -> String {
    let number = "U+" + hexadecimal(scalar)
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .unassigned,
      .surrogate, .nonspacingMark, .enclosingMark, .spacingMark:
      return number
    default: return "`\(Character(scalar))` (\(number))"
    }
  }

  private static func hexadecimal(_ scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }

  /// Digits with a decimal point and `{,}` between thousands, as one number.
  private mutating func number() -> MathNode {
    var text = ""
    var hasPoint = false
    while true {
      if let digit = digit(at: 0) {
        text.unicodeScalars.append(digit)
        advance()
      } else if current.kind == .character("."), !hasPoint, digit(at: 1) != nil {
        hasPoint = true
        text += "."
        advance()
      } else if current.kind == .openBrace, token(at: 1).kind == .character(","),
        token(at: 2).kind == .closeBrace, digit(at: 3) != nil
      {
        text += ","
        for _ in 0..<3 { advance() }
      } else {
        return .number(text, alphabet)
      }
    }
  }
}
