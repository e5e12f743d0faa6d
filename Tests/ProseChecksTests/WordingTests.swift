import Testing

@testable import ProseChecks

@Suite struct WordingTests {
  private let check = WordingCheck(
    [
      WordingRule(
        phrase: "guaranteed|guarantee", severity: .error, reason: "promises an outcome",
        remedy: "Say what was computed."),
      WordingRule(
        phrase: "risk-free", severity: .error, reason: "promises too much", remedy: "Say more.",
        exceptions: ["risk-free rate"]),
      WordingRule(
        phrase: "you should buy|sell", severity: .warning, reason: "sounds like advice",
        remedy: "Say what the rules ask for."),
      WordingRule(
        phrase: "can’t lose", severity: .error, reason: "promises too much", remedy: "Say more."),
    ], allowances: [WordingAllowance(phrase: "risk-free", file: "claims.md")])

  private func found(_ text: String, file: String = "x.md") -> [String] {
    check.findings(in: MaskedProse(text), file: file).map {
      "\($0.line):\($0.column) \($0.severity): \($0.message)"
    }
  }

  @Test func phrasesAreReportedWithPlaceReasonAndSeverity() {
    #expect(
      found("A\nGuaranteed gains. You should\nsell, and it can't lose.") == [
        "2:1 error: “Guaranteed” is not written here, because it promises an outcome",
        "2:19 warning: “You should sell” is not written here, because it sounds like advice",
        "3:14 error: “can't lose” is not written here, because it promises too much",
      ])
  }

  @Test(arguments: [
    "Nothing is guaranteed.", "This isn’t a guarantee.", "No return here is guaranteed.",
    "the risk-free rate", "A “guaranteed” gain.", "`guaranteed`", "> guaranteed\n",
    "[x](https://a.b/guaranteed)", "guaranteeing", "You should know. Buy bread.",
    "neither promised nor guaranteed", "risk and free",
  ])
  func denialsQuotationsAndOtherWordsPass(text: String) {
    #expect(found(text).isEmpty)
  }

  @Test(arguments: [
    ("Not here. It is guaranteed.", 1), ("risk-free risk-free rate", 1), ("risk free", 1),
    ("nothing but one two three four five six guaranteed", 1), ("*guaranteed*", 1),
    ("# Guaranteed\n\n- guaranteed", 2),
  ])
  func whatIsNotDeniedIsFound(text: String, count: Int) {
    #expect(found(text).count == count)
  }

  @Test func aFileMayBeAllowedAPhrase() {
    #expect(found("risk-free", file: "claims.md").isEmpty)
    #expect(found("risk-free").count == 1)
  }

  @Test func aLaterRuleReplacesAnEarlierOneOfTheSamePhrase() {
    let rule = WordingRule(phrase: "a", severity: .error, reason: "x", remedy: "y")
    var other = rule
    other.severity = .warning
    let findings = WordingCheck([rule, other]).findings(in: MaskedProse("a"), file: "")
    #expect(findings.map(\.severity) == [.warning])
  }

  @Test(arguments: [
    ("a", true), ("a|b c", true), ("risk-free", true), ("", false), ("risk-free|riskless", false),
    ("|", false), ("a ! b", false),
  ])
  func phrasesCanBeReadOrNot(phrase: String, isReadable: Bool) {
    let rule = WordingRule(phrase: phrase, severity: .error, reason: "", remedy: "")
    #expect(rule.isReadable == isReadable)
  }
}
