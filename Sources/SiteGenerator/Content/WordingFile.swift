import MarketData
import ProseChecks
import TextDistance

/// The phrases that pages do not use: those of the product, and those that the site adds.
///
/// The product's are in `Templates/wording.yml` (a site's own file of that name takes its place);
/// `Content/wording.yml` adds rules and says with a reason where a phrase may stand all the same.
enum WordingFile {
  static let productPath = "Templates/wording.yml"
  static let sitePath = "Content/wording.yml"

  /// Reads and checks the files that are there; without any, nothing is reported in texts.
  static func read(
    site: any FileSystem, product: (any FileSystem)?, into problems: inout [Diagnostic]
  ) throws -> WordingCheck {
    var rules: [WordingRule] = []
    var allowances: [WordingAllowance] = []
    let base = site.exists(productPath) ? site : product
    for (path, system) in [(productPath, base), (sitePath, site)] {
      guard let system, system.exists(path),
        var fields = YAMLFields(file: path, bytes: try system.read(path), into: &problems)
      else { continue }
      _ = fields.requiredValue("version", "a whole number", example: "1", into: &problems) {
        Int($0)
      }
      for group in fields.list("rules", into: &problems) {
        if let rule = rule(group, into: &problems) { rules.append(rule) }
      }
      for group in fields.list("allow", into: &problems) {
        if let allowance = allowance(group, rules, into: &problems) {
          allowances.append(allowance)
        }
      }
      fields.finish(into: &problems)
    }
    return WordingCheck(rules, allowances: allowances)
  }

  private static func rule(
    _ group: YAMLFields, into problems: inout [Diagnostic]
  ) -> WordingRule? {
    var fields = group
    let rule = WordingRule(
      phrase: fields.requiredText("phrase", example: "risk-free", into: &problems),
      severity: fields.requiredValue(
        "severity", "error or warning", example: "error", into: &problems
      ) { ProseFinding.Severity(rawValue: $0) } ?? .error,
      reason: fields.requiredText("because", example: "promises an outcome", into: &problems),
      remedy: fields.requiredText(
        "instead", example: "Say what was computed.", into: &problems),
      exceptions: fields.texts("except", into: &problems))
    fields.finish(into: &problems)
    guard !rule.phrase.isEmpty else { return nil }
    guard rule.isReadable else {
      problems.append(
        .error(
          fields.location(of: "phrase"), "the phrase `\(rule.phrase)` cannot be read",
          "Write words; alternatives between `|` are single words without hyphen or apostrophe."))
      return nil
    }
    return rule
  }

  private static func allowance(
    _ group: YAMLFields, _ rules: [WordingRule], into problems: inout [Diagnostic]
  ) -> WordingAllowance? {
    var fields = group
    let phrase = fields.requiredText("phrase", example: "risk-free", into: &problems)
    let file = fields.requiredText("in", example: "Content/pages/about.md", into: &problems)
    _ = fields.requiredText("reason", example: "It is the claim under test.", into: &problems)
    fields.finish(into: &problems)
    guard !phrase.isEmpty, !file.isEmpty else { return nil }
    guard rules.contains(where: { $0.phrase == phrase }) else {
      let nearest = Spelling.nearest(to: phrase, among: rules.map(\.phrase))
      problems.append(
        .error(
          fields.location(of: "phrase"), "no rule has the phrase `\(phrase)`",
          nearest.map { "Did you mean `\($0)`?" } ?? "Write the phrase as the rule has it."))
      return nil
    }
    return WordingAllowance(phrase: phrase, file: file)
  }
}
