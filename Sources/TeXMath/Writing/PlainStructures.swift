/// Fractions, roots, accents and fences as plain text.
extension PlainTextWriter {
  /// `a/b`, with parentheses where one side is more than a product or one unit.
  static func fraction(_ upper: MathNode, _ lower: MathNode) -> String {
    let text = text(of: upper, isTight: true)
    return (isProduct(upper) ? text : "(\(text))") + "/" + unit(lower)
  }

  /// The number of choices of k out of n.
  static func choice(_ upper: MathNode, _ lower: MathNode) -> String {
    "C(\(text(of: upper, isTight: true)), \(text(of: lower, isTight: true)))"
  }

  /// Whether a node is a product of units, so that a slash after it divides all of it.
  private static func isProduct(_ node: MathNode) -> Bool {
    switch node {
    case .row(let nodes):
      !nodes.isEmpty
        && nodes.allSatisfy { AtomRole(of: $0) == .space || (isProduct($0) && !isSlash($0)) }
    case .root, .function: false
    default: isUnit(node) && AtomRole(of: node) == .operand
    }
  }

  private static func isSlash(_ node: MathNode) -> Bool {
    node == .sign(MathSign("/", .ordinary))
  }

  static func root(_ radicand: MathNode, _ index: MathNode?) -> String {
    let inside = unit(radicand)
    guard let index, index != .row([]) else { return "√" + inside }
    let text = text(of: index, isTight: true)
    switch text {
    case "2": return "√" + inside
    case "3": return "∛" + inside
    case "4": return "∜" + inside
    default: return (PlainLetters.raised(text) ?? "(\(text))") + "√" + inside
    }
  }

  /// A letter with its mark, or `hat(…)` around more than a letter.
  static func accent(_ base: MathNode, _ accent: MathAccent) -> String {
    let text = text(of: base, isTight: true)
    if text.unicodeScalars.count == 1, !accent.combining.isEmpty {
      return ComposedLetters.text(text, combining: accent.combining)
    }
    return accent.name.isEmpty ? text : "\(accent.name)(\(text))"
  }

  /// A brace with its label in brackets, or a sign with what is set over and under it.
  static func stack(_ base: MathNode, _ under: MathNode?, _ over: MathNode?) -> String {
    guard case .accent(let inner, let accent) = base, accent.takesLabel else {
      return text(of: base, isTight: true) + PlainScripts.attached(under, over)
    }
    let labels = [over, under].compactMap { $0 }.map { text(of: $0, isTight: false) }
    return "\(unit(inner)) [\(labels.joined(separator: "; "))]"
  }

  static func fence(_ fence: MathFence) -> String {
    if fence.parts.count == 1, fence.parts[0].count == 1,
      case .fraction(let upper, let lower, hasLine: false) = fence.parts[0][0]
    {
      return choice(upper, lower)
    }
    var text = fence.opening ?? ""
    for (index, part) in fence.parts.enumerated() {
      if index > 0 { text += " \(fence.separators[index - 1]) " }
      text += row(part, after: .opening, isTight: false)
    }
    return text + (fence.closing ?? "")
  }
}
