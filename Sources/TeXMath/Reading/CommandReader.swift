/// Commands and their arguments.
extension TeXParser {
  mutating func command(_ name: String) -> MathNode? {
    let token = advance()
    guard let command = TeXCommand.all[name] else {
      reportUnknown(name, at: token)
      return nil
    }
    switch command {
    case .letter(let letter): return .identifier(letter, alphabet)
    case .uprightLetter(let letter):
      return .identifier(letter, alphabet == .automatic ? .upright : alphabet)
    case .sign(let text, let role): return .sign(MathSign(text, role))
    case .function(let name, let takesLimits): return .function(name, takesLimits: takesLimits)
    case .space(let space): return .space(space)
    case .left: return fence(from: token)
    case .sized(let size, let role): return sizedDelimiter(size, role, at: token)
    case .begin: return environment(from: token)
    case .right, .middle, .end, .newRow, .limits, .style:
      reportMisplaced(command, at: token)
      return nil
    case .refused(let what, let remedy):
      report(what, at: token, remedy: remedy)
      return nil
    default: return construct(command, at: token)
    }
  }

  /// Commands that take arguments.
  private mutating func construct(_ command: TeXCommand, at token: TeXToken) -> MathNode? {
    switch command {
    case .fraction(let isDisplay): return fraction(hasLine: true, isDisplay, at: token)
    case .binomial(let isDisplay): return fraction(hasLine: false, isDisplay, at: token)
    case .root: return root(at: token)
    case .alphabet(let alphabet): return styledLetters(alphabet, at: token)
    case .text: return .text(words(of: token, keepsSpaces: true))
    case .operatorName(let takesLimits):
      return .function(words(of: token, keepsSpaces: false), takesLimits: takesLimits)
    case .accent(let accent): return .accent(argument(at: token), accent)
    case .stack(let isOver):
      let script = argument(at: token, "first ")
      let base = argument(at: token, "second ")
      return .stack(base, under: isOver ? nil : script, over: isOver ? script : nil)
    case .labelledArrow(let arrow):
      let (under, isComplete) = optionalArgument()
      return .labelledArrow(arrow, under: under, over: isComplete ? argument(at: token) : nil)
    case .phantom(let width, let height):
      return .phantom(argument(at: token), keepsWidth: width, keepsHeight: height)
    case .negation: return negated(at: token)
    default: return nil
    }
  }

  /// An argument of a command; `which` tells it from others in the message.
  private mutating func argument(at token: TeXToken, _ which: String = "") -> MathNode {
    argument("`\(token.shown)` lacks its \(which)argument", of: token)
  }

  private mutating func fraction(
    hasLine: Bool, _ isDisplay: Bool?, at token: TeXToken
  ) -> MathNode {
    let upper = argument(at: token, "first ")
    let lower = argument(at: token, "second ")
    var node = MathNode.fraction(numerator: upper, denominator: lower, hasLine: hasLine)
    if !hasLine {
      node = .fence(MathFence(opening: "(", closing: ")", parts: [[node]], separators: []))
    }
    return isDisplay.map { .styled(node, isDisplay: $0) } ?? node
  }

  private mutating func root(at token: TeXToken) -> MathNode {
    let (index, isComplete) = optionalArgument()
    return .root(isComplete ? argument(at: token) : .row([]), index: index)
  }

  /// Reads `[…]` when it is there; without its end nothing after it can be told apart.
  private mutating func optionalArgument() -> (node: MathNode?, isComplete: Bool) {
    skipSpaces()
    guard current.kind == .character("[") else { return (nil, true) }
    let opening = advance()
    let nodes = nested(at: opening, otherwise: []) { $0.row(in: .bracket) }
    guard current.kind == .character("]") else {
      report("`[` is never closed", at: opening, remedy: "Add the missing `]`.")
      return (.one(of: nodes), false)
    }
    advance()
    return (.one(of: nodes), true)
  }

  private mutating func styledLetters(_ alphabet: MathAlphabet, at token: TeXToken) -> MathNode {
    let outer = self.alphabet
    self.alphabet = alphabet
    defer { self.alphabet = outer }
    let content = argument(at: token)
    guard alphabet.joinsLetters, case .row(let nodes) = content else { return content }
    var joined: [MathNode] = []
    for node in nodes {
      if case .identifier(let letter, alphabet) = node,
        case .identifier(let name, alphabet) = joined.last
      {
        joined[joined.count - 1] = .identifier(name + letter, alphabet)
      } else {
        joined.append(node)
      }
    }
    return .one(of: joined)
  }

  private mutating func negated(at token: TeXToken) -> MathNode? {
    skipSpaces()
    let start = current
    switch start.kind {
    case .character, .command:
      if case .sign(var sign)? = nested(at: start, otherwise: nil, { $0.atom() }),
        sign.role == .relation
      {
        sign.text = Self.negations[sign.text] ?? sign.text + "\u{338}"
        return .sign(sign)
      }
    default: break
    }
    report("`\\not` has no relation after it", at: token, remedy: "Write it before = or the like.")
    return nil
  }

  /// The characters Unicode has for struck-through relations.
  private static let negations = [
    "=": "≠", "<": "≮", ">": "≯", "≤": "≰", "≥": "≱", "≡": "≢", "∼": "≁", "≃": "≄", "≅": "≇",
    "≈": "≉", "≍": "≭", "∈": "∉", "∋": "∌", "⊂": "⊄", "⊃": "⊅", "⊆": "⊈", "⊇": "⊉", "∣": "∤",
    "∥": "∦", "←": "↚", "→": "↛", "↔": "↮", "⇐": "⇍", "⇒": "⇏", "⇔": "⇎", "≲": "≴", "≳": "≵",
    "≺": "⊀", "≻": "⊁", "⊢": "⊬", "⊨": "⊭",
  ]

  // MARK: Messages

  private mutating func reportUnknown(_ name: String, at token: TeXToken) {
    guard !name.isEmpty else {
      return report("`\\` is the last character", at: token, remedy: "Remove it.")
    }
    let remedy =
      if let nearest = NearestCommand.find(name, among: TeXCommand.names) {
        "Did you mean `\\\(nearest)`?"
      } else if name.unicodeScalars.allSatisfy({ $0.isASCII && $0.properties.isAlphabetic }) {
        "Write \\operatorname{\(name)} for a function, or \\text{\(name)} for a word."
      } else {
        "Remove the backslash."
      }
    report("unknown command `\\\(name)`", at: token, remedy: remedy)
  }

  private mutating func reportMisplaced(_ command: TeXCommand, at token: TeXToken) {
    switch command {
    case .right: report("`\\right` has no `\\left`", at: token, remedy: "Add \\left before it.")
    case .middle:
      report(
        "`\\middle` stands outside `\\left…\\right`", at: token,
        remedy: "Put \\left and \\right around the whole.")
    case .end:
      report("`\\end` has no `\\begin`", at: token, remedy: "Add \\begin{…} before it.")
      _ = environmentName(of: token)
    case .newRow: reportOutsideTable("\\\\", at: token)
    case .limits:
      report(
        "`\(token.shown)` follows no large operator", at: token,
        remedy: "Write it right after \\sum, \\int, \\lim or the like.")
    default:
      report(
        "`\(token.shown)` stands where an argument is needed", at: token,
        remedy: "Put it inside braces.")
    }
  }
}
