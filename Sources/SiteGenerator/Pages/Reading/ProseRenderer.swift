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
    _ prose: Prose, values: ValueCatalogue = ValueCatalogue(), into problems: inout [Diagnostic]
  ) -> RenderedProse {
    let table = ValueTable(values)
    let text = ValueReferences.substituted(
      in: prose, values: values, marks: true, into: &problems)
    problems += ProseReview(site: site).problems(in: prose, values: table)
    let rendering = ProseRendering(self, values: table)
    let document = rendering.document(
      text.markdown, firstLine: prose.line, origin: TextOrigin(text), part: .page)
    problems += rendering.problems
    return RenderedProse(
      html: finished(document.html, prose, values),
      files: rendering.files, showsResults: rendering.showsResults,
      headings: ValueMarks.removed(from: document.headings),
      plainText: ValueMarks.removed(
        from: ([document.plainText] + rendering.boxTexts).filter { !$0.isEmpty }
          .joined(separator: "\n")))
  }

  private func finished(_ html: String, _ prose: Prose, _ values: ValueCatalogue) -> String {
    let marked = Markup.keepingSigns(in: ValueMarks.markup(html, values))
    return prose.linksTerms ? linked(marked) : marked
  }

  private func linked(_ html: String) -> String {
    let parts = page.text.split(separator: "/")
    let own = parts.count == 2 && parts[0] == "glossary" ? String(parts[1]) : nil
    return site.terms.linked(html, except: own) { slug in
      Markup.escaped(site.link(from: page, to: PagePath("glossary/\(slug)/")))
    }
  }
}
