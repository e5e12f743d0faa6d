/// Writes a tree on one line of plain text.
enum PlainTextWriter {
  /// The text of a row, without blanks at its ends or two in a row.
  static func text(of nodes: [MathNode]) -> String {
    row(nodes, isTight: false).split(separator: " ").joined(separator: " ")
  }

  /// The text of a row.
  ///
  /// - Parameters:
  ///   - nodes: the parts.
  ///   - before: the role of what stands before the row.
  ///   - isTight: whether relations have no blanks around them, as in scripts.
  /// - Returns: the text, which may begin and end with blanks.
  static func row(
    _ nodes: [MathNode], after before: AtomRole? = nil, isTight: Bool
  ) -> String {
    let atoms = PlacedAtom.row(nodes, after: before)
    let pieces = atoms.map {
      grouped($0, text: PlainTextWriter.text(of: $0.node, isTight: isTight))
    }
    var text = ""
    for (index, atom) in atoms.enumerated() {
      let piece = pieces[index]
      switch atom.role {
      case .relation: text += isTight ? piece : " \(piece) "
      case .punctuation: text += "\(piece) "
      case .function, .large:
        let follows = atom.role == .function && (atom.previous?.endsOperand ?? false)
        text += (follows && !text.hasSuffix("/") ? " " : "") + piece
        guard let next = atom.next, next.beginsOperand else { continue }
        let isClose = atom.role == .function && pieces[index + 1].hasPrefix("(")
        text += isClose && !hasLimits(atom.node) ? "" : " "
      default: text += piece
      }
    }
    return text
  }

  /// Whether the name of a function ends in a script that a parenthesis would seem to belong to.
  private static func hasLimits(_ node: MathNode) -> Bool {
    if case .scripts(_, _, _, let placement) = node { return placement != .beside }
    return false
  }

  /// Parentheses around a fraction or root whose neighbour would become part of it.
  private static func grouped(_ atom: PlacedAtom, text: String) -> String {
    let hasLeft = atom.previous.map { $0.endsOperand || $0 == .function } ?? false
    let hasRight = atom.next?.beginsOperand ?? false
    switch bare(atom.node) {
    case .fraction: return hasLeft || hasRight ? "(\(text))" : text
    case .root: return hasRight ? "(\(text))" : text
    default: return text
    }
  }

  /// A node without the style around it.
  static func bare(_ node: MathNode) -> MathNode {
    if case .styled(let inner, _) = node { return bare(inner) }
    return node
  }

  /// The text of one node.
  static func text(of node: MathNode, isTight: Bool) -> String {
    switch node {
    case .row(let nodes): row(nodes, isTight: isTight)
    case .identifier(let letters, let alphabet): PlainLetters.text(letters, alphabet)
    case .number(let digits, _): digits
    case .function(let name, _): name
    case .sign(let sign): PlainLetters.sign(sign.text)
    case .text(let words): words
    case .space(let space): isTight ? "" : space.plainText
    case .fraction(let upper, let lower, let hasLine):
      hasLine ? fraction(upper, lower) : choice(upper, lower)
    case .root(let radicand, let index): root(radicand, index)
    case .scripts(let base, let lower, let upper, let placement):
      PlainScripts.text(base, lower, upper, isRaised: placement == .beside)
    case .accent(let base, let accent): self.accent(base, accent)
    case .stack(let base, let under, let over): stack(base, under, over)
    case .labelledArrow(let arrow, let under, let over):
      arrow + PlainScripts.attached(under, over)
    case .fence(let fence): self.fence(fence)
    case .table(let table): PlainTable.text(of: table)
    case .phantom: ""
    case .styled(let content, _): text(of: content, isTight: isTight)
    }
  }

  /// The text of a node, in parentheses unless it is one unit.
  static func unit(_ node: MathNode) -> String {
    let text = text(of: node, isTight: true)
    return isUnit(node) ? text : "(\(text))"
  }

  static func isUnit(_ node: MathNode) -> Bool {
    switch node {
    case .identifier, .number, .text, .fence, .table, .scripts, .accent, .sign, .phantom: true
    case .row(let nodes): nodes.count == 1 && isUnit(nodes[0])
    case .styled(let inner, _): isUnit(inner)
    default: false
    }
  }
}
