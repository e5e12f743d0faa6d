import Markdown
import MarketData

/// The wording of a disclaimer block as markup: CommonMark and nothing else.
///
/// A block stands on pages at every depth, beside any text, so that it has no ids and no links into
/// the site.
enum DisclaimerBodies {
  /// The markup of a block; faults are reported at their place in its file.
  static func markup(of block: DisclaimerBlock, into problems: inout [Diagnostic]) -> String {
    let origin = TextOrigin(
      SubstitutedProse(markdown: block.prose.markdown, file: block.prose.file))
    var found: [Diagnostic] = []
    let renderer = MarkdownRenderer(
      configuration: MarkdownConfiguration(extensions: [], directives: []),
      resolveLink: { link in
        if link.destination.hasPrefix("https://") { return link.destination }
        found.append(
          .error(
            origin.location(link.position), "a disclaimer links to `\(link.destination)`",
            "Use full https:// addresses, because a block is shown on pages at every depth."))
        return nil
      })
    let document = renderer.render(block.prose.markdown, firstLine: block.prose.line)
    problems += document.problems.map { $0.diagnostic(in: origin) } + found
    return document.html
  }
}
