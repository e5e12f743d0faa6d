import Testing

@testable import Markdown

@Suite struct MarkdownRendererTests {
  @Test func nothingGivesNothing() {
    #expect(MarkdownRenderer().render("").html == "")
  }
}
