import Quant

/// Builds a standing plan from checked entries and refuses combinations that cannot be.
struct StandingCompiler {
  private let entries: [String: ProfileCompiler.Checked]
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

  private func required(_ key: String, into issues: inout [ProfileIssue]) -> Double? {
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

  private func layer(_ number: Int, into issues: inout [ProfileIssue]) -> StandingLayer? {
    let prefix = "layers.\(number)."
    let instrument = entries[prefix + "instrument"].flatMap {
      StandingLayer.Instrument(rawValue: $0.parameter.value)
    }
    if instrument == nil { _ = required(prefix + "instrument", into: &issues) }
    let days = required(prefix + "days", into: &issues).map { Int($0) }
    let strike = self.strike(prefix, instrument, into: &issues)
    let quantity = self.quantity(prefix, number, into: &issues)
    let roll = required(prefix + "roll", into: &issues).map { Int($0) }
    guard let instrument, let days, let strike, let quantity, let roll else { return nil }
    let isAfterBook = entries[prefix + "days"]?.parameter.unit == StandingSchema.daysAfterBook
    if !isAfterBook, roll >= days {
      issues.append(
        .init(
          key: prefix + "roll", what: "`\(prefix)roll` is not smaller than `\(prefix)days`",
          remedy: "A contract must live longer than the point where it is replaced."))
    }
    return StandingLayer(
      instrument: instrument, tenor: isAfterBook ? .daysAfterBook(days) : .days(days),
      strike: strike, quantity: quantity, rollDays: roll)
  }

  private func strike(
    _ prefix: String, _ instrument: StandingLayer.Instrument?, into issues: inout [ProfileIssue]
  ) -> StandingLayer.StrikeRule? {
    let key = prefix + "strike"
    guard let value = required(key, into: &issues), let unit = entries[key]?.parameter.unit else {
      return nil
    }
    if unit == StandingSchema.delta {
      guard value > 0, value < 1 else {
        issues.append(
          .init(key: key, what: "a delta of \(value) is not between 0 and 1", remedy: "Correct it.")
        )
        return nil
      }
      return .delta(value)
    }
    guard instrument != .indexPut else {
      issues.append(
        .init(
          key: key, what: "a strike in `\(unit)` is for VIX calls, and the layer buys SPX puts",
          remedy: "Give the strike by `delta`."))
      return nil
    }
    return unit == StandingSchema.pointsAboveFuture
      ? .pointsAboveFuture(value) : .fractionAboveSpot(value)
  }

  private func quantity(
    _ prefix: String, _ number: Int, into issues: inout [ProfileIssue]
  ) -> StandingLayer.QuantityRule? {
    let key = prefix + "quantity"
    let steps = number == 1 ? self.steps(into: &issues) : []
    guard let entry = entries[key] else {
      if steps.isEmpty { _ = required(key, into: &issues) }
      return steps.isEmpty ? nil : .premiumByFuture(steps)
    }
    guard steps.isEmpty else {
      issues.append(
        .init(
          key: key, what: "`\(key)` and `steps` both say how much is bought",
          remedy: "Keep one of them."))
      return nil
    }
    return quantity(entry, prefix, into: &issues)
  }

  private func quantity(
    _ entry: ProfileCompiler.Checked, _ prefix: String, into issues: inout [ProfileIssue]
  ) -> StandingLayer.QuantityRule? {
    switch entry.parameter.unit {
    case StandingSchema.contracts:
      guard let condors = required(prefix + "perCondors", into: &issues) else { return nil }
      guard entry.value == entry.value.rounded(), entry.value != 0 else {
        issues.append(
          .init(
            key: entry.parameter.key, what: "`\(entry.parameter.key)` is not a number of contracts",
            remedy: "Write a whole number, negative to sell."))
        return nil
      }
      return .contracts(Int(entry.value), perCondors: Int(condors))
    case StandingSchema.percentOfHedge:
      guard let notional = required("hedge.notional", into: &issues) else { return nil }
      return positive(entry, into: &issues).map {
        .shareOfHedgeNotional($0, hedgeNotional: notional)
      }
    default:
      return positive(entry, into: &issues).map { .premiumShareOfNAV($0) }
    }
  }

  private func positive(
    _ entry: ProfileCompiler.Checked, into issues: inout [ProfileIssue]
  ) -> Double? {
    if entry.value > 0 { return entry.value }
    issues.append(
      .init(
        key: entry.parameter.key, what: "`\(entry.parameter.key)` is not above zero",
        remedy: "Only a number of `contracts` can be sold."))
    return nil
  }

  private func steps(into issues: inout [ProfileIssue]) -> [AllocationStep] {
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
