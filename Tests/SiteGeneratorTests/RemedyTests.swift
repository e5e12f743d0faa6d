import MarketData
import Testing

@testable import SiteGenerator

/// How a message ends is decided where it is made, because nobody reads it again.
@Suite struct RemedyTests {
  @Test(arguments: [
    ("Do this", "Do this."), ("Do this.", "Do this."), ("Did you mean `x`?", "Did you mean `x`?"),
    ("Stop!", "Stop!"), ("", ""), ("Write 1.", "Write 1."),
  ])
  func aRemedyEndsWithOneMark(remedy: String, expected: String) {
    let diagnostic = Diagnostic.error(SourceLocation(file: "x"), "wrong.", remedy)
    #expect(diagnostic.remedy == expected)
    #expect(diagnostic.description == "x: error: wrong." + (expected.isEmpty ? "" : " \(expected)"))
  }
}
