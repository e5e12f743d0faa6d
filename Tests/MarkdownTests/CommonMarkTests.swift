import Testing

@testable import Markdown

/// Conformity to CommonMark 0.30, and every place where an extension or a refusal departs from it.
@Suite(
  .enabled(
    if: CommonMarkExamples.file != nil,
    "the examples of the specification are not beside the repository; see CommonMarkExamples"))
struct CommonMarkTests {
  /// The numbers of the examples that come out otherwise than the specification says.
  private func differing(_ configuration: MarkdownConfiguration) throws -> [Int] {
    let renderer = MarkdownRenderer(configuration: configuration)
    return try CommonMarkExamples.all().filter { renderer.render($0.markdown).html != $0.html }
      .map(\.example)
  }

  @Test func everyExampleComesOutAsSpecified() throws {
    #expect(try CommonMarkExamples.all().count == 652)
    #expect(try differing(.commonMark) == [])
  }

  /// Each is an image with a title alone in its paragraph, which becomes a figure with a caption.
  @Test func extensionsChangeOnlyTheseExamples() throws {
    var configuration = MarkdownConfiguration(rawHTML: .unchecked, linkSchemes: .unchecked)
    configuration.extensions.remove([.headingIdentifiers, .headingAnchors])
    let changed = try differing(configuration)
    #expect(changed == [571, 572, 575, 576, 583, 584, 585, 587, 588, 590])
  }

  @Test func identifiersChangeHeadingsOnly() throws {
    var configuration = MarkdownConfiguration.commonMark
    configuration.extensions = .headingIdentifiers
    let changed = try differing(configuration)
    let withHeadings = try CommonMarkExamples.all().filter { example in
      (1...6).contains { example.html.contains("<h\($0)>") }
    }.map(\.example)
    #expect(changed == withHeadings)
  }

  /// Each holds raw HTML, which is shown as text: blocks of HTML (148...191, and between other blocks
  /// in 21, 31, 201, 308, 309) and tags within text (in sections on code, emphasis, links and breaks
  /// 344, 474...535, 642, 643; the section on raw HTML 612...631 without the examples that are none).
  @Test func refusedHTMLChangesTheseExamples() throws {
    var configuration = MarkdownConfiguration.commonMark
    configuration.rawHTML = .elements([])
    let changed = try differing(configuration)
    let expected =
      [21, 31] + Array(148...191) + [201, 308, 309, 344, 474, 475, 476, 490, 493, 523, 535]
      + [612, 613, 614, 615, 616, 622, 624, 627, 628, 629, 630, 631, 642, 643]
    #expect(changed == expected)
  }

  /// 595, 597, 598 and 600 have other schemes (`irc`, `a+b+c`, `made-up-scheme`, `localhost`), and 499 a
  /// relative address with a colon before any slash, which some program could take for a scheme.
  @Test func refusedAddressesChangeTheseExamples() throws {
    var configuration = MarkdownConfiguration.commonMark
    configuration.linkSchemes = MarkdownConfiguration().linkSchemes
    let changed = try differing(configuration)
    #expect(changed == [499, 595, 597, 598, 600])
  }
}
