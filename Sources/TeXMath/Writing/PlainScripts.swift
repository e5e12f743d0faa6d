/// Scripts as plain text: raised and lowered characters where Unicode has them.
enum PlainScripts {
  static func text(
    _ base: MathNode, _ lower: MathNode?, _ upper: MathNode?, isRaised: Bool
  ) -> String {
    var text = self.base(base, hasUpper: upper != nil)
    guard isRaised else { return text + attached(lower, upper) }
    if let lower {
      let script = PlainTextWriter.text(of: lower, isTight: true)
      text += PlainLetters.lowered(script) ?? attached(lower, nil)
    }
    if let upper {
      let script = PlainTextWriter.text(of: upper, isTight: true)
      text += PlainLetters.raised(script) ?? attached(nil, upper)
    }
    return text
  }

  /// `_(…)^(…)`, without parentheses around one unit.
  static func attached(_ lower: MathNode?, _ upper: MathNode?) -> String {
    (lower.map { "_" + script($0) } ?? "") + (upper.map { "^" + script($0) } ?? "")
  }

  private static func script(_ node: MathNode) -> String {
    let text = PlainTextWriter.text(of: node, isTight: true)
    switch node {
    case .identifier, .number, .sign, .fence: return text
    default: return isEnclosed(text) ? text : "(\(text))"
    }
  }

  /// Whether one pair of parentheses encloses the whole text.
  private static func isEnclosed(_ text: String) -> Bool {
    guard text.hasPrefix("("), text.hasSuffix(")") else { return false }
    var depth = 0
    for byte in text.utf8.dropLast() {
      if byte == UInt8(ascii: "(") { depth += 1 }
      if byte == UInt8(ascii: ")") { depth -= 1 }
      if depth == 0 { return false }
    }
    return depth == 1
  }

  /// The base, in parentheses where the script would seem to belong to a part of it only.
  private static func base(_ base: MathNode, hasUpper: Bool) -> String {
    let text = PlainTextWriter.text(of: base, isTight: true)
    switch PlainTextWriter.bare(base) {
    case .fraction, .root: return "(\(text))"
    case .scripts(_, _, .some, _): return hasUpper ? "(\(text))" : text
    default: return text
    }
  }
}
