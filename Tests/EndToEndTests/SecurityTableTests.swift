import Foundation
import TestSupport
import Testing

/// `SECURITY.md` promises a test for each case; these look for every one of them.
@Suite struct SecurityTableTests {
  /// A row of the table: its heading, the case, and what it names in its last column.
  private struct Row {
    var heading: String
    var name: String
    var tests: [String]
  }

  private static func rows() throws -> [Row] {
    let file = try Repository.root().appendingPathComponent("SECURITY.md")
    var heading = ""
    var rows: [Row] = []
    for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n") {
      if line.hasPrefix("### ") { heading = String(line.dropFirst(4)) }
      let cells = line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
      guard !heading.isEmpty, line.hasPrefix("| "), cells.count == 3, cells[0] != "case" else {
        continue
      }
      rows.append(
        Row(
          heading: heading, name: cells[0],
          tests: cells[2].matches(of: /`([^`]+)`/).map { String($0.1) }))
    }
    return rows
  }

  /// Whether a name such as `MarkdownTests/LinkTests.quotesStay` or `Sites/tables` leads anywhere.
  private static func exists(_ name: String, in tests: URL) throws -> Bool {
    if name.hasPrefix("Sites/") || name.hasPrefix("InvalidSites/") {
      let folder = tests.appendingPathComponent("EndToEndTests/\(name)/Content")
      return FileManager.default.fileExists(atPath: folder.path)
    }
    let parts = name.split(separator: ".")
    let file = tests.appendingPathComponent("\(parts.first ?? "").swift")
    guard parts.count == 2, FileManager.default.fileExists(atPath: file.path) else { return false }
    return try String(contentsOf: file, encoding: .utf8).contains("func \(parts[1])(")
  }

  @Test func everyRowNamesTestsThatExist() throws {
    let tests = try Repository.root().appendingPathComponent("Tests")
    for row in try Self.rows() {
      #expect(!row.tests.isEmpty, "\(row.name)")
      for name in row.tests {
        #expect(try Self.exists(name, in: tests), "\(row.name): \(name)")
      }
    }
  }

  @Test func everyKindOfInputHasRows() throws {
    let counts = Dictionary(grouping: try Self.rows(), by: \.heading).mapValues(\.count)
    #expect(
      counts.keys.sorted() == [
        "Archive", "CSV", "Files", "Markdown to HTML", "Preview server", "Supply", "Templates",
        "XML",
      ])
    #expect(counts.values.reduce(0, +) >= 60, "\(counts)")
  }

  @Test(arguments: [
    "MarkdownTests/LinkTests.noSuchTest", "MarkdownTests/NoSuchTests.x", "Sites/no-such-site",
    "InvalidSites/no-such-site", "LinkTests", "",
  ])
  func aNameThatLeadsNowhereIsSeen(name: String) throws {
    #expect(
      try !Self.exists(name, in: Repository.root().appendingPathComponent("Tests")))
  }
}
