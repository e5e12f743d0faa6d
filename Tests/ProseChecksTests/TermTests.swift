import Testing

@testable import ProseChecks

@Suite struct TermTests {
  private let index = TermIndex([
    DefinedTerm(slug: "vix", forms: ["VIX", "spot VIX"]),
    DefinedTerm(slug: "vix-option", forms: ["VIX option", "VIX call"]),
    DefinedTerm(slug: "contango", forms: ["Contango"]),
    DefinedTerm(slug: "obv", forms: ["On-balance volume", "OBV"]),
    DefinedTerm(slug: "break-even", forms: ["Break-even"]),
    DefinedTerm(slug: "second-engine", forms: ["Second Engine"]),
    DefinedTerm(slug: "drip", forms: ["Dividend reinvestment plan", "DRIP"], isLinked: false),
  ])

  private func misspelt(_ text: String) -> [String] {
    index.misspellings(in: MaskedProse(text)).map { "\($0.line):\($0.column) \($0.message)" }
  }

  private func linked(_ html: String, except own: String? = nil) -> String {
    index.linked(html, except: own) { "/\($0)/" }
      .replacing(" class=\"term\"", with: "")
  }

  @Test(arguments: [
    ("Vix rose", "1:1 “Vix” is spelt “VIX” in the glossary"),
    ("the obv and", "1:5 “obv” is spelt “OBV” in the glossary"),
    ("a vix option", "1:3 “vix option” is spelt “VIX option” in the glossary"),
    ("a breakeven", "1:3 “breakeven” is spelt “Break-even” in the glossary"),
    ("on balance volume", "1:1 “on balance volume” is spelt “On-balance volume” in the glossary"),
    ("the second engine", "1:5 “second engine” is spelt “Second Engine” in the glossary"),
  ])
  func otherSpellingsAreReported(text: String, expected: String) {
    #expect(misspelt(text) == [expected])
  }

  @Test(arguments: [
    "VIX", "spot VIX", "Spot VIX", "contango", "Contango", "on-balance volume",
    "On-Balance Volume", "they break even", "break-even", "Break-Even", "prices drip",
    "`Vix`", "“Vix”", "vixen", "## Vix and obv", "{{ vix.close }}", "https://a.b/vix/",
    "VIX’s", "Second Engine", "seed-obv", "obv-like",
  ])
  func rightSpellingsAndOtherWordsAreNot(text: String) {
    #expect(misspelt(text).isEmpty)
  }

  @Test(arguments: [
    ("<p>VIX and VIX</p>", "<p><a href=\"/vix/\">VIX</a> and VIX</p>"),
    (
      "<p>A VIX\noption on VIX</p>",
      "<p>A <a href=\"/vix-option/\">VIX\noption</a> on "
        + "<a href=\"/vix/\">VIX</a></p>"
    ),
    ("<p>Contango</p>", "<p><a href=\"/contango/\">Contango</a></p>"),
    ("<p>in contango, vix Obv</p>", "<p>in <a href=\"/contango/\">contango</a>, vix Obv</p>"),
    ("<p>OBV, on-balance volume</p>", "<p><a href=\"/obv/\">OBV</a>, on-balance volume</p>"),
    (
      "<p>VIX’s <em>contango</em></p>",
      "<p><a href=\"/vix/\">VIX</a>’s <em><a href=\"/contango/\">contango</a></em></p>"
    ),
    ("<h2>VIX</h2><p>VIX</p>", "<h2>VIX</h2><p><a href=\"/vix/\">VIX</a></p>"),
  ])
  func theFirstUseIsLinked(html: String, expected: String) {
    #expect(linked(html) == expected)
  }

  @Test(arguments: [
    "", "<p>none</p>", "<h2>VIX</h2>", "<pre><code>VIX</code></pre>", "<code>VIX</code>",
    "<a href=\"https://x.y/\">VIX</a>", "<math><mi>VIX</mi></math>", "<figure>VIX</figure>",
    "<table><tr><td>VIX</td></tr></table>", "<blockquote><p>VIX</p></blockquote>",
    "<p>VIXX, preVIX, VIX-like, pre-VIX</p>", "<p title=\"VIX\">a</p>", "<p>DRIP</p>",
    "<p>VIX <a href=\"../glossary/vix/index.html\">the VIX</a></p>", "<p>breakeven</p>",
    "<p>&VIX;</p>", "<p", "<", "&",
  ])
  func otherTextStaysAsItIs(html: String) {
    #expect(linked(html) == html)
  }

  @Test func aTermIsNotLinkedOnItsOwnPage() {
    #expect(
      linked("<p>VIX in contango</p>", except: "vix")
        == "<p>VIX in <a href=\"/contango/\">contango</a></p>")
  }

  @Test func linksHaveAClass() {
    #expect(
      index.linked("VIX") { "/\($0)/" } == "<a class=\"term\" href=\"/vix/\">VIX</a>")
  }

  @Test func theNearestTermIsFound() {
    #expect(index.nearestSlug(to: "contengo") == "contango")
    #expect(index.nearestSlug(to: "zzzzzzzz") == nil)
  }
}
