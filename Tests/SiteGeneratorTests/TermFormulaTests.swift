import MarketData
import Testing

@testable import SiteGenerator

@Suite struct TermFormulaTests {
  private func markup(_ front: String) throws -> (html: String?, problems: [String]) {
    let text = "---\ntitle: T\nsummary: S\nrole: working\n\(front)\n---\n"
    let (html, problems) = try collecting { problems in
      let document = ContentDocument(
        bytes: Array(text.utf8), path: "Content/glossary/t.md", into: &problems)
      let term = GlossaryTerm(try #require(document), into: &problems)
      return TermFormula(term)?.markup(into: &problems)
    }
    return (html, problems)
  }

  @Test func aTermWithoutFormulaHasNone() throws {
    #expect(try markup("units: points").html == nil)
    #expect(try markup("formula: ''").html == nil)
  }

  @Test(arguments: [
    "O*[b] < O*[a], F_entry & $5", "$`not closed", "`$ $`", "$x$", "a ` $",
  ])
  func wordsAreShownAsTheyAre(formula: String) throws {
    let (html, problems) = try markup("formula: '\(formula)'\nunits: points")
    #expect(problems.isEmpty)
    #expect(html == "<p>\(Markup.escaped(formula)) <span class=\"mu\">(points)</span></p>")
  }

  @Test func aLineOfNothingElseStandsOnItsOwn() throws {
    let html = try #require(
      try markup("formula: |\n  $`a^2`$\n\n  or $`b`$ in words\nunits: points").html)
    let found = tags(html)
    #expect(found.filter { $0.name == "math" }.map { $0["display"] } == ["block", nil])
    #expect(html.hasPrefix("<p><math ") && html.contains("</math></p><p>or <math "))
    #expect(html.hasSuffix(" in words <span class=\"mu\">(points)</span></p>"))
  }

  @Test func mistakesAreAtTheirPlace() throws {
    #expect(
      try markup("formula: 'é $`a`$ $`\\alhpa`$'").problems == [
        "Content/glossary/t.md:5:21: error: unknown command `\\alhpa`. Did you mean `\\alpha`?"
      ])
    #expect(
      try markup("formula: |\n    one\n    $`x +\\alhpa`$").problems == [
        "Content/glossary/t.md:7:10: error: unknown command `\\alhpa`. Did you mean `\\alpha`?"
      ])
  }
}
