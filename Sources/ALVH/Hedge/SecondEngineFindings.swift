import Quant

extension SecondEngineRule {
  /// The rule's verdict on a session, with what it rests on.
  func finding(
    _ inputs: SecondEngineInputs, _ parameters: SecondEngineParameters
  ) -> RuleFinding {
    switch self {
    case .layerHeld: judged(inputs.layer >= 1, .layer(inputs.layer))
    case .dataComplete: stated(inputs.dataComplete)
    case .curveShape: curve(inputs.curve, parameters)
    case .dragCap: sized(inputs.sizing, drag)
    case .stressLoss: sized(inputs.sizing, stress)
    case .marginStated: margin(inputs)
    case .breadthConfirms: stated(inputs.breadthConfirms)
    case .cashFlowMultipleHigh: percentile(inputs.cashFlowPercentile, parameters)
    case .rotationAccelerates: stated(inputs.rotationAccelerates)
    case .divergenceWidens: stated(inputs.divergenceWidens)
    case .exchangeRateElevated: stated(inputs.exchangeRateElevated)
    }
  }

  private var unknown: RuleFinding {
    RuleFinding(rule: self, verdict: .unknown, evidence: .missing)
  }

  private func judged(_ holds: Bool, _ evidence: RuleEvidence) -> RuleFinding {
    RuleFinding(rule: self, verdict: holds ? .pass : .fail, evidence: evidence)
  }

  private func stated(_ statement: Bool?) -> RuleFinding {
    statement.map { judged($0, .statement($0)) } ?? unknown
  }

  private func curve(_ shape: CurveShape?, _ parameters: SecondEngineParameters) -> RuleFinding {
    guard let shape else { return unknown }
    return judged(
      shape.state != .backwardation && shape.basisFront >= parameters.leastBasisFront,
      .curve(state: shape.state, basisFront: shape.basisFront))
  }

  private func percentile(
    _ value: Double?, _ parameters: SecondEngineParameters
  ) -> RuleFinding {
    guard let value else { return unknown }
    let least = parameters.leastCashFlowPercentile
    return judged(value >= least, .percentile(value: value, least: least))
  }

  private func sized(
    _ sizing: SecondEngineSizing?, _ finding: (SecondEngineSizing) -> RuleFinding
  ) -> RuleFinding {
    sizing.map(finding) ?? unknown
  }

  /// Passes when a future fits every cap; the evidence shows the drag, the cap the rule is named for.
  private func drag(_ sizing: SecondEngineSizing) -> RuleFinding {
    let shown = sizing.choice ?? sizing.smallest
    let broken = shown.brokenCaps.filter { $0 != .stressLoss }
    return judged(
      broken.isEmpty,
      .dollars(value: shown.together.dragDollars, limit: sizing.dragLimitDollars))
  }

  private func stress(_ sizing: SecondEngineSizing) -> RuleFinding {
    let shown = sizing.choice ?? sizing.smallest
    return judged(
      !shown.brokenCaps.contains(.stressLoss),
      .dollars(value: shown.stressLossDollars, limit: sizing.stressLimitDollars))
  }

  /// A margin that is not positive, or more than the net asset value would leave, fails.
  private func margin(_ inputs: SecondEngineInputs) -> RuleFinding {
    guard let margin = inputs.marginDollarsPerContract, let sizing = inputs.sizing else {
      return unknown
    }
    let total = (margin * Double((sizing.choice ?? sizing.smallest).quantity)).bounded
    return judged(
      margin > 0 && margin.isFinite && total <= sizing.navDollars,
      .dollars(value: total, limit: sizing.navDollars))
  }
}
