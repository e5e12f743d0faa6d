import ALVH
import Testing

@testable import SiteGenerator

@Suite struct MethodRuleTests {
  /// Every parameter of a rule table is explained by a rule, and no rule names one that is none.
  @Test func everyParameterBelongsToARule() {
    let keys = ProfileCompiler.keys(of: .ruleTable).map { $0.replacing("#", with: "1") }
    for key in keys {
      #expect(MethodRule.all.contains { $0.uses(key) }, "no rule explains \(key)")
    }
    for rule in MethodRule.all {
      for name in rule.parameters where !name.contains(/[0-9]/) {
        #expect(
          keys.contains { name.hasSuffix(".") ? $0.hasPrefix(name) : $0 == name }, "\(name)")
      }
    }
  }

  @Test func addressesAreGoodAndDiffer() {
    #expect(Set(MethodRule.all.map(\.id)).count == MethodRule.all.count)
    for rule in MethodRule.all {
      #expect(ContentSlug.fault(of: rule.id) == nil)
      #expect(!rule.formulas.isEmpty && rule.summary.hasSuffix(".") && rule.reading.hasSuffix("."))
    }
  }

  /// Each of the twelve rules of the table has its number on exactly one page.
  @Test func theTwelveRulesAreAllThere() {
    let numbers = MethodRule.all.flatMap(\.formulas).map(\.symbols).filter { $0.hasPrefix("rule ") }
      .flatMap { $0.split(separator: /[^0-9]+/).compactMap { Int($0) } }
    #expect(numbers.sorted() == EngineRule.allCases.map(\.number))
  }
}
