/// Scripts as plain text: raised and lowered characters where Unicode has them.
enum PlainScripts {
  static func text(
    _ base: MathNode, _ lower: MathNode?, _ upper: MathNode?, isRaised: Bool
  ) -> String {
    var text = self.base(base, hasUpper: upper != nil)
    guard isRaised else { return text + attached(lower, upper) }
    // Each script is written once: writing it anew at every level would double the work each time.
    if let lower {
      let script = PlainTextWriter.text(of: lower, isTight: true)
      text += PlainLetters.lowered(script) ?? "_" + enclosed(script, lower)
    }
    if let upper {
      let script = PlainTextWriter.text(of: upper, isTight: true)
      text += PlainLetters.raised(script) ?? "^" + enclosed(script, upper)
    }
    return text
  }

  /// `_(…)^(…)`, without parentheses around one unit.
  static func attached(_ lower: MathNode?, _ upper: MathNode?) -> String {
    func text(_ mark: String, _ node: MathNode) -> String {
      mark + enclosed(PlainTextWriter.text(of: node, isTight: true), node)
    }
    return (lower.map { text("_", $0) } ?? "") + (upper.map { text("^", $0) } ?? "")
  }

  /// The text of a script in parentheses, unless it is one unit or has them.
  private static func enclosed(_ text: String, _ node: MathNode) -> String {
    switch node {
    case .identifier, .number, .sign, .fence: text
    default: isEnclosed(text) ? text : "(\(text))"
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
