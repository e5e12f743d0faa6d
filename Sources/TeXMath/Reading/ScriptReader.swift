/// Subscripts, superscripts, primes and limits.
extension TeXParser {
  /// Reads an atom with what is attached to it; `nil` when it leaves nothing.
  mutating func scriptedAtom() -> MathNode? {
    let start = current
    switch start.kind {
    case .superscript, .subscript, .prime: return scripts(of: .row([]), at: start)
    default:
      guard let base = atom() else { return nil }
      return scripts(of: base, at: start)
    }
  }

  private mutating func scripts(of base: MathNode, at start: TeXToken) -> MathNode {
    var placement = Self.placement(of: base)
    var lower: MathNode?
    var upper: MathNode?
    var primes = 0
    var hasSuperscript = false
    while true {
      skipSpaces()
      let token = current
      switch token.kind {
      case .prime:
        advance()
        if hasSuperscript { reportDouble("superscript", at: token) }
        primes += 1
      case .superscript:
        advance()
        if hasSuperscript { reportDouble("superscript", at: token) }
        hasSuperscript = true
        upper = script(after: token)
      case .subscript:
        advance()
        if lower != nil { reportDouble("subscript", at: token) }
        lower = script(after: token)
      case .command(let name):
        guard case .limits(let wanted) = TeXCommand.all[name] else {
          return Self.assembled(base, lower, Self.primed(upper, primes), placement)
        }
        advance()
        if Self.isLimitBase(base) {
          placement = wanted
        } else {
          report(
            "`\\\(name)` follows no large operator", at: token,
            remedy: "Write it right after \\sum, \\int, \\lim or the like.")
        }
      default: return Self.assembled(base, lower, Self.primed(upper, primes), placement)
      }
    }
  }

  /// Reads the script after `^` or `_`.
  private mutating func script(after mark: TeXToken) -> MathNode {
    skipSpaces()
    let digits = digits(upTo: 20)
    if digits.count > 1 {
      report(
        "`\(mark.shown)` takes only the first digit of `\(digits)`", at: mark,
        remedy: "Write `\(mark.shown){\(digits)}`.")
    }
    return argument("`\(mark.shown)` has no script after it", of: mark)
  }

  /// The digits at this place, as many as a message shows.
  private func digits(upTo limit: Int) -> String {
    var digits = String.UnicodeScalarView()
    while digits.count < limit, let digit = digit(at: digits.count) { digits.append(digit) }
    return String(digits)
  }

  private mutating func reportDouble(_ script: String, at token: TeXToken) {
    report(
      "double \(script)", at: token,
      remedy: "Use braces to say which belongs to which, such as `{a^b}^c` or `a^{b^c}`.")
  }

  private static func primed(_ upper: MathNode?, _ primes: Int) -> MathNode? {
    guard primes > 0 else { return upper }
    let marks = ["′", "″", "‴", "⁗"]
    let text = primes <= marks.count ? marks[primes - 1] : String(repeating: "′", count: primes)
    let sign = MathNode.sign(MathSign(text, .ordinary))
    guard let upper else { return sign }
    if case .row(let nodes) = upper { return .row([sign] + nodes) }
    return .row([sign, upper])
  }

  private static func assembled(
    _ base: MathNode, _ lower: MathNode?, _ upper: MathNode?, _ placement: ScriptPlacement
  ) -> MathNode {
    guard lower != nil || upper != nil else { return base }
    if case .accent(_, let accent) = base, accent.takesLabel {
      return .stack(base, under: lower, over: upper)
    }
    return .scripts(base: base, lower: lower, upper: upper, placement: placement)
  }

  private static func isLimitBase(_ base: MathNode) -> Bool {
    switch base {
    case .function: return true
    case .sign(let sign):
      if case .large = sign.role { return true }
      return false
    default: return false
    }
  }

  private static func placement(of base: MathNode) -> ScriptPlacement {
    switch base {
    case .function(_, takesLimits: true): .movable
    case .sign(let sign): sign.role == .large(takesLimits: true) ? .movable : .beside
    default: .beside
    }
  }
}
