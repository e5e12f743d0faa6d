@testable import Markdown

/// The markup of a text with the standard extensions but without links in headings.
func html(_ markdown: String, _ configuration: MarkdownConfiguration = .plain) -> String {
  MarkdownRenderer(configuration: configuration).render(markdown).html
}

/// The problems of a text as an editor shows them.
func problems(_ markdown: String, _ configuration: MarkdownConfiguration = .plain) -> [String] {
  MarkdownRenderer(configuration: configuration).render(markdown).problems.map(\.description)
}

extension MarkdownConfiguration {
  /// The standard one without links in headings, which most tests do not look at.
  static var plain: MarkdownConfiguration {
    var configuration = MarkdownConfiguration()
    configuration.extensions.remove(.headingAnchors)
    return configuration
  }
}
