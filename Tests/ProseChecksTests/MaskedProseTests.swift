import Testing

@testable import ProseChecks

@Suite struct MaskedProseTests {
  /// What is left, with a dot for every run of masked characters.
  private func left(_ markdown: String) -> String {
    let bytes = MaskedProse(markdown).bytes
    var result = ""
    for character in String(decoding: bytes, as: UTF8.self) {
      if character != "\u{1}" {
        result.append(character)
      } else if result.last != "·" {
        result.append("·")
      }
    }
    return result
  }

  @Test(arguments: [
    ("", ""), ("plain words", "plain words"), ("a `code` b", "a · b"),
    ("a ``x ` y`` b", "a · b"), ("a ` b", "a ` b"), ("$`x^2`$ b", "$·$ b"),
    ("[words](/glossary/vix/) b", "[words]· b"), ("<https://a.b> c", "· c"), ("a < b", "a < b"),
    ("see https://a.b/guaranteed now", "see · now"), ("a {{ vix.close }} b", "a · b"),
    ("{{ assert vix.close > 20: over `x` twenty }} b", "· over · twenty · b"),
    ("\\{{ x }} b", "\\{{ x · b"), ("“others’ words” b", "· b"), ("“open", "“open"),
    ("a \"b c\" d", "a · d"), ("a[^note] b", "a· b"), ("[^note]: words", "·: words"),
    ("[x]: https://a.b", "·"), ("<kbd>F5</kbd>", "·F5·"),
    ("a\n```\ncode\n```\nb", "a\n·\n·\n·\nb"), ("~~~\na\n~~~\nb", "·\n·\n·\nb"),
    ("```figure\nchart: payoff\n```\nb", "·\n·\n·\nb"),
    ("```note\ntitle: T\ntext: |\n  words `x`\n```\nb", "·\n· T\n· |\n  words ·\n·\nb"),
    ("```assert\nthat: vix.close > 1\ntext: words\n```", "·\n·\n· words\n·"),
    ("> quoted\nlazy\n\nb", "·\nlazy\n\nb"), ("> [!NOTE]\n> words", "· [!NOTE]\n· words"),
    ("a\n\n`b\n\nc`", "a\n\n`b\n\nc`"),
  ])
  func onlyRunningWordsAreLeft(markdown: String, expected: String) {
    #expect(left(markdown) == expected)
  }

  @Test func theFrontMatterKeepsItsTexts() {
    let yaml = """
      title: "A day"
      checks:
        - question: Why?
      sources:
        - title: Guaranteed
          url: https://a.b
      review: 2016-01-01
      """
    let bytes = MaskedProse(frontMatter: yaml).bytes
    let text = String(decoding: bytes, as: UTF8.self).replacing("\u{1}", with: "")
    #expect(text == " \"A day\"\n\n     Why?\n\n\n\n" || text.contains("A day"))
    #expect(text.contains("Why?") && !text.contains("Guaranteed") && !text.contains("2016"))
  }

  @Test func placesAreThoseOfTheFile() {
    let prose = MaskedProse("é – one\ntwo", firstLine: 5)
    let words = prose.words.map { prose.position(of: $0.start) }
    #expect(words.map(\.line) == [5, 5, 6])
    #expect(words.map(\.column) == [1, 5, 1])
  }

  /// Far more marks than a person writes, none of them closed.
  @Test(arguments: [
    "`", "“", "](", "{{ ", "<a", "[^", "\"", "{{ assert ", "```\n", "> [!a\n", "`a``b",
  ])
  func timeIsLinear(mark: String) {
    let clock = ContinuousClock()
    let duration = clock.measure { _ = MaskedProse(String(repeating: mark, count: 100_000)) }
    #expect(duration < .seconds(20))
  }
}
