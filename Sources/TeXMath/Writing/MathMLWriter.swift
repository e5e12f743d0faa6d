/// Writes a tree as MathML Core.
struct MathMLWriter {
  private(set) var output = ""

  /// Writes the `math` element.
  mutating func formula(_ nodes: [MathNode], source: String, display: Bool) {
    output += "<math xmlns=\"http://www.w3.org/1998/Math/MathML\""
    output += display ? " display=\"block\"><semantics>" : "><semantics>"
    write(.one(of: nodes))
    output += "<annotation encoding=\"application/x-tex\">"
    escape(source)
    output += "</annotation></semantics></math>"
  }

  // MARK: Rows

  /// Writes the parts of a row without an element around them.
  ///
  /// - Parameters:
  ///   - nodes: the parts.
  ///   - before: the role of what stands before the row.
  ///   - isInside: whether other elements of the same row stand around the parts.
  mutating func children(
    _ nodes: [MathNode], after before: AtomRole? = nil, isInside: Bool = false
  ) {
    let atoms = PlacedAtom.row(nodes, after: before, isInside: isInside)
    for (index, atom) in atoms.enumerated() {
      if atom.role == .function, atom.previous?.endsOperand ?? false, index > 0,
        atoms[index - 1].role != .space
      {
        thinSpace()
      }
      write(atom.node, in: atom)
      guard atom.role == .function, atom.next?.beginsOperand ?? false else { continue }
      output += "<mo>&#x2061;</mo>"
      if atoms[index + 1].role != .space, !Self.opens(atoms[index + 1]) { thinSpace() }
    }
  }

  /// Whether a function stands close to this one, as before a parenthesis.
  private static func opens(_ atom: PlacedAtom) -> Bool {
    switch atom.node {
    case .fence, .table: true
    default: atom.role == .opening
    }
  }

  private mutating func thinSpace() {
    output += "<mspace width=\"0.1667em\"/>"
  }

  // MARK: Nodes

  /// Writes one node as exactly one element.
  mutating func write(_ node: MathNode, in atom: PlacedAtom? = nil) {
    switch node {
    case .row(let nodes): element("mrow") { $0.children(nodes) }
    case .identifier(let letters, let alphabet): identifier(letters, alphabet)
    case .number(let digits, let alphabet): token("mn", "", alphabet.styled(digits))
    case .function(let name, _): identifier(name, .upright)
    case .sign(let sign): token("mo", SignAttributes.text(of: sign, in: atom), sign.text)
    case .text(let words): token("mtext", "", Self.unbroken(words))
    case .space(let space): output += "<mspace width=\"\(space.width)em\"/>"
    case .fraction(let upper, let lower, let hasLine):
      element("mfrac", hasLine ? "" : " linethickness=\"0\"") {
        $0.write(upper)
        $0.write(lower)
      }
    case .root(let radicand, let index): root(radicand, index)
    case .scripts(let base, let lower, let upper, let placement):
      scripts(base, lower, upper, placement, in: atom)
    case .accent(let base, let accent): self.accent(base, accent)
    case .stack(let base, let under, let over):
      scripts(base, under, over, .stacked, in: atom)
    case .labelledArrow(let arrow, let under, let over): labelledArrow(arrow, under, over)
    case .fence(let fence): self.fence(fence)
    case .table(let table): self.table(table)
    case .phantom(let content, let keepsWidth, let keepsHeight):
      phantom(content, keepsWidth, keepsHeight)
    case .styled(let content, let isDisplay):
      element("mstyle", " displaystyle=\"\(isDisplay)\" scriptlevel=\"0\"") { $0.content(content) }
    }
  }

  /// Writes a node inside an element that is a row itself.
  mutating func content(_ node: MathNode) {
    if case .row(let nodes) = node { children(nodes) } else { children([node]) }
  }

  private mutating func identifier(_ letters: String, _ alphabet: MathAlphabet) {
    let isSingle = letters.unicodeScalars.count == 1
    switch alphabet {
    case .automatic: token("mi", "", letters)
    case .upright: token("mi", isSingle ? " mathvariant=\"normal\"" : "", letters)
    case .italic where isSingle: token("mi", "", letters)
    default: token("mi", "", alphabet.styled(letters))
    }
  }

  private mutating func root(_ radicand: MathNode, _ index: MathNode?) {
    guard let index, index != .row([]) else {
      return element("msqrt") { $0.content(radicand) }
    }
    element("mroot") {
      $0.write(radicand)
      $0.write(index)
    }
  }

  private mutating func phantom(_ content: MathNode, _ keepsWidth: Bool, _ keepsHeight: Bool) {
    guard keepsWidth, keepsHeight else {
      let attributes = keepsWidth ? " height=\"0\" depth=\"0\"" : " width=\"0\""
      return element("mpadded", attributes) { $0.phantom(content, true, true) }
    }
    element("mphantom") { $0.content(content) }
  }

  // MARK: Text

  /// Writes an element and what `body` puts inside.
  mutating func element(
    _ name: String, _ attributes: String = "", _ body: (inout MathMLWriter) -> Void
  ) {
    output += "<\(name)\(attributes)>"
    body(&self)
    output += "</\(name)>"
  }

  /// Writes an element that holds text.
  mutating func token(_ name: String, _ attributes: String, _ text: String) {
    element(name, attributes) { $0.escape(text) }
  }

  private mutating func escape(_ text: String) {
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": output += "&amp;"
      case "<": output += "&lt;"
      case ">": output += "&gt;"
      case "\r": output += "&#xD;"
      default: output.unicodeScalars.append(scalar)
      }
    }
  }

  /// Words whose outer blanks a browser keeps, with single blanks between them.
  private static func unbroken(_ words: String) -> String {
    let parts = words.split(separator: " ", omittingEmptySubsequences: true)
    let inner = parts.joined(separator: " ")
    guard !parts.isEmpty else { return words.isEmpty ? "" : "\u{A0}" }
    return (words.hasPrefix(" ") ? "\u{A0}" : "") + inner + (words.hasSuffix(" ") ? "\u{A0}" : "")
  }
}
