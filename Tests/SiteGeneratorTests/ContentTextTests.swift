import MarketData
import Testing

@testable import SiteGenerator

/// YAML files as editors of all systems write them.
@Suite struct ContentTextTests {
  private func title(_ bytes: [UInt8]) -> (result: String?, problems: [String]) {
    collecting { problems in
      guard var fields = YAMLFields(file: "a.yml", bytes: bytes, into: &problems) else {
        return nil
      }
      let title = fields.text("title", into: &problems)
      fields.finish(into: &problems)
      return title
    }
  }

  private static let mark: [UInt8] = [0xEF, 0xBB, 0xBF]

  @Test(arguments: [
    Array("title: A\nx: 1\n".utf8), Array("title: A\r\nx: 1\r\n".utf8),
    Array("title: A\rx: 1\r".utf8), mark + Array("title: A\r\nx: 1".utf8),
  ])
  func everyLineEndCountsOnce(bytes: [UInt8]) {
    let (result, problems) = title(bytes)
    #expect(result == "A")
    #expect(
      problems == ["a.yml:2:1: error: unknown key `x`. Did you mean `title`?"]
        || problems == ["a.yml:2:1: error: unknown key `x`. Known keys: title."])
  }

  @Test(arguments: [
    Array("title: Volatilit".utf8) + [0xE4, 0x74, 0x0A], [0xFF, 0xFE, 0x74, 0x00],
    Array("title: A\n".utf8) + [0xC0, 0xAF],
  ])
  func otherEncodingsAreReported(bytes: [UInt8]) {
    let (result, problems) = title(bytes)
    #expect(result == nil)
    #expect(
      problems == [
        "a.yml:1:1: error: the file is not UTF-8. Save it as UTF-8 without other encodings."
      ])
  }

  @Test(arguments: ["\u{202E}", "\u{202A}", "\u{2066}", "\u{2069}"])
  func charactersThatTurnTextAreReported(character: String) {
    let (result, problems) = title(Array("title: \"a\(character)gpj.exe\"\n".utf8))
    #expect(result == nil)
    let scalar = character.unicodeScalars.first.map(ShownScalar.name) ?? ""
    #expect(
      problems == [
        "a.yml:1:8: error: `title` holds \(scalar), which turns the direction of text. "
          + "Remove it; words of right-to-left scripts are set in order without it."
      ])
  }

  /// Marks that stand for themselves and joiners are part of words.
  @Test(arguments: ["a\u{200F}b", "a\u{200E}b", "a\u{200D}b", "הערות", "👩‍🔬"])
  func otherWordsStayAsTheyAre(text: String) {
    #expect(title(Array("title: \(text)\n".utf8)) == (text, []))
  }

  @Test func aLongValueIsShortenedInItsMessage() {
    let value = String(repeating: "x", count: 1_000_000)
    let (_, problems) = collecting { problems in
      var fields = YAMLFields(
        yaml: "draft: \(value)\n", file: "a.md", lineOffset: 1, into: &problems)
      _ = fields?.value("draft", "true or false", into: &problems, Bool.init)
    }
    #expect(
      problems == [
        "a.md:2:8: error: `draft` is `\(String(repeating: "x", count: 60))…`, not true or false. "
          + "Write true or false after `draft:`."
      ])
  }
}
