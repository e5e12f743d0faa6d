import Markdown
import MarketData
import ProseChecks
import Quant

/// One rendering of a page's prose: what is met on the way is kept until it is done.
final class ProseRendering {
  let renderer: ProseRenderer
  /// The values that the text can name.
  let values: ValueTable
  private(set) var problems: [Diagnostic] = []
  /// The data of figures that belong to the page.
  private(set) var files: [OutputFile] = []
  /// Whether results of a write-up stand in the text.
  private(set) var showsResults = false
  /// The words of boxes, tables and questions.
  private(set) var boxTexts: [String] = []
  private var figures = 0
  private var boxes = 0

  init(_ renderer: ProseRenderer, values: ValueTable = ValueTable()) {
    self.renderer = renderer
    self.values = values
  }

  /// A number for the ids of a box, a table or a quiz, from 1.
  func nextBox() -> Int {
    boxes += 1
    return boxes
  }

  /// Notes that the page shows results of a write-up.
  func noteResults() {
    showsResults = true
  }

  /// Renders a text; its faults are kept with their places in the file.
  func document(
    _ markdown: String, firstLine: Int = 1, origin: TextOrigin, part: ProsePart,
    words: MarkdownWords = MarkdownWords()
  ) -> MarkdownDocument {
    var configuration = part.configuration(html: renderer.site.content.configuration.html)
    configuration.words = words
    let markdownRenderer = MarkdownRenderer(
      configuration: configuration,
      resolveLink: { self.destination(of: $0, origin) },
      renderDirective: { self.markup(of: $0, origin, part) },
      renderMath: { math in
        FormulaMarkup.markup(
          math, text: markdown, firstLine: firstLine, origin: origin, into: &self.problems)
      })
    let document = markdownRenderer.render(markdown, firstLine: firstLine)
    problems += document.problems.map { $0.diagnostic(in: origin) }
    return document
  }

  /// The markup of a text within a directive; its words join those of the page.
  func markup(
    of text: String, origin: TextOrigin, part: ProsePart, words: MarkdownWords = MarkdownWords()
  ) -> String {
    let document = document(text, origin: origin, part: part, words: words)
    boxTexts.append(document.plainText)
    return document.html
  }

  private func destination(of link: MarkdownLink, _ origin: TextOrigin) -> String? {
    let resolver = LinkResolver(
      site: renderer.site, places: renderer.places, page: renderer.page)
    let result = resolver.resolve(link, at: origin.location(link.position))
    if let problem = result.problem { problems.append(problem) }
    return result.destination
  }

  /// Reads a directive's keys; faults among them are moved to their places in the file.
  private func markup(
    of directive: MarkdownDirective, _ origin: TextOrigin, _ part: ProsePart
  ) -> String? {
    if let problem = misplaced(directive, origin, part) {
      problems.append(problem)
      return nil
    }
    let body = origin.body(of: directive)
    var found: [Diagnostic] = []
    defer { problems += found.map(body.relocated) }
    guard
      var fields = YAMLFields(
        yaml: directive.body, file: origin.file, lineOffset: 1, into: &found)
    else { return nil }
    switch directive.name {
    case "figure": return figure(&fields, into: &found)
    case "table": return TableDirective(self, origin: body).render(&fields, into: &found)
    case "assert":
      return AssertDirective(self, origin: body, values: values).render(&fields, into: &found)
    case "quiz": return QuizDirective(self, origin: body).render(&fields, into: &found)
    default:
      return BoxDirective(self, origin: body)
        .render(&fields, kind: directive.name, into: &found)
    }
  }

  private func figure(_ fields: inout YAMLFields, into found: inout [Diagnostic]) -> String? {
    figures += 1
    let figure = FigureDirective(site: renderer.site, page: renderer.page).render(
      &fields, number: figures, into: &found)
    files += figure?.files ?? []
    showsResults = showsResults || figure?.showsResults == true
    return figure?.html
  }

  private func misplaced(
    _ directive: MarkdownDirective, _ origin: TextOrigin, _ part: ProsePart
  ) -> Diagnostic? {
    let location = origin.location(directive.position)
    if !part.allows(directive.name) {
      return .error(
        location, "the block `\(directive.name)` cannot stand within another block",
        "Close the outer block first, and begin this one behind it.")
    }
    guard !directive.argument.isEmpty else { return nil }
    return .error(
      location, "words follow `\(directive.name)` on the line of its fence",
      "Write what the block needs as `key: value` lines between the fences.")
  }
}
