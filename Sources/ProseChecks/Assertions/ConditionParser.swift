/// Reads a condition from its pieces, by recursive descent of limited depth.
struct ConditionParser {
  private static let reserved: Set<String> = [
    "and", "or", "not", "is", "between", "rose", "fell", "unchanged",
  ]
  private static let deepest = 32

  private let pieces: [ConditionLexer.Piece]
  private let end: Int
  private var index = 0
  private var depth = 0

  init(_ pieces: [ConditionLexer.Piece], end: Int) {
    self.pieces = pieces
    self.end = end
  }

  mutating func condition() throws(ProseFault) -> ConditionNode {
    guard !pieces.isEmpty else {
      throw ProseFault("the condition is empty", "Write one, such as `vix.close > 20`.")
    }
    let node = try any()
    if index < pieces.count {
      throw ProseFault(
        "the condition goes on behind its end", "Join two conditions by `and` or `or`.",
        offset: offset)
    }
    return node
  }

  private var offset: Int { index < pieces.count ? pieces[index].offset : end }

  private mutating func take(_ word: String) -> Bool {
    guard index < pieces.count, pieces[index].token == .word(word) else { return false }
    index += 1
    return true
  }

  private mutating func take(_ token: ConditionToken) -> Bool {
    guard index < pieces.count, pieces[index].token == token else { return false }
    index += 1
    return true
  }

  private mutating func any() throws(ProseFault) -> ConditionNode {
    var parts = [try all()]
    while take("or") { parts.append(try all()) }
    return parts.count == 1 ? parts[0] : .any(parts)
  }

  private mutating func all() throws(ProseFault) -> ConditionNode {
    var parts = [try single()]
    while take("and") { parts.append(try single()) }
    return parts.count == 1 ? parts[0] : .all(parts)
  }

  private mutating func single() throws(ProseFault) -> ConditionNode {
    depth += 1
    defer { depth -= 1 }
    guard depth <= Self.deepest else {
      throw ProseFault(
        "the condition is nested too deeply", "Split it into several assertions.", offset: offset)
    }
    if take("not") { return .not(try single()) }
    guard take(.opening) else { return try comparison() }
    let node = try any()
    guard take(.closing) else {
      throw ProseFault("a parenthesis is not closed", "Write `)`.", offset: offset)
    }
    return node
  }

  private mutating func comparison() throws(ProseFault) -> ConditionNode {
    let left = try operand()
    if take("rose") { return .movement(left, .greater) }
    if take("fell") { return .movement(left, .less) }
    if take("unchanged") { return .movement(left, .equal) }
    if take("between") { return try between(left) }
    if take("is") {
      if take("unchanged") { return .movement(left, .equal) }
      let isNegated = take("not")
      if take("between") {
        let node = try between(left)
        return isNegated ? .not(node) : node
      }
      return .comparison(left, isNegated ? .unequal : .equal, try operand())
    }
    if index < pieces.count, case .comparison(let comparison) = pieces[index].token {
      index += 1
      return .comparison(left, comparison, try operand())
    }
    throw ProseFault(
      "the condition does not say what it compares with",
      "Write is, =, ≠, <, ≤, >, ≥, between … and …, rose, fell or unchanged here.",
      offset: offset)
  }

  private mutating func between(_ left: Operand) throws(ProseFault) -> ConditionNode {
    let low = try operand()
    guard take("and") else {
      throw ProseFault("`between` has only one end", "Write `between a and b`.", offset: offset)
    }
    return .between(left, low, try operand())
  }

  private mutating func operand() throws(ProseFault) -> Operand {
    let offset = offset
    guard index < pieces.count else { throw missingOperand(offset) }
    let kind: Operand.Kind
    switch pieces[index].token {
    case .word(let word) where !Self.reserved.contains(word): kind = .name(word)
    case .number(let number): kind = .number(number)
    case .date(let date): kind = .date(date)
    case .quoted(let words): kind = .words(words)
    default: throw missingOperand(offset)
    }
    index += 1
    return Operand(kind: kind, offset: offset)
  }

  private func missingOperand(_ offset: Int) -> ProseFault {
    ProseFault(
      "a value is missing in the condition",
      "Write a name such as `vix.close`, a number with its unit, a date, or words in quotation "
        + "marks.", offset: offset)
  }
}
