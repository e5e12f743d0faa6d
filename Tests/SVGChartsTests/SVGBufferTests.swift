import Testing

@testable import SVGCharts

@Suite struct SVGBufferTests {
  private func number(_ value: Double) -> String {
    var buffer = SVGBuffer()
    buffer.number(value)
    return buffer.string
  }

  @Test(
    "coordinates have at most one decimal",
    arguments: [
      (0.0, "0"), (12.0, "12"), (12.34, "12.3"), (12.35, "12.4"), (-0.04, "0"), (-0.06, "-.1"),
      (0.5, ".5"),
      (99.96, "100"), (640, "640"), (1e12, "99999"), (-1e12, "-99999"), (.nan, "0"),
      (.infinity, "0"),
    ])
  func coordinate(value: Double, text: String) {
    #expect(number(value) == text)
  }

  @Test func textIsEscaped() {
    var buffer = SVGBuffer()
    buffer.escaped("S&P <\"500\"> it's −1\u{202F}000")
    #expect(buffer.string == "S&amp;P &lt;&quot;500&quot;&gt; it&#39;s −1\u{202F}000")
  }

  @Test func forbiddenCharactersAreReplaced() {
    var buffer = SVGBuffer()
    buffer.escaped("a\u{0}b\u{1B}c\u{FFFE}d\u{FFFF}e\u{FFFD}ſ¾¿")
    #expect(buffer.string == "a b c\u{FFFD}d\u{FFFD}e\u{FFFD}ſ¾¿")
  }

  @Test func pathsHaveGapsWhereValuesAreMissing() {
    let data = PathData(points: [
      Point(0, 1), Point(1, 2), Point(2, .nan), Point(3, 3), Point(4, .nan), Point(5, 1),
      Point(6, 1),
    ])
    #expect(data.buffer.string == "M0 1l1 1M3 3h0M5 1l1 0")
    #expect(PathData(points: []).isEmpty)
    #expect(PathData(points: [Point(.nan, 0)]).isEmpty)
  }
}
