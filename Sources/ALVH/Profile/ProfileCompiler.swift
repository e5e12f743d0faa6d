/// Checks a profile's parameters against the schema and turns them into a plan.
///
/// Every fault is reported, not only the first; a source with faults gives no definition.
public enum ProfileCompiler {
  /// A parameter that has passed the schema, with its number in the plan's own unit.
  struct Checked {
    var parameter: ProfileParameter
    var definition: ParameterDefinition
    var index: Int
    /// The number, a percentage as a fraction; 1 or 0 for a flag; 0 for a word.
    var value: Double
  }

  /// The definition of a source, or `nil` when `issues` has grown.
  public static func compile(
    _ source: ProfileSource, into issues: inout [ProfileIssue]
  ) -> ProfileDefinition? {
    var found: [ProfileIssue] = []
    let definitions = source.kind.definitions
    var checked: [Checked] = []
    for parameter in source.parameters {
      guard let entry = check(parameter, definitions, into: &found) else { continue }
      checked.append(entry)
    }
    let dropped = source.kind == .standing ? StandingCompiler.unread(checked) : []
    checked.removeAll { dropped.contains($0.parameter.key) }
    let plan: ProfilePlan? =
      switch source.kind {
      case .ruleTable: RuleTableCompiler(source: source, checked: checked).plan(into: &found)
      case .standing: StandingCompiler(source: source, checked: checked).plan(into: &found)
      }
    issues += found
    guard found.isEmpty, let plan else { return nil }
    return ProfileDefinition(
      id: source.id, version: source.version, summary: source.summary, note: source.note,
      plan: plan, parameters: inReadingOrder(checked, definitions))
  }

  /// The keys that a kind of profile knows, with `#` for the number of a layer, gate or step.
  public static func keys(of kind: ProfileSource.Kind) -> [String] {
    kind.definitions.map(\.pattern)
  }

  private static func inReadingOrder(
    _ checked: [Checked], _ definitions: [ParameterDefinition]
  ) -> [ProfileParameter] {
    var ranks: [String: Int] = [:]
    for (rank, definition) in definitions.enumerated() { ranks[definition.pattern] = rank }
    var groups: [String: Int] = [:]
    for (rank, definition) in definitions.enumerated() where groups[definition.group] == nil {
      groups[definition.group] = rank
    }
    func place(_ entry: Checked) -> (Int, Int, Int) {
      (groups[entry.definition.group] ?? 0, entry.index, ranks[entry.definition.pattern] ?? 0)
    }
    return checked.sorted { place($0) < place($1) }.map(\.parameter)
  }

  private static func check(
    _ parameter: ProfileParameter, _ definitions: [ParameterDefinition],
    into issues: inout [ProfileIssue]
  ) -> Checked? {
    let key = parameter.key
    guard
      let (definition, index) = definitions.lazy.compactMap({ definition in
        definition.index(in: key).map { (definition, $0) }
      }).first
    else {
      issues.append(.init(key: key, what: "unknown parameter `\(key)`", remedy: ""))
      return nil
    }
    guard definition.units.contains(parameter.unit) else {
      let units = definition.units.map { "`\($0)`" }.joined(separator: " or ")
      issues.append(
        .init(
          key: key, what: "`\(key)` is in `\(parameter.unit)`, not in a unit it knows",
          remedy: "Write `unit: ` with \(units)."))
      return nil
    }
    if definition.needsDenominator, parameter.denominator.isEmpty {
      issues.append(
        .init(
          key: key, what: "`\(key)` does not say what it is a fraction of",
          remedy: "Add `denominator:`, for example `net asset value`."))
      return nil
    }
    guard let value = value(of: parameter, definition, into: &issues) else { return nil }
    return Checked(parameter: parameter, definition: definition, index: index, value: value)
  }

  private static func value(
    of parameter: ProfileParameter, _ definition: ParameterDefinition,
    into issues: inout [ProfileIssue]
  ) -> Double? {
    let text = parameter.value
    // Divided, not multiplied by 0.01: 0.15 / 100 is the double nearest to 0.0015.
    let scale = parameter.unit.hasPrefix("%") ? 100.0 : 1
    let (value, expected): (Double?, String) =
      switch definition.kind {
      case .flag: (ParameterValue.flag(text).map { $0 ? 1 : 0 }, "yes or no")
      case .word(let words):
        (words.contains(text) ? 0 : nil, "one of \(words.joined(separator: ", "))")
      case .number(let range):
        (
          ParameterValue.number(text).map { $0 / scale }.flatMap { range.contains($0) ? $0 : nil },
          "a number from \(shown(range.lowerBound * scale)) to \(shown(range.upperBound * scale))"
        )
      case .count(let range):
        (
          Int(text).flatMap { range.contains($0) ? Double($0) : nil },
          "a whole number from \(range.lowerBound) to \(range.upperBound)"
        )
      }
    if value == nil {
      issues.append(
        .init(
          key: parameter.key, what: "`\(parameter.key)` is `\(text)`, not \(expected)",
          remedy: "Write \(expected)."))
    }
    return value
  }

  private static func shown(_ bound: Double) -> String {
    bound == bound.rounded() && abs(bound) < 1e9 ? String(Int(bound)) : String(bound)
  }
}
