/// `\left … \middle … \right` and the `\big` family.
extension TeXParser {
  /// Reads from the delimiter after `\left` to the one after `\right`.
  mutating func fence(from token: TeXToken) -> MathNode {
    let opening = delimiter(of: token)
    var parts: [[MathNode]] = []
    var separators: [String] = []
    nested(at: token, otherwise: ()) { parser in
      parts.append(parser.row(in: .fence))
      while parser.current.kind == .command("middle") {
        let middle = parser.advance()
        separators.append(parser.delimiter(of: middle) ?? "")
        parts.append(parser.row(in: .fence))
      }
    }
    guard current.kind == .command("right") else {
      report("`\\left` has no `\\right`", at: token, remedy: "Add \\right with a delimiter.")
      return .row([])
    }
    let closing = delimiter(of: advance())
    return .fence(
      MathFence(opening: opening, closing: closing, parts: parts, separators: separators))
  }

  /// The delimiter after a command; `nil` for a period, or when it is missing.
  private mutating func delimiter(of owner: TeXToken) -> String? {
    skipSpaces()
    guard let text = DelimiterTable.text(of: current) else {
      report(
        "`\(owner.shown)` has no delimiter after it", at: owner,
        remedy: "Write one of \(DelimiterTable.examples), or a period for none.")
      return nil
    }
    advance()
    return text.isEmpty ? nil : text
  }

  mutating func sizedDelimiter(_ size: String, _ role: SignRole, at token: TeXToken) -> MathNode? {
    guard let text = delimiter(of: token) else { return nil }
    var role = role
    if role == .ordinary, ["(", "[", "{", "⟨", "⌊", "⌈"].contains(text) { role = .opening }
    if role == .ordinary, [")", "]", "}", "⟩", "⌋", "⌉"].contains(text) { role = .closing }
    return .sign(MathSign(text, role, size: size))
  }
}
