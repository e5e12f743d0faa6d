import TestSupport
import Testing

@testable import Markdown

/// Random texts made of the syntax itself.
@Suite struct SoupTests {
  private static let pieces = [
    "> ", "- ", "1. ", "  ", "    ", "\n", "\n", "\n\n", "# ", "###### ", "a", "b c", "é", "*",
    "**",
    "_", "`", "``", "$`x`$", "$", "~~", "~", "[", "]", "(", ")", "](/x)", "](javascript:x)", "![",
    "[^1]", "[^1]: ", "[^2]", "[^2]: ", "|", " | ", "|-|", "|-|-:|", "|a|b|", "\\", "\\|", "\\[",
    "<b>", "</b>", "<br>", "<kbd>", "</kbd>", "<!--", "-->", "<script>", "<x on=\"y\" style=\"z\">",
    "&amp;", "&#91;", "&colon;", "\"", "'", "[!NOTE]", "[ ] ", "[x] ", "```", "```figure\n",
    "```math",
    "~~~", "---", "===", "***", "[r]: /y \"t\"", "[r]", "<https://x.y>", "<data:x>", "\u{0}", "\t",
    "\r", "\u{12470}", "  \n", "![a](/b \"c\")", "://", "01) ", "<!---->", "<div>", "</div>",
  ]

  private static func text(_ random: inout SplitMix64) -> String {
    let count = Int.random(in: 0...60, using: &random)
    return (0..<count).map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
  }

  private static func configuration(_ random: inout SplitMix64) -> MarkdownConfiguration {
    var configuration = MarkdownConfiguration(
      rawHTML: .elements(Bool.random(using: &random) ? [] : ["b", "kbd", "br", "div", "script"]))
    if Bool.random(using: &random) { configuration.extensions.insert(.smartPunctuation) }
    return configuration
  }

  @Test func pagesAreWellFormedAndHarmless() throws {
    for seed in 0..<600 {
      var random = SplitMix64(seed: UInt64(seed))
      let text = Self.text(&random)
      let renderer = MarkdownRenderer(
        configuration: Self.configuration(&random),
        renderDirective: { _ in "<figure></figure>" }, renderMath: { _ in "<code>m</code>" })
      let document = renderer.render(text)
      let check: MarkupCheck
      do {
        check = try MarkupCheck(document.html)
      } catch {
        Issue.record("seed \(seed): \(error) from \(text.debugDescription)")
        continue
      }
      let ids = check.values("id")
      #expect(Set(ids).count == ids.count, "seed \(seed): \(ids)")
      let names = Set(check.elements.flatMap(\.attributes.keys))
      #expect(!names.contains { $0.hasPrefix("on") || $0 == "style" }, "seed \(seed)")
      for address in check.values("href") + check.values("src") {
        #expect(
          ["https://", "/", "#"].contains { address.hasPrefix($0) } || !address.contains(":"),
          "seed \(seed): \(address)")
      }
      for link in check.values("href") where link.hasPrefix("#fn") {
        #expect(ids.contains(String(link.dropFirst())), "seed \(seed): \(link)")
      }
      #expect(document.problems == document.problems.sorted { $0.position < $1.position })
      #expect(!document.html.contains("01) a[^"), "seed \(seed)")
      let lines = text.split(omittingEmptySubsequences: false) { $0.isNewline }.count
      #expect(
        document.problems.allSatisfy {
          (1...(lines + 1)).contains($0.position.line) && $0.position.column >= 1
        }, "seed \(seed): \(document.problems)")
    }
  }

  /// Without any syntax of an extension, a page is what libcmark alone makes of it.
  @Test func extensionsLeaveOtherTextAlone() {
    var configuration = MarkdownConfiguration(
      rawHTML: .unchecked, linkSchemes: .unchecked, directives: [])
    configuration.extensions = [.tables, .footnotes, .strikethrough, .math, .callouts, .taskLists]
    let marks = ["|", "^", "~", "$", "[!", "[ ]", "[x]", "\u{0}"]
    let plain = Self.pieces.filter { piece in !marks.contains { piece.contains($0) } }
    for seed in 0..<300 {
      var random = SplitMix64(seed: UInt64(seed))
      let text = (0..<40).map { _ in plain.randomElement(using: &random) ?? "" }.joined()
      #expect(html(text, configuration) == html(text, .commonMark), "\(text.debugDescription)")
    }
  }
}
