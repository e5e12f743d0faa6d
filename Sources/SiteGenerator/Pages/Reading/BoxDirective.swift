import Markdown
import MarketData

/// A fenced block `note` or `example`: a box with a heading word and Markdown in it.
///
/// Keys: `text`, the Markdown; `title`, words behind the heading word.
struct BoxDirective {
  private let rendering: ProseRendering
  private let origin: TextOrigin

  init(_ rendering: ProseRendering, origin: TextOrigin) {
    self.rendering = rendering
    self.origin = origin
  }

  /// The box; `nil` after reporting that there is nothing to put into it.
  func render(
    _ fields: inout YAMLFields, kind: String, into problems: inout [Diagnostic]
  ) -> String? {
    let title = fields.text("title", into: &problems)
    let text = fields.requiredText("text", example: "What the box says.", into: &problems)
    fields.finish(into: &problems)
    guard !text.isEmpty else { return nil }
    let word = MarkdownWords().callouts[kind] ?? kind
    let heading = title.map { "\(word): \($0)" } ?? word
    let markup = rendering.markup(
      of: text, origin: origin.text(fields.place(ofText: "text")),
      part: .box(rendering.nextBox()))
    return "<aside class=\"callout \(kind)\" role=\"note\">\n<p class=\"callout-title\">"
      + "\(Markup.escaped(heading))</p>\n\(markup)</aside>\n"
  }
}
