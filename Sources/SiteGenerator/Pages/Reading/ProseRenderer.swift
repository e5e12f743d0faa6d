import ALVH
import Markdown
import MarketData
import ProseChecks
import Quant

/// The prose of a page as markup, and the files that it offers.
struct RenderedProse {
  var html: String
  /// The data of figures that belong to the page.
  var files: [OutputFile] = []
  /// Whether results of a write-up stand in it, with all that obliges a page that shows some.
  var showsResults = false
  /// The headings in reading order, without those in boxes.
  var headings: [MarkdownHeading] = []
  /// The words without markup, a line for each block; those of boxes come last.
  var plainText = ""
}

/// Turns the prose of a page into markup: values, links, formulas and directives included.
struct ProseRenderer {
  let site: Site
  /// Every page and file of the site, to check links against.
  let places: Set<String>
  /// The page the prose stands on.
  let page: PagePath

  /// Renders the prose; faults are reported at their place in the file.
  ///
  /// The first use of each glossary term becomes a link unless the page has `glossary: off`.
  func render(
    _ prose: Prose, values: ValueTable = ValueTable(), into problems: inout [Diagnostic]
  ) -> RenderedProse {
    let text = ValueReferences.substituted(in: prose, values: values, into: &problems)
    problems += ProseReview(site: site).problems(in: prose, values: values)
    let rendering = ProseRendering(self, values: values)
    let document = rendering.document(
      text.markdown, firstLine: prose.line, origin: TextOrigin(text), part: .page)
    problems += rendering.problems
    return RenderedProse(
      html: prose.linksTerms ? linked(document.html) : document.html, files: rendering.files,
      showsResults: rendering.showsResults,
      headings: document.headings,
      plainText: ([document.plainText] + rendering.boxTexts).filter { !$0.isEmpty }
        .joined(separator: "\n"))
  }

  private func linked(_ html: String) -> String {
    let parts = page.text.split(separator: "/")
    let own = parts.count == 2 && parts[0] == "glossary" ? String(parts[1]) : nil
    return site.terms.linked(html, except: own) { slug in
      Markup.escaped(site.link(from: page, to: PagePath("glossary/\(slug)/")))
    }
  }
}
