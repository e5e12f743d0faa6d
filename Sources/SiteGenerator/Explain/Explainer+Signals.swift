import ALVH
import MarketData
import Quant
import SVGCharts

extension Explainer {
  /// Indicators, divergences and the rule table; `nil` for other values.
  func signalGrounds(of value: NamedValue) -> Grounds? {
    switch value.formula {
    case .dashboardState: stateGrounds(of: value)
    case .onBalanceVolume: Grounds(inputs: [closes, volumes])
    case .advanceDecline:
      Grounds(inputs: [
        series(.breadth, "Advancing issues", column: "advances"),
        series(.breadth, "Declining issues", column: "declines"),
      ])
    case .rsi: Grounds(inputs: [closes, parameter("rsi.period")])
    case .macd: Grounds(inputs: [closes, parameter("macd.fast"), parameter("macd.slow")])
    case .macdSignal: .values("macd") + Grounds(inputs: [parameter("macd.signal")])
    case .macdHistogram: .values("macd", "macd.signal")
    case .divergence: divergenceGrounds
    case .divergenceStrength:
      divergenceGrounds + Grounds(inputs: [parameter("divergence.strengthWindow")])
    case .divergenceBand: .values("divergence.strength")
    case .macdConfirmation: .values("macd", "macd.signal", "divergence.pivot")
    case .rsiConfirmation:
      .values("rsi", "divergence.pivot")
        + Grounds(inputs: [parameter("failureSwing.threshold"), parameter("failureSwing.delta")])
    case .breadthConfirmation: .values("ad", "divergence.pivot")
    case .catalyst: catalystGrounds
    case .ruleTable: ruleGrounds
    default: nil
    }
  }

  private var closes: ValueInput { series(.indexBars, "S&P 500, closes", column: "Close") }
  private var volumes: ValueInput { series(.indexBars, "S&P 500, volume", column: "Volume") }

  private func stateGrounds(of value: NamedValue) -> Grounds {
    switch value.name {
    case "vix.state": .values("vix.close", "vx1.settle")
    case "rv21.state": .values("rv21", "vix.close")
    case "contango.state": .values("contango")
    case "rsi.state": .values("rsi", "rsi.confirmed")
    case "macd.state": .values("macd.histogram")
    case "ad.state": .values("ad", "ad.confirmed")
    default: .values("obv", "divergence.pivot", "divergence.known")
    }
  }

  private var divergenceGrounds: Grounds {
    guard let lead = decision.signals.lead else { return Grounds() }
    func high(_ title: String, _ date: CalendarDate, _ close: Double) -> ValueInput {
      .fact(
        Fact(
          title: "\(title), \(NumberText.long(date))",
          text: QuantityUnit.indexPoints.text(close, decimals: 2), unit: .indexPoints,
          origin: origins.row(.indexBars), evidence: [.row(.indexBars, date, "Close")]))
    }
    let volume = Fact(
      title: "Change of on-balance volume, \(NumberText.long(lead.volumeReference)) to "
        + NumberText.long(lead.volumePivot),
      text: QuantityUnit.billionShares.text(lead.volumeChange * 1e-9, decimals: 2),
      unit: .billionShares, origin: origins.derived(.indexBars),
      formula: ValueFormula.onBalanceVolume.text, inputs: [closes, volumes])
    return Grounds(
      inputs: [
        high("Close at the earlier high", lead.reference, lead.priceAtReference),
        high("Close at the later high", lead.pivot, lead.priceAtPivot), .fact(volume),
        parameter("divergence.left"), parameter("divergence.right"),
        parameter("divergence.minSeparation"), parameter("divergence.maxSeparation"),
      ])
  }

  private var catalystGrounds: Grounds {
    guard let event = decision.context.catalyst else { return Grounds() }
    let conditions: [SourceRowCondition] = [.text("event", event.kind.rawValue)]
    return Grounds(
      evidence: [.calendarEvent(event.date, conditions)],
      inputs: [parameter("context.catalystSessions")])
  }

  private var ruleGrounds: Grounds {
    let inputs = decision.inputs
    let step = decision.step
    func answer(_ title: String, _ holds: Bool, _ names: String...) -> ValueInput {
      .fact(
        Fact(
          title: title, text: holds ? "yes" : "no", origin: sections.priced,
          inputs: names.map { .value($0) }))
    }
    let matched = Fact(
      title: "Rule \(step.rule.number) matched from the stage \(step.stageBefore.words)",
      text: ActionWords.reason(decision, in: sections.site.profile), origin: sections.priced)
    return Grounds(
      inputs: [
        .fact(matched), answer("Prices are complete", inputs.dataOK, "vix.close", "vx2.settle"),
        answer("There is a short-premium book", inputs.hasBook, "book.netVega"),
        answer(
          "A divergence is active", inputs.divergenceActive, "divergence.pivot",
          "divergence.known"),
        answer("The calendar aligns", inputs.aligned, "catalyst"),
        answer("MACD has confirmed", inputs.macd, "macd.confirmed"),
        answer("RSI has confirmed", inputs.rsi, "rsi.confirmed"),
        answer("Breadth has confirmed", inputs.ad, "ad.confirmed"),
        answer("Coverage is out of its band", inputs.coverageOutOfBand, "hedge.coverage"),
        parameter("engine.minDwell"), parameter("engine.rebalanceMax"),
        parameter("engine.timeStop"),
      ])
  }
}

extension Evidence {
  /// A coming event of the policy calendar, whose dates are public in advance.
  static func calendarEvent(
    _ date: CalendarDate, _ conditions: [SourceRowCondition]
  ) -> Evidence {
    .rows(.policy, from: date, through: date, column: "event", conditions)
  }
}
