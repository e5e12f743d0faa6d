import Testing

@testable import ProseChecks

@Suite struct AssertionTests {
  private func message(_ condition: String, _ words: String) throws -> String? {
    try Assertion(condition: condition).contradiction(words: words, SampleTable.table())?.message
  }

  @Test(arguments: [
    (
      "vix.close > 20", "the VIX closed\n above 20",
      "“the VIX closed above 20” says vix.close > 20, but vix.close is 18.20"
    ),
    (
      "vix.close < rv21", "implied under realised",
      "“implied under realised” says vix.close < rv21, but vix.close is 18.20 and rv21 is 15.3 %"
    ),
    (
      "vix.close   rose", "up",
      "“up” says vix.close rose, but vix.close is 18.20 after 19.10"
    ),
    (
      "stage is 1 and vix.close > 20 and spx.change > 0", "so",
      "“so” says stage is 1 and vix.close > 20 and spx.change > 0, but vix.close is 18.20 and "
        + "spx.change is −1.53 %"
    ),
    (
      "profile is \"pct\"", "a", "“a” says profile is \"pct\", but profile is “seed-obv”"
    ),
    ("stage is 2", "a", "“a” says stage is 2, but stage is layer 1"),
  ])
  func aContradictionShowsWordsConditionAndValues(
    condition: String, words: String, expected: String
  ) throws {
    #expect(try message(condition, words) == expected)
  }

  @Test func whatHoldsIsNotContradicted() throws {
    #expect(try message("vix.close < 20", "below 20") == nil)
  }

  @Test func longWordsAreCutInTheMessage() throws {
    let words = String(repeating: "a", count: 200)
    let message = try #require(try message("stage is 2", words))
    #expect(message.hasPrefix("“" + String(repeating: "a", count: 120) + "…”"))
  }
}
