/// Reads tokens into a tree and collects every mistake on the way.
///
/// The parser recovers after a mistake, so that one run finds them all; the tree is of use only
/// when there was none. What each construct needs is in extensions, one file each.
struct TeXParser {
  /// What ends the row that is being read.
  enum Enclosure: Hashable {
    case source, brace, bracket, fence, cell
  }

  private static let mistakeLimit = 100

  private(set) var mistakes: [TeXMathError] = []
  /// The enclosures that are open, outermost first.
  private(set) var enclosures: [Enclosure] = []
  /// The alphabet of letters and digits at this place.
  var alphabet = MathAlphabet.automatic
  private let tokens: [TeXToken]
  private var position = 0
  private var depth = 0
  /// Set when reading stopped early; what follows from that is no further mistake.
  private var isAbandoned = false

  init(_ source: String) {
    if source.utf8.count > TeXFormula.sourceLimit {
      tokens = [TeXToken(kind: .end, line: 1, column: 1)]
      report(
        "the formula is longer than \(TeXFormula.sourceLimit) bytes", at: tokens[0],
        remedy: "Split it into several formulas.")
      isAbandoned = true
    } else {
      tokens = TeXTokenizer.tokens(of: source)
    }
  }

  /// Reads the whole source.
  mutating func formula() -> [MathNode] {
    skipSpaces()
    if current.kind == .end {
      report("the formula is empty", at: current, remedy: "Write a formula, or remove the math.")
    }
    return row(in: .source)
  }

  // MARK: Tokens

  var current: TeXToken { tokens[position] }

  /// The token after the current one.
  var following: TeXToken { token(at: 1) }

  /// The token `offset` places ahead, `.end` beyond the source.
  func token(at offset: Int) -> TeXToken {
    tokens[min(position + offset, tokens.count - 1)]
  }

  /// Moves on and gives the token that was current; stays at the end.
  @discardableResult
  mutating func advance() -> TeXToken {
    let token = tokens[position]
    if position < tokens.count - 1 { position += 1 }
    return token
  }

  mutating func skipSpaces() {
    while current.kind == .space { advance() }
  }

  /// Records a mistake; after too many, or after reading was given up, only the first ones count.
  mutating func report(_ what: String, at token: TeXToken, remedy: String) {
    guard !isAbandoned else { return }
    mistakes.append(
      TeXMathError(line: token.line, column: token.column, what: what, remedy: remedy))
    guard mistakes.count == Self.mistakeLimit else { return }
    mistakes.append(
      TeXMathError(
        line: token.line, column: token.column,
        what: "\(Self.mistakeLimit) mistakes were found up to here; the rest is not read",
        remedy: "Correct these first."))
    abandon()
  }

  private mutating func abandon() {
    isAbandoned = true
    position = tokens.count - 1
  }

  /// Runs `body` one level deeper, or gives up reading where nesting is too deep.
  mutating func nested<Value>(
    at token: TeXToken, otherwise: Value, _ body: (inout TeXParser) -> Value
  ) -> Value {
    guard depth < TeXFormula.nestingLimit else {
      report(
        "the formula is nested deeper than \(TeXFormula.nestingLimit) levels", at: token,
        remedy: "Split it into several formulas.")
      abandon()
      return otherwise
    }
    depth += 1
    defer { depth -= 1 }
    return body(&self)
  }

  // MARK: Rows

  /// Reads up to the token that ends the enclosure, which stays current.
  mutating func row(in enclosure: Enclosure) -> [MathNode] {
    enclosures.append(enclosure)
    defer { enclosures.removeLast() }
    var row = StyledRow()
    while true {
      skipSpaces()
      guard !endsRow(in: enclosure) else { return row.finished() }
      if case .command(let name) = current.kind, case .style(let isDisplay) = TeXCommand.all[name] {
        advance()
        row.begin(isDisplay: isDisplay)
      } else if let node = scriptedAtom() {
        row.nodes.append(node)
      }
    }
  }

  /// Whether the current token ends this row, or one around it that must be closed first.
  private func endsRow(in enclosure: Enclosure) -> Bool {
    switch current.kind {
    case .end: true
    case .closeBrace: enclosures.contains(.brace)
    case .alignment: enclosure == .cell
    case .character("]"): enclosure == .bracket
    case .command("\\"): enclosure == .cell
    case .command("right"): enclosures.contains(.fence)
    case .command("middle"): enclosure == .fence
    case .command("end"): enclosures.contains(.cell)
    default: false
    }
  }

  /// Reads `{…}`; the opening brace is current.
  mutating func group() -> [MathNode] {
    let opening = advance()
    let nodes = nested(at: opening, otherwise: []) { $0.row(in: .brace) }
    if current.kind == .closeBrace {
      advance()
    } else {
      report("`{` is never closed", at: opening, remedy: "Add the missing `}`.")
    }
    return nodes
  }
}

/// A row in which style commands take effect up to its end.
private struct StyledRow {
  var nodes: [MathNode] = []
  private var style: (start: Int, isDisplay: Bool)?

  mutating func begin(isDisplay: Bool) {
    nodes = finished()
    style = (nodes.count, isDisplay)
  }

  func finished() -> [MathNode] {
    guard let style, style.start < nodes.count else { return nodes }
    let rest = MathNode.one(of: Array(nodes[style.start...]))
    return Array(nodes[..<style.start]) + [.styled(rest, isDisplay: style.isDisplay)]
  }
}
