/// The text of a write-up's page, taken from its markup.
struct WriteUp {
  let html: String

  /// The cells of every body row of the tables whose id begins so, blanks within numbers removed.
  func rows(below id: String) -> [[String]] {
    rows(of: parts(after: "<table aria-labelledby=\"\(id)", until: "</table>"))
  }

  /// The cells of every body row of the tables of a class, blanks within numbers removed.
  func rows(ofClass name: String) -> [[String]] {
    rows(of: parts(after: "<table class=\"\(name)\"", until: "</table>"))
  }

  private func rows(of tables: [Substring]) -> [[String]] {
    tables.flatMap { table in
      table.split(separator: "<tr").dropFirst().map { $0.drop { $0 != ">" } }
        .filter { $0.contains("<th scope=\"row\">") }
        .map { row in
          ["</th>", "</td>"].reduce([row]) { cells, end in
            cells.flatMap { $0.split(separator: end) }
          }
          .dropLast().map { Self.number(Self.plain(String($0))) }
        }
    }
  }

  /// The text of the element with an id, without its markup, blanks made single.
  func text(of id: String) -> String {
    let start = parts(after: " id=\"\(id)\"", until: "</section>").first ?? ""
    return Self.plain("<" + start)
  }

  private func parts(after start: String, until end: String) -> [Substring] {
    html.split(separator: start).dropFirst().map { part in
      part.firstRange(of: end).map { part[..<$0.lowerBound] } ?? part
    }
  }

  /// A number without the narrow blanks between its thousands; other text as it is.
  private static func number(_ text: String) -> String {
    let digits = text.filter { !$0.isWhitespace }
    return digits.allSatisfy { $0.isNumber || "+−.–".contains($0) } ? digits : text
  }

  private static func plain(_ markup: String) -> String {
    var text = ""
    var isTag = false
    for character in markup {
      switch character {
      case "<": isTag = true
      case ">": isTag = false
      default: if !isTag { text.append(character) }
      }
    }
    return text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
