import Testing

@testable import SiteAudit

@Suite struct AuditRuleTests {
  /// Codes are names that scripts rely on: lowercase words with hyphens.
  @Test(arguments: AuditRule.allCases)
  func everyRuleHasACodeAndAMeaning(rule: AuditRule) {
    #expect(rule.rawValue.wholeMatch(of: /[a-z]+(-[a-z]+)*/) != nil)
    #expect(rule.meaning.hasSuffix("."))
    #expect(rule.meaning.first?.isUppercase == true)
  }
}
