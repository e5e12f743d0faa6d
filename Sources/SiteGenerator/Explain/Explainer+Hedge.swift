import ALVH
import MarketData
import Quant
import SVGCharts

extension Explainer {
  /// The hedge, its sizing and its caps; `nil` for other values.
  func hedgeGrounds(of value: NamedValue) -> Grounds? {
    switch value.formula {
    case .hedgeContracts:
      decision.hedge.lines.isEmpty
        ? .values("stage")
        : Grounds(inputs: lines(value) { (Double($0.position.quantity), .contracts, 0) })
    case .hedgeExposure: exposure(value, \.dollarsPerVIXPoint)
    case .spikeExposure:
      exposure(value) { line in
        line.beta == 0 ? 0 : line.dollarsPerVIXPoint / line.beta * line.spikeBeta
      }
    case .risenExposure: exposure(value, \.dollarsPerVIXPoint) + .values("vix.close")
    case .coverage: .values("hedge.dollarsPerVIXPoint", "book.netVega")
    case .notionalShare:
      Grounds(
        inputs: lines(value) {
          ($0.future * 100 * Double($0.position.quantity), .dollars, 0)
        }) + .values("book.notional")
    case .carry:
      Grounds(
        inputs: lines(value) { ($0.carryDollarsPerDay, .dollarsPerDay, 1) }
          + [parameter("sizing.reviewDays")])
    case .nextRoll:
      Grounds(
        inputs: lines(value) { (Double($0.days), .days, 0) } + [parameter("engine.rollSessions")])
    case .sizing: sizingGrounds
    case .bindingCap:
      .values("sizing.coverage", "sizing.notional", "sizing.drag", "drag.cap")
        + Grounds(inputs: relaxations)
    case .band: bandGrounds(of: value)
    case .parameter: Grounds(inputs: [parameter("sizing.dragLimit")])
    default: nil
    }
  }

  private func exposure(_ value: NamedValue, _ read: (HedgeLine) -> Double) -> Grounds {
    Grounds(
      inputs: lines(value) { (read($0), .dollarsPerVIXPoint, 1) }
        + [parameter("model.betaBase"), parameter("model.betaExponent")])
  }

  /// The holdings a value sums, with an amount for each; of a layer's value only that layer's.
  func lines(
    _ value: NamedValue?,
    _ amount: (HedgeLine) -> (value: Double, unit: QuantityUnit, decimals: Int)
  ) -> [ValueInput] {
    let layer = value.flatMap { value in
      value.name.hasPrefix("layer") ? value.name.dropFirst(5).first?.wholeNumberValue : nil
    }
    return decision.hedge.lines.filter { layer == nil || $0.position.layer == layer }.map { line in
      let contract = line.position.contract
      let (number, unit, decimals) = amount(line)
      return .fact(
        Fact(
          title: "\(line.position.quantity) \(ValuationWords.name(contract)), layer "
            + "\(line.position.layer), bought \(NumberText.long(line.position.entryDate))",
          text: unit.text(number, decimals: decimals), unit: unit, origin: sections.priced,
          evidence: Evidence.quote(contract, date), inputs: valuation(line)))
    }
  }

  /// Delta, future and β of a holding.
  private func valuation(_ line: HedgeLine) -> [ValueInput] {
    let contract = line.position.contract
    let future = Fact(
      title: "Future that expires on \(NumberText.long(contract.expiration))",
      text: QuantityUnit.vixPoints.text(line.future, decimals: 2), unit: .vixPoints,
      origin: origins.row(.futures), evidence: [.settlement(contract.expiration, date)])
    let volatility = Fact(
      title: "Implied volatility of the future",
      text: NumberText.percent(line.impliedVolatility, decimals: 1), origin: sections.priced,
      formula: FormulaText(
        "The volatility at which Black’s price is the midpoint of the quote",
        "D·(F·N(d₁) − K·N(d₂)) = mid", "Black 1976; methodology 2.3"),
      evidence: Evidence.quote(contract, date), inputs: [.fact(future)])
    let delta = Fact(
      title: "Delta", text: NumberText.fixed(line.delta, decimals: 2), origin: sections.priced,
      formula: FormulaText(
        "Change of the price with its future", "D·N(d₁)", "Black 1976; methodology 2.3"),
      inputs: [.fact(volatility), .fact(future)])
    let beta = Fact(
      title: "β at \(line.days) days", text: NumberText.fixed(line.beta, decimals: 2),
      origin: .assumed,
      formula: FormulaText(
        "Points of the future per point of the VIX", "base·(1 + days/30)^(−exponent)",
        "methodology 1.9"),
      inputs: [parameter("model.betaBase"), parameter("model.betaExponent")])
    return [.fact(delta), .fact(beta), .fact(future)]
  }

  private var sizingGrounds: Grounds {
    guard let sizing = decision.sizing else { return Grounds() }
    let candidates = zip(sizing.contracts, sizing.candidates).enumerated()
      .filter { sizing.result.solution.quantities[$0.offset] > 0 }
      .map { index, pair -> ValueInput in
        let (contract, candidate) = pair
        return .fact(
          Fact(
            title: "\(sizing.result.solution.quantities[index]) \(ValuationWords.name(contract))",
            text: QuantityUnit.dollarsPerVIXPoint.text(
              candidate.vegaDollarsPerVIXPoint, decimals: 1) + " each, drag "
              + NumberText.dollars(candidate.dragDollars) + " each",
            origin: sections.priced, evidence: Evidence.quote(contract, date)))
      }
    return Grounds(inputs: candidates)
      + .values(
        "sizing.layer", "sizing.coverageMin", "sizing.coverageMax", "sizing.notionalMin",
        "drag.cap", "book.netVega", "book.notional")
      + Grounds(inputs: [
        parameter("sizing.minDays"), parameter("sizing.maxDays"), parameter("sizing.minDelta"),
        parameter("sizing.maxDelta"), parameter("sizing.reviewDays"),
      ])
  }

  private var relaxations: [ValueInput] {
    (decision.sizing?.result.relaxed ?? []).map { relaxation in
      let binds = decision.sizing?.result.binding.contains(relaxation.cap) ?? false
      return .fact(
        Fact(
          title: "Without \(DailySections.capName(relaxation.cap))",
          text: "coverage \(NumberText.percent(relaxation.solution.coverage, decimals: 0)), "
            + (binds ? "better: it binds" : "no better"), origin: sections.priced))
    }
  }

  private func bandGrounds(of value: NamedValue) -> Grounds {
    guard let layer = decision.sizing?.layer, let key = value.name.split(separator: ".").last else {
      return Grounds()
    }
    return Grounds(inputs: [parameter("bands.\(layer).\(key)")])
  }
}
