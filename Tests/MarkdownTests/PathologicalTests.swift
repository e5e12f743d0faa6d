import Testing

@testable import Markdown

/// Texts far larger and odder than a person writes; time and output stay in proportion.
@Suite(.serialized) struct PathologicalTests {
  typealias Text = @Sendable (Int) -> String

  private static func repeated(_ unit: String, _ tail: String = "a\n") -> Text {
    { String(repeating: unit, count: $0) + tail }
  }

  /// Each with a count that takes some milliseconds without optimisation.
  private static let texts: [(name: String, count: Int, text: Text)] = [
    ("quotations", 10_000, repeated(">")), ("emphasis", 10_000, repeated("*")),
    ("open emphasis", 1000, repeated("*a **a ")), ("brackets", 10_000, repeated("[")),
    ("image brackets", 5000, repeated("![")), ("links", 1500, repeated("[a](/b) ")),
    ("open links", 2000, repeated("[a](")), ("lists", 2000, repeated("- ")),
    ("angles", 10_000, repeated("<")), ("comments", 2000, repeated("a <!--")),
    ("tags", 2000, repeated("<b>")), ("tildes", 3000, repeated("~~a ")),
    ("pairs of tildes", 2000, repeated("~~a~~ ")), ("escapes", 5000, repeated("\\[")),
    ("entities", 2000, repeated("&#91;")), ("dollar code", 2000, repeated("$`a`$")),
    ("undefined footnotes", 1500, repeated("[^a] ")),
    ("escapes and footnotes", 1000, { repeated("\\[", "")($0) + repeated("[^a] ")($0) }),
    ("headings", 1500, repeated("# a\n")), ("callouts", 1500, repeated("> [!NOTE]\n\n")),
    ("tasks", 1500, repeated("- [ ] a\n")), ("refused links", 1000, repeated("[a](javascript:b) ")),
    ("definitions", 2000, { n in (0..<n).map { "[r\($0)]: /x\n" }.joined() + "\n[r0]\n" }),
    (
      "footnotes", 700,
      { n in
        (0..<n).map { "a[^\($0)]\n\n[^\($0)]: b\n\n" }.joined()
      }
    ),
    (
      "chain of footnotes", 700,
      { n in
        "a[^0]\n\n" + (0..<n).map { "[^\($0)]: b[^\($0 + 1)]\n" }.joined()
      }
    ),
    ("references to a footnote", 1500, { repeated("[^1] ", "\n\n[^1]: a\n")($0) }),
    (
      "wide table", 2000,
      { n in
        [
          String(repeating: "|a", count: n), String(repeating: "|-", count: n),
          String(repeating: "|b", count: n),
        ].joined(separator: "\n")
      }
    ),
    ("long table", 1500, { "|a|b|\n|-|-|\n" + repeated("|c|d|\n", "")($0) }),
    (
      "ragged table", 800,
      { n in
        String(repeating: "|a", count: n) + "\n" + String(repeating: "|-", count: n) + "\n"
          + String(repeating: "|b\n", count: n)
      }
    ),
    ("delimiter rows", 2000, repeated("|-|-|\n|a\n")),
    ("long line", 20_000, repeated("word ")),
    ("quoted lines", 1500, repeated("> a [b](/c)\n")),
  ]

  private func seconds(_ text: String) -> Double {
    let clock = ContinuousClock()
    let duration = clock.measure { _ = MarkdownRenderer().render(text) }
    return Double(duration.components.attoseconds) / 1e18 + Double(duration.components.seconds)
  }

  /// Less than 3 for each of two doublings, which halves the noise; the best of several runs.
  @Test func timeGrowsInProportionToTheText() {
    for (name, count, text) in Self.texts {
      let small = text(count / 4)
      let large = text(count)
      var ratio = Double.infinity
      for _ in 0..<5 where ratio >= 9 {
        ratio = min(ratio, seconds(large) / max(seconds(small), 0.001))
      }
      #expect(ratio < 9, "\(name): \(ratio) times the time for 4 times the text")
    }
  }

  @Test func outputStaysInProportionToTheText() {
    for (name, count, text) in Self.texts {
      let source = text(count / 4)
      let size = MarkdownRenderer().render(source).html.utf8.count
      #expect(size < 80 * source.utf8.count + 1000, "\(name): \(size) of \(source.utf8.count)")
    }
  }

  @Test func referenceDefinitionsDoNotMultiplyTheOutput() {
    let title = String(repeating: "t", count: 3000)
    let text = String(repeating: "[r] ", count: 3000) + "\n\n[r]: https://x.y/ \"\(title)\"\n"
    #expect(MarkdownRenderer().render(text).html.utf8.count < 40 * text.utf8.count)
  }
}
