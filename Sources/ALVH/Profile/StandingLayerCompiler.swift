/// One layer of a standing plan: its contract, and how much of it the unit of its quantity means.
extension StandingCompiler {
  func layer(_ number: Int, into issues: inout [ProfileIssue]) -> StandingLayer? {
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
}
