// Checks that every public symbol of a library has a doc comment, cases of enumerations included, and
// that the landing page of its catalogue lists every public type. DocC itself warns of neither.
//
// Usage: swift Scripts/check-documentation.swift <symbol graph> <landing page>
// The graph is the one that `swift package generate-documentation` leaves behind. Prints one line for
// each finding and exits with status 1 when there is any.
import Foundation

struct SymbolGraph: Decodable {
  struct Symbol: Decodable {
    struct Identifier: Decodable { let precise: String }
    struct Comment: Decodable {
      struct Line: Decodable { let text: String }
      let lines: [Line]
    }
    struct Location: Decodable {
      struct Position: Decodable { let line: Int }
      let uri: String
      let position: Position
    }
    let identifier: Identifier
    let pathComponents: [String]
    let docComment: Comment?
    let location: Location?

    var isWritten: Bool { location != nil && !identifier.precise.contains("::SYNTHESIZED::") }
    var isDocumented: Bool {
      docComment?.lines.contains { !$0.text.trimmingCharacters(in: .whitespaces).isEmpty } ?? false
    }
    var place: String {
      guard let location else { return "unknown place" }
      return "\(location.uri.replacing("file://", with: "")):\(location.position.line + 1)"
    }
  }
  let symbols: [Symbol]
}

guard CommandLine.arguments.count == 3 else {
  FileHandle.standardError.write(Data("usage: check-documentation.swift GRAPH LANDING-PAGE\n".utf8))
  exit(2)
}
let graph = try JSONDecoder().decode(
  SymbolGraph.self, from: Data(contentsOf: URL(fileURLWithPath: CommandLine.arguments[1])))
let page = try String(contentsOfFile: CommandLine.arguments[2], encoding: .utf8)

let written = graph.symbols.filter(\.isWritten)
let listed = Set(
  page.split(separator: "\n").compactMap { line -> String? in
    line.hasPrefix("- ``") && line.hasSuffix("``") ? String(line.dropFirst(4).dropLast(2)) : nil
  })
var findings: [String] = []
for symbol in written {
  let name = symbol.pathComponents.joined(separator: ".")
  if !symbol.isDocumented {
    findings.append("\(symbol.place): \(name) is public and has no doc comment")
  }
  if symbol.pathComponents.count == 1, !listed.contains(name) {
    findings.append("\(symbol.place): \(name) is not listed in \(CommandLine.arguments[2])")
  }
}
for finding in findings.sorted() { print(finding) }
if written.isEmpty { print("no symbol in \(CommandLine.arguments[1])") }
guard findings.isEmpty, !written.isEmpty else { exit(1) }
print("\(CommandLine.arguments[2]): \(written.count) public symbols documented, every type listed")
