/// Matrices, cases and aligned equations.
extension TeXParser {
  /// Reads from the name after `\begin` to the one after `\end`.
  mutating func environment(from token: TeXToken) -> MathNode {
    let name = environmentName(of: token)
    let environment = name.flatMap { TeXEnvironment.all[$0] }
    if let name, environment == nil { reportUnknownEnvironment(name, at: token) }
    var table = environment?.table ?? MathTable.plain
    var columns = environment?.columnLimit
    if name == "array" {
      table.alignments = columnAlignments(of: token)
      columns = table.alignments.count
    }
    table.rows = nested(at: token, otherwise: []) { $0.rows(columns, of: name ?? "") }
    guard current.kind == .command("end") else {
      if let name {
        report("`\\begin{\(name)}` has no `\\end`", at: token, remedy: "Add \\end{\(name)}.")
      }
      return .table(table)
    }
    let end = advance()
    if let closed = environmentName(of: end), let name, closed != name {
      report(
        "`\\begin{\(name)}` is closed by `\\end{\(closed)}`", at: end,
        remedy: "Write \\end{\(name)}.")
    }
    return .table(table)
  }

  private mutating func reportUnknownEnvironment(_ name: String, at token: TeXToken) {
    let nearest = NearestCommand.find(name, among: TeXEnvironment.names)
    report(
      "unknown environment `\(name)`", at: token,
      remedy: nearest.map { "Did you mean `\($0)`?" }
        ?? "Known are \(TeXEnvironment.names.joined(separator: ", ")).")
  }

  /// The name in braces after `\begin` or `\end`; `nil` when there is none.
  mutating func environmentName(of owner: TeXToken) -> String? {
    skipSpaces()
    guard let characters = plainGroup() else {
      report(
        "`\(owner.shown)` has no name after it", at: owner,
        remedy: "Write the name of the environment in braces.")
      return nil
    }
    return characters
  }

  /// Braces with nothing but ordinary characters inside, which are read; otherwise `nil`.
  private mutating func plainGroup() -> String? {
    guard current.kind == .openBrace else { return nil }
    var text = ""
    var offset = 1
    while offset <= Self.nameLimit {
      switch token(at: offset).kind {
      case .character(let scalar) where scalar.isASCII && scalar.value > 0x20:
        text.unicodeScalars.append(scalar)
      case .space: break
      case .closeBrace:
        for _ in 0...offset { advance() }
        return text
      default: return nil
      }
      offset += 1
    }
    return nil
  }

  private static var nameLimit: Int { 100 }

  private mutating func columnAlignments(of token: TeXToken) -> [MathTable.Alignment] {
    skipSpaces()
    guard let text = plainGroup(), !text.isEmpty else {
      report(
        "`\\begin{array}` lacks its columns", at: token,
        remedy: "Write l, c or r for each column, such as \\begin{array}{lr}.")
      return [.center]
    }
    var alignments: [MathTable.Alignment] = []
    for character in text {
      switch character {
      case "l": alignments.append(.left)
      case "c": alignments.append(.center)
      case "r": alignments.append(.right)
      default:
        report(
          "`\(character)` is no column of an array", at: token,
          remedy: "Write l, c or r for each column; there are no rules.")
      }
    }
    return alignments
  }

  private mutating func rows(_ columns: Int?, of name: String) -> [[MathNode]] {
    var rows: [[MathNode]] = [[]]
    while true {
      rows[rows.count - 1].append(.one(of: row(in: .cell)))
      switch current.kind {
      case .alignment:
        let mark = advance()
        if let columns, rows[rows.count - 1].count == columns {
          report(
            "a row of `\(name)` has more than \(columns) column\(columns == 1 ? "" : "s")",
            at: mark, remedy: "Remove `&`, or begin a new row with `\\\\`.")
        }
      case .command("\\"):
        advance()
        skipRowSpace()
        rows.append([])
      default:
        // A last row mark ends the row before it; it begins no empty one.
        if rows.count > 1, rows.last == [.row([])] { rows.removeLast() }
        return rows
      }
    }
  }

  /// Skips `[2pt]` after a row mark: row spacing belongs to the style sheet.
  private mutating func skipRowSpace() {
    guard current.kind == .character("[") else { return }
    var offset = 1
    while offset < 12 {
      switch token(at: offset).kind {
      case .character("]") where offset > 1:
        for _ in 0...offset { advance() }
        return
      case .character(let scalar)
      where scalar.isASCII
        && (scalar == "." || scalar == "-"
          || ("0"..."9").contains(scalar) || ("a"..."z").contains(scalar)):
        offset += 1
      default: return
      }
    }
  }
}
