/// What an environment looks like.
struct TeXEnvironment: Sendable {
  /// The table without its rows.
  var table: MathTable
  /// How many columns a row may have; `nil` for any number.
  var columnLimit: Int?

  /// Every environment by its name.
  static let all: [String: TeXEnvironment] = [
    "matrix": matrix(nil, nil), "pmatrix": matrix("(", ")"), "bmatrix": matrix("[", "]"),
    "Bmatrix": matrix("{", "}"), "vmatrix": matrix("|", "|"), "Vmatrix": matrix("‖", "‖"),
    "smallmatrix": matrix(nil, nil, isSmall: true),
    "array": TeXEnvironment(table: .plain, columnLimit: nil),
    "cases": cases(isDisplay: false), "dcases": cases(isDisplay: true),
    "aligned": aligned([.right, .left], nil), "align*": aligned([.right, .left], nil),
    "split": aligned([.right, .left], 2), "gathered": aligned([.center], 1),
    "gather*": aligned([.center], 1),
  ]

  /// The names in the order in which messages list them.
  static let names = all.keys.sorted()

  private static func matrix(
    _ opening: String?, _ closing: String?, isSmall: Bool = false
  ) -> TeXEnvironment {
    var table = MathTable.plain
    table.opening = opening
    table.closing = closing
    table.isSmall = isSmall
    return TeXEnvironment(table: table, columnLimit: nil)
  }

  private static func cases(isDisplay: Bool) -> TeXEnvironment {
    var table = MathTable.plain
    table.opening = "{"
    table.alignments = [.left]
    table.isDisplay = isDisplay
    return TeXEnvironment(table: table, columnLimit: 2)
  }

  private static func aligned(
    _ alignments: [MathTable.Alignment], _ limit: Int?
  ) -> TeXEnvironment {
    var table = MathTable.plain
    table.alignments = alignments
    table.isAligned = true
    table.isDisplay = true
    return TeXEnvironment(table: table, columnLimit: limit)
  }
}
