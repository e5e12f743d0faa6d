import Quant

/// Builds a standing plan from checked entries and refuses combinations that cannot be.
struct StandingCompiler {
  let entries: [String: ProfileCompiler.Checked]
  private let layerNumbers: [Int]
  /// Keys of the source, those with a fault included: they are not missing.
  private let given: Set<String>

  init(source: ProfileSource, checked: [ProfileCompiler.Checked]) {
    given = Set(source.parameters.map(\.key))
    entries = Dictionary(checked.map { ($0.parameter.key, $0) }) { first, _ in first }
    layerNumbers = Set(
      checked.filter { $0.parameter.key.hasPrefix("layers.") }.map(\.index)
    ).sorted()
  }

  /// Parameters taken over from a base that the profile's own ones have made pointless.
  static func unread(_ checked: [ProfileCompiler.Checked]) -> Set<String> {
    let units = Dictionary(checked.map { ($0.parameter.key, $0.parameter.unit) }) { first, _ in
      first
    }
    let inherited = checked.filter { $0.parameter.inheritedFrom != nil }.map(\.parameter.key)
    return Set(
      inherited.filter { key in
        guard key.hasSuffix(".perCondors") else { return false }
        let quantity = String(key.dropLast("perCondors".count)) + "quantity"
        return units[quantity].map { $0 != StandingSchema.contracts } ?? true
      })
  }

  func plan(into issues: inout [ProfileIssue]) -> ProfilePlan? {
    var plan = StandingPlan()
    plan.bookSize = required("book.size", into: &issues) ?? 1
    plan.hedgeFromVIX = entries["hedge.fromVIX"]?.value
    plan.gates = gates(into: &issues)
    if !layerNumbers.isEmpty {
      plan.tenorToleranceDays = Int(required("tenorTolerance", into: &issues) ?? 0)
      plan.reviewDays = Int(required("reviewDays", into: &issues) ?? 1)
      plan.commission = required("commission", into: &issues) ?? 0
      plan.model.beta.base = required("model.betaBase", into: &issues) ?? 0
      plan.model.beta.exponent = required("model.betaExponent", into: &issues) ?? 0
    }
    checkNumbering(layerNumbers, "layers", into: &issues)
    plan.layers = layerNumbers.compactMap { layer($0, into: &issues) }
    checkUse(into: &issues)
    return .standing(plan)
  }

  func required(_ key: String, into issues: inout [ProfileIssue]) -> Double? {
    if let entry = entries[key] { return entry.value }
    if !given.contains(key) {
      issues.append(
        .init(
          key: nil, what: "the parameter `\(key)` is missing",
          remedy: "Add it, or name a profile that has it with `base:`."))
    }
    return nil
  }

  private func checkNumbering(
    _ numbers: [Int], _ group: String, into issues: inout [ProfileIssue]
  ) {
    guard numbers != Array(1..<(numbers.count + 1)) else { return }
    issues.append(
      .init(
        key: entries.keys.filter { $0.hasPrefix(group + ".") }.max(),
        what: "the numbers of `\(group)` have a gap", remedy: "Number them 1, 2, 3 and so on."))
  }

  func steps(into issues: inout [ProfileIssue]) -> [AllocationStep] {
    ladder("steps", "from", "share", into: &issues).map {
      AllocationStep(fromFuture: $0, share: $1)
    }
  }

  private func gates(into issues: inout [ProfileIssue]) -> [BookGate] {
    ladder("gates", "from", "size", into: &issues).map { BookGate(fromVIX: $0, size: $1) }
  }

  /// Numbered pairs whose first members ascend.
  private func ladder(
    _ group: String, _ first: String, _ second: String, into issues: inout [ProfileIssue]
  ) -> [(Double, Double)] {
    let numbers = Set(
      entries.values.filter { $0.parameter.key.hasPrefix(group + ".") }.map(\.index)
    )
    .sorted()
    checkNumbering(numbers, group, into: &issues)
    var pairs: [(Double, Double)] = []
    for number in numbers {
      guard let low = required("\(group).\(number).\(first)", into: &issues),
        let value = required("\(group).\(number).\(second)", into: &issues)
      else { continue }
      if let last = pairs.last, low <= last.0 {
        issues.append(
          .init(
            key: "\(group).\(number).\(first)",
            what: "`\(group).\(number).\(first)` is not above the one before it",
            remedy: "Order them from low to high."))
      }
      pairs.append((low, value))
    }
    return pairs
  }

  /// Parameters that nothing reads.
  private func checkUse(into issues: inout [ProfileIssue]) {
    let units = Set(entries.values.map(\.parameter.unit))
    if entries["hedge.notional"] != nil, !units.contains(StandingSchema.percentOfHedge) {
      issues.append(
        .init(
          key: "hedge.notional", what: "no layer is a share of `hedge.notional`",
          remedy: "Remove it, or give a layer’s quantity in `\(StandingSchema.percentOfHedge)`."))
    }
    if entries["hedge.fromVIX"] != nil, layerNumbers.isEmpty {
      issues.append(
        .init(
          key: "hedge.fromVIX", what: "there is no layer that `hedge.fromVIX` could hold back",
          remedy: "Remove it, or add a layer."))
    }
    for number in layerNumbers {
      let key = "layers.\(number).perCondors"
      guard let entry = entries[key], entry.parameter.inheritedFrom == nil,
        entries["layers.\(number).quantity"]?.parameter.unit != StandingSchema.contracts
      else { continue }
      issues.append(
        .init(
          key: key, what: "`\(key)` is there, but the layer is not counted in contracts",
          remedy: "Remove it."))
    }
  }
}
