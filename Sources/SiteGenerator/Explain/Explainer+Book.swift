import ALVH
import MarketData
import Quant
import SVGCharts

extension Explainer {
  /// The book's positions, pay-off and sensitivities; `nil` for other values.
  func bookGrounds(of value: NamedValue) -> Grounds? {
    guard let book = decision.book else {
      return value.formula == .account ? .rows(.bookTerm("nav")) : nil
    }
    return switch value.formula {
    case .account: .rows(.bookTerm("nav"))
    case .bookFile, .width: Grounds(inputs: legs(book, columns: ["symbol", "quantity"]))
    case .credit, .payoff, .breakEven:
      Grounds(inputs: legs(book, columns: ["symbol", "quantity", "entry_price"]))
    case .winRate: .values("book.credit", "book.width")
    case .notional: .values("spx.close") + Grounds(inputs: legs(book, columns: ["quantity"]))
    case .result:
      Grounds(
        inputs: legs(book, columns: ["quantity", "entry_price"], priced: true) { leg in
          leg.unrealisedDollars.map { ($0, .dollars, 0) }
        })
    case .timeValue:
      Grounds(inputs: pricedLegs(book) { leg in leg.timeValueDollars.map { ($0, .dollars, 0) } })
    case .vega: sensitivities(book, .dollarsPerVolPoint, 1) { $0.vegaDollarsPerVolPoint }
    case .vega30: sensitivities(book, .dollarsPerVolPoint, 1) { $0.vega30DayDollarsPerVolPoint }
    case .theta: sensitivities(book, .dollarsPerDay, 1) { $0.thetaDollarsPerDay }
    case .delta: sensitivities(book, .dollarsPerIndexPoint, 1) { $0.deltaDollarsPerPoint }
    case .gamma:
      sensitivities(book, .dollarsPerIndexPointSquared, 2) { $0.gammaDollarsPerPointSquared }
    default: nil
    }
  }

  private typealias Amount = (value: Double, unit: QuantityUnit, decimals: Int)

  private func sensitivities(
    _ book: BookState, _ unit: QuantityUnit, _ decimals: Int,
    _ read: @escaping (LegSensitivities) -> Double
  ) -> Grounds {
    Grounds(inputs: pricedLegs(book) { $0.sensitivities.map { (read($0), unit, decimals) } })
  }

  /// The legs, each with its quote and the volatility that it implies.
  private func pricedLegs(
    _ book: BookState, _ amount: (LegValuation) -> Amount?
  ) -> [ValueInput] {
    legs(book, columns: ["quantity"], priced: true, amount) + marketTerms
  }

  /// What every price of a leg rests on.
  var marketTerms: [ValueInput] {
    guard let book = sections.site.content.book else { return [] }
    return [
      .value("spx.close"), rate("rate", "Rate", book.rate),
      rate("dividendYield", "Dividend yield", book.dividendYield),
    ]
  }

  private func legs(
    _ book: BookState, columns: [String], priced: Bool = false,
    _ amount: (LegValuation) -> Amount? = { _ in nil }
  ) -> [ValueInput] {
    book.valuation.legs.map { leg in
      let contract = leg.leg.contract
      let quantity = NumberText.integer(leg.leg.quantity, signed: true)
      let value = amount(leg)
      var fact = Fact(
        title: "\(quantity) \(ValuationWords.name(contract))",
        text: value.map { $0.unit.text($0.value, decimals: $0.decimals, signed: true) }
          ?? NumberText.fixed(leg.leg.entryPrice, decimals: 2) + " at entry",
        unit: value?.unit ?? .indexPoints,
        origin: priced ? sections.priced : .published,
        evidence: columns.map { .position(contract, snapshot: book.snapshot, column: $0) })
      if priced {
        fact.evidence += Evidence.quote(contract, date)
        if let volatility = leg.impliedVolatility { fact.inputs = [impliedVolatility(volatility)] }
      }
      return .fact(fact)
    }
  }

  /// The volatility that a midpoint implies.
  private func impliedVolatility(_ volatility: Double) -> ValueInput {
    .fact(
      Fact(
        title: "Implied volatility", text: NumberText.percent(volatility, decimals: 1),
        origin: sections.priced,
        formula: FormulaText(
          "The volatility at which the model’s price is the midpoint of the quote",
          "D·θ(F·N(θd₁) − K·N(θd₂)) = mid", "Black–Scholes–Merton; methodology 2.5"),
        inputs: marketTerms))
  }
}

extension LegValuation {
  /// Time value against the forward over the whole leg, dollars.
  fileprivate var timeValueDollars: Double? {
    timeValueForward.map { $0 * Double(leg.quantity) * leg.contract.root.multiplier }
  }
}
