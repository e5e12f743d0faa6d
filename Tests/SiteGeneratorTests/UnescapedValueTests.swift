import Foundation
import TestSupport
import Testing

/// Which values the templates print without escaping them: only those that are markup already.
@Suite struct UnescapedValueTests {
  /// The names printed as they are in a template; `{{{.}}}` prints what its section is named after.
  private static func unescaped(in template: String) throws -> [String] {
    var sections: [String] = []
    var names: [String] = []
    let tag = try Regex(#"\{\{\{\s*([^}]+?)\s*\}\}\}|\{\{\s*([&#^/$<]?)\s*([^}]+?)\s*\}\}"#)
    for match in template.matches(of: tag) {
      let kind = match.output[2].substring ?? ""
      let name = String(match.output[1].substring ?? match.output[3].substring ?? "")
      switch kind {
      case "#" where !name.hasSuffix("()"), "^": sections.append(name)
      case "/" where sections.last == name: sections.removeLast()
      case "#", "/", "$", "<": break
      case _ where match.output[1].substring != nil, "&":
        names.append(name == "." ? sections.last ?? "." : name)
      default: break
      }
    }
    return names.map { $0.hasPrefix(".") ? String($0.dropFirst()) : $0 }
  }

  private static func names() throws -> Set<String> {
    let folder = try Repository.root().appendingPathComponent("Templates")
    var names: Set<String> = []
    for path in try FileManager.default.subpathsOfDirectory(atPath: folder.path)
    where path.hasSuffix(".mustache") {
      names.formUnion(
        try unescaped(
          in: String(contentsOf: folder.appendingPathComponent(path), encoding: .utf8)))
    }
    return names
  }

  @Test func onlyMarkupIsPrintedAsItIs() throws {
    let names = try Self.names()
    #expect(names.count > 10)
    #expect(names.filter { !$0.hasSuffix("HTML") && !$0.hasSuffix("SVG") }.sorted() == [])
  }

  /// Whoever adds a name looks at how its value is made: every text in it must have been escaped.
  @Test func theseNamesAreMarkup() throws {
    #expect(
      try Self.names().sorted() == [
        "answerHTML", "asideHTML", "baseRateHTML", "bodyHTML", "bottomLineHTML", "caveatsHTML",
        "contentHTML", "disclaimersHTML", "drag.asideHTML", "drag.noteHTML", "formulaHTML",
        "hypotheticalHTML", "introHTML", "itemsHTML", "leadHTML", "legendHTML", "methodHTML",
        "navigationHTML", "noteHTML", "percentileSVG", "plotSVG", "questionHTML", "reasonHTML",
        "rowsHTML", "sourcesHTML", "sparkSVG", "standardHTML", "structuredDataHTML", "summaryHTML",
        "textHTML", "valueHTML",
      ])
  }

  @Test(arguments: [
    ("{{{a}}} {{& b }} {{c}}", ["a", "b"]), ("{{#x}}{{#first()}}{{{.}}}{{/first()}}{{/x}}", ["x"]),
    ("{{#x}}{{#y}}{{/y}}{{{.}}}{{/x}}", ["x"]), ("{{#x}}{{{.zHTML}}}{{/x}}{{{.}}}", ["zHTML", ""]),
  ])
  func unescapedNamesAreFound(template: String, names: [String]) throws {
    #expect(try Self.unescaped(in: template) == names)
  }
}
