/// What a condition comes to.
public struct ConditionVerdict: Hashable, Sendable {
  /// Whether it holds.
  public var holds: Bool
  /// The values that decided it, as pages show them, such as `vix.close is 18.20`.
  public var facts: [String]
}

extension Condition {
  /// Decides the condition; all its parts are read, so that every fault in it is found.
  ///
  /// Two numbers are compared as they are, but numbers that the page shows alike count as equal, and
  /// so do numbers whose order on the page is the other way round: what is asserted never contradicts
  /// what is shown beside it.
  ///
  /// - Throws: `ProseFault` for unknown names and for sides that cannot be compared.
  public func verdict(_ table: ValueTable) throws(ProseFault) -> ConditionVerdict {
    try Self.verdict(root, table)
  }

  private static func verdict(
    _ node: ConditionNode, _ table: ValueTable
  ) throws(ProseFault) -> ConditionVerdict {
    switch node {
    case .all(let parts): return try joined(parts, table) { $0.allSatisfy { $0 } }
    case .any(let parts): return try joined(parts, table) { $0.contains(true) }
    case .not(let part):
      var verdict = try verdict(part, table)
      verdict.holds.toggle()
      return verdict
    case .comparison(let left, let comparison, let right):
      let sides = (try Side(left, table), try Side(right, table))
      try requireName(left, right)
      let order = try sides.0.order(against: sides.1, isEquality: comparison.isEquality)
      return ConditionVerdict(
        holds: comparison.holds(order), facts: facts([sides.0, sides.1]))
    case .between(let value, let low, let high):
      let sides = (try Side(value, table), try Side(low, table), try Side(high, table))
      try requireName(value, low, high)
      let isAbove = try sides.0.order(against: sides.1, isEquality: false) >= 0
      let isBelow = try sides.0.order(against: sides.2, isEquality: false) <= 0
      return ConditionVerdict(
        holds: isAbove && isBelow, facts: facts([sides.0, sides.1, sides.2]))
    case .movement(let value, let comparison): return try movement(value, comparison, table)
    }
  }

  private static func joined(
    _ parts: [ConditionNode], _ table: ValueTable, _ join: ([Bool]) -> Bool
  ) throws(ProseFault) -> ConditionVerdict {
    var verdicts: [ConditionVerdict] = []
    for part in parts { verdicts.append(try verdict(part, table)) }
    let holds = join(verdicts.map(\.holds))
    // The parts that agree with the whole are those that decided it.
    let deciding = verdicts.filter { $0.holds == holds }
    var facts: [String] = []
    for fact in deciding.flatMap(\.facts) where !facts.contains(fact) { facts.append(fact) }
    return ConditionVerdict(holds: holds, facts: facts)
  }

  private static func movement(
    _ operand: Operand, _ comparison: Comparison, _ table: ValueTable
  ) throws(ProseFault) -> ConditionVerdict {
    guard case .name(let name) = operand.kind else {
      throw ProseFault(
        "only a value of the day can rise, fall or stay", "Write its name.",
        offset: operand.offset)
    }
    let now = try Side(operand, table)
    let before: CheckedValue
    do throws(ProseFault) {
      before = try table.previous(of: name)
    } catch {
      throw error.at(operand.offset)
    }
    let order = try now.order(
      against: Side(value: before, offset: operand.offset), isEquality: comparison == .equal)
    return ConditionVerdict(
      holds: comparison.holds(order), facts: ["\(name) is \(now.text) after \(before.text)"])
  }

  private static func requireName(_ operands: Operand...) throws(ProseFault) {
    for operand in operands {
      if case .name = operand.kind { return }
    }
    throw ProseFault(
      "the condition compares fixed values with each other", "Name a value of the day.",
      offset: operands[0].offset)
  }

  private static func facts(_ sides: [Side]) -> [String] {
    sides.compactMap { side in side.name.map { "\($0) is \(side.shownText)" } }
  }
}
