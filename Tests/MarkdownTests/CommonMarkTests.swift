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

  @Test func extensionsChangeOnlyTheseExamples() throws {
    var configuration = MarkdownConfiguration(rawHTML: .unchecked, linkSchemes: .unchecked)
    configuration.extensions.remove([.headingIdentifiers, .headingAnchors])
    let changed = try differing(configuration)
    #expect(changed == [], "E \(changed)")
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

  @Test func refusedHTMLChangesTheseExamples() throws {
    var configuration = MarkdownConfiguration.commonMark
    configuration.rawHTML = .elements([])
    let changed = try differing(configuration)
    #expect(changed == [], "H \(changed)")
  }

  @Test func refusedAddressesChangeTheseExamples() throws {
    var configuration = MarkdownConfiguration.commonMark
    configuration.linkSchemes = MarkdownConfiguration().linkSchemes
    let changed = try differing(configuration)
    #expect(changed == [], "A \(changed)")
  }
}
