import Testing

@testable import Markdown

/// Bytes that are no text, line ends, and what else a file can begin with.
@Suite struct SourceTests {
  private func problems(_ bytes: [UInt8], firstLine: Int = 1) -> [String] {
    MarkdownRenderer().render(utf8: bytes, firstLine: firstLine).problems.map(\.description)
  }

  @Test func nulIsReplacedAndReported() {
    let document = MarkdownRenderer().render("a\r\nb\u{0}c\u{0}\n")
    #expect(document.html == "<p>a\nb\u{FFFD}c\u{FFFD}</p>\n")
    #expect(
      document.problems.map(\.description) == [
        "2:2: error: 2 NUL characters, the first one here, shown as \u{FFFD}. "
          + "Remove what is not text; the file may have been damaged."
      ])
    #expect(
      MarkdownTests.problems("\u{0}") == [
        "1:1: error: a NUL character, shown as \u{FFFD}. "
          + "Remove what is not text; the file may have been damaged."
      ])
  }

  @Test(
    arguments: [
      [0xFF], [0xC3], [0xE2, 0x82], [0xED, 0xA0, 0x80], [0xF8, 0x88], [0xC0, 0x80], [0xEF, 0xBF],
    ] as [[UInt8]])
  func bytesThatAreNoTextAreReplacedAndReported(bytes: [UInt8]) {
    let text = Array("a\né".utf8) + bytes + Array("x\n".utf8)
    let document = MarkdownRenderer().render(utf8: text, firstLine: 7)
    #expect(document.html.contains("é\u{FFFD}"))
    #expect(
      document.problems.map(\.description) == [
        "8:2: error: the text is not UTF-8 from here on, and what cannot be read is shown as "
          + "\u{FFFD}. Save the file as UTF-8."
      ])
  }

  @Test func textThatIsUTF8IsNotTouched() {
    #expect(problems(Array("é 規 𝄞 \u{FFFD}\n".utf8)).isEmpty)
    #expect(problems([]).isEmpty)
  }

  @Test func everyLineEndCounts() {
    for end in ["\n", "\r\n", "\r"] {
      let text = ["a", "b [x](javascript:y)", "", "```figure", "c", "```", ""]
        .joined(separator: end)
      #expect(
        MarkdownTests.problems(text).map { $0.prefix(4) } == ["2:3:"], "\(text.debugDescription)")
      var bodies: [String] = []
      _ = MarkdownRenderer(renderDirective: {
        bodies.append($0.body)
        return nil
      }).render(text)
      #expect(bodies == ["c\n"])
    }
  }

  @Test func aByteOrderMarkIsNotCounted() {
    #expect(MarkdownTests.problems("\u{FEFF}[x](javascript:y)").map { $0.prefix(4) } == ["1:1:"])
    #expect(MarkdownTests.problems("\u{FEFF}\u{0}").map { $0.prefix(4) } == ["1:1:"])
    #expect(html("\u{FEFF}# a") == "<h1 id=\"s-a\">a</h1>\n")
  }

  @Test func lineNumbersCannotOverflow() {
    for line in [Int.max, Int.min, 0, -5] {
      #expect(problems([0x0A, 0xFF, 0x0A], firstLine: line).count == 1)
      #expect(
        MarkdownRenderer().render("[x](javascript:y)\n\u{0}", firstLine: line).problems.count == 2)
    }
  }

  @Test func plainTextIsTheWords() {
    let document = MarkdownRenderer().render(
      "# A *b*\n\nc\nd `e` ![f](/g \"h\") [i](/j) &amp; \\[k\\]\n\n- l\n- m\n\n|n|o|\n|-|-|\n|p|q|\n\n"
        + "```figure\nr\n```\n\n```\ns\n```\n\n> [!NOTE]\n> t\n")
    #expect(
      document.plainText == "A b\nc d e f i & [k]\nl\nm\nn\to\np\tq\ns\nNote\nt")
  }
}
