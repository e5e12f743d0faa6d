/// What a part does between its neighbours: it decides the room around it.
enum AtomRole: Hashable, Sendable {
  /// A factor: a letter, number, fraction, fence and so on.
  case operand
  /// A function or a large operator before its argument.
  case function, large
  case binary, relation, opening, closing, punctuation
  /// Space, which its neighbours look through.
  case space

  init(of node: MathNode) {
    switch node {
    case .sign(let sign): self = AtomRole(of: sign.role)
    case .function: self = .function
    case .space: self = .space
    case .labelledArrow: self = .relation
    case .scripts(let base, _, _, _), .stack(let base, _, _): self = AtomRole(of: base)
    default: self = .operand
    }
  }

  private init(of role: SignRole) {
    switch role {
    case .ordinary: self = .operand
    case .large: self = .large
    case .binary: self = .binary
    case .relation: self = .relation
    case .opening: self = .opening
    case .closing: self = .closing
    case .punctuation: self = .punctuation
    }
  }

  /// Whether an operand can end here, so that a sign after it joins two terms.
  var endsOperand: Bool { self == .operand || self == .closing }

  /// Whether an operand can begin here.
  var beginsOperand: Bool {
    switch self {
    case .operand, .function, .large, .opening: true
    case .binary, .relation, .closing, .punctuation, .space: false
    }
  }
}

/// A part of a row with the roles of its neighbours, spaces left out of account.
struct PlacedAtom: Sendable {
  var node: MathNode
  var role: AtomRole
  /// `nil` at the beginning.
  var previous: AtomRole?
  /// `nil` at the end.
  var next: AtomRole?
  /// Whether it is the first or last element of its row.
  var isFirst: Bool
  var isLast: Bool

  /// Whether a binary sign has a term on one side only (The TeXbook, chapter 18, rules 5 and 6).
  var isUnary: Bool {
    guard role == .binary else { return false }
    let hasLeft = previous?.endsOperand ?? false
    let hasRight = next.map { $0.beginsOperand || $0 == .binary } ?? false
    return !hasLeft || !hasRight
  }

  /// The parts of a row, each with its neighbours.
  ///
  /// - Parameters:
  ///   - nodes: the row.
  ///   - before: what stands before the row, such as the first column of an aligned equation.
  ///   - isInside: whether other elements of the same row stand around it, as in a fence.
  /// - Returns: as many atoms as nodes.
  static func row(
    _ nodes: [MathNode], after before: AtomRole? = nil, isInside: Bool = false
  ) -> [PlacedAtom] {
    var atoms: [PlacedAtom] = []
    atoms.reserveCapacity(nodes.count)
    var previous = before
    for (index, node) in nodes.enumerated() {
      let role = AtomRole(of: node)
      let atom = PlacedAtom(
        node: node, role: role, previous: previous, isFirst: index == 0 && !isInside,
        isLast: index == nodes.count - 1 && !isInside)
      // A sign without a left term is a sign of its term: another one after it has none either.
      if role != .space { previous = role }
      atoms.append(atom)
    }
    var next: AtomRole?
    for index in atoms.indices.reversed() {
      atoms[index].next = next
      if atoms[index].role != .space { next = atoms[index].role }
    }
    return atoms
  }
}
