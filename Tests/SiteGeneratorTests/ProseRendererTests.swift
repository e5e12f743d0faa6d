import Markdown
import MarketData
import Testing

@testable import SiteGenerator

@Suite struct ProseRendererTests {
  private func render(
    _ markdown: String, line: Int = 1, values: [String: String] = [:],
    site texts: [String: String] = [:]
  ) throws -> (prose: RenderedProse, problems: [String]) {
    let renderer = ProseRenderer(
      site: try site(texts), places: ["", "about/"], page: PagePath("about/"))
    let text = try prose(markdown, line: line)
    let (rendered, problems) = collecting {
      renderer.render(text, values: table(values), into: &$0)
    }
    return (rendered, problems)
  }

  private func html(_ markdown: String) throws -> String {
    let (prose, problems) = try render(markdown)
    #expect(problems.isEmpty, "\(problems)")
    _ = tags(prose.html)
    return prose.html
  }

  @Test func nothingGivesNothing() throws {
    #expect(try html("") == "")
    #expect(try html("\n\n") == "")
  }

  @Test func headingsHaveAnIdentifierAndALinkToThemselves() throws {
    let (prose, _) = try render("## One idea\n\n## One idea\n")
    #expect(
      prose.html.hasPrefix(
        "<h2 id=\"s-one-idea\">One idea <a class=\"anchor\" href=\"#s-one-idea\" "
          + "aria-label=\"Link to section: One idea\">#</a></h2>\n"))
    #expect(prose.headings.map(\.identifier) == ["s-one-idea", "s-one-idea-2"])
  }

  @Test func formulasBecomeMathMLInLinesAndInBlocks() throws {
    let html = try html("A $`\\frac{a}{b}`$ b.\n\n```math\nx^2\n```\n")
    #expect(html.hasPrefix("<p>A <math xmlns="))
    #expect(html.contains("</p>\n<div class=\"formula\"><math "))
    #expect(tags(html).count { $0.name == "math" } == 2)
    #expect(tags(html).contains { $0.name == "mfrac" })
  }

  /// Dollar signs are money.
  @Test func amountsAreNoFormulas() throws {
    #expect(try html("From $5 to $10 and `$x$`.\n").hasPrefix("<p>From $5 to $10 and <code>$x$"))
  }

  @Test func columnsBehindValuesAreThoseOfTheFile() throws {
    let (_, problems) = try render(
      "é {{ a }} <b> {{ b }} <i>\n{{ b }}<u> $`\\q`$\n", line: 4,
      values: ["a": "a very long value, äöü", "b": "0"])
    let places = problems.map { $0.split(separator: ":")[1...2].joined(separator: ":") }
    #expect(places == ["5:14", "4:11", "4:23", "5:8"])
  }

  @Test func aFaultWithinAValueIsAtItsReference() throws {
    let (_, problems) = try render("1 {{ a }}\n", values: ["a": "x <b>y"])
    #expect(
      problems == [
        "x.md:1:3: error: raw HTML is not allowed: `<b>`. "
          + "Write it in Markdown, or put it in backquotes to show it as code."
      ])
  }

  @Test func elementsThatTheSiteListsPass() throws {
    let allowed = ["Content/site.yml": "title: Notes\nhtml: [KBD, br]\n"]
    let (prose, problems) = try render("<kbd>F5</kbd><br>\n", site: allowed)
    #expect(problems.isEmpty)
    #expect(prose.html == "<p><kbd>F5</kbd><br /></p>\n")
    #expect(
      try render("<kbd onclick=\"x\">F5</kbd>\n", site: allowed).problems.first
        == "x.md:1:1: error: raw HTML is not allowed: `<kbd onclick=\"x\">`. "
        + "Write it in Markdown, or put it in backquotes to show it as code.")
  }

  @Test func wordsAreThoseOfTextAndBoxes() throws {
    let (prose, _) = try render("One *two*.\n\n```note\ntext: Three.\n```\n\nFour.\n")
    #expect(prose.plainText == "One two.\nFour.\nThree.")
  }
}
