import ALVH

extension MethodRule {
  /// How large the hedge is to be, what it may cost, and what it is made of.
  static let sizing: [MethodRule] = [
    MethodRule(
      id: "coverage-band", part: .sizing, title: "Coverage leaves its band",
      summary: "Each layer has a band of coverage and one of notional.",
      reading:
        "Lower ends are wishes, upper ends are limits. The method’s source sizes its hedge twice, as "
        + "a share of notional and as vega against vega; for the third layer the two can exclude each "
        + "other, and then the cap that binds decides.",
      formulas: [
        ValueFormula.coverage.text, ValueFormula.notionalShare.text, ValueFormula.sizing.text,
      ],
      parameters: ["bands."], terms: ["coverage", "notional", "vega"],
      firing: Firing(words: "coverage lay outside the band") { $0.inputs.coverageOutOfBand }),
    MethodRule(
      id: "drag-cap", part: .sizing, title: "Drag cap",
      summary:
        "What a hedge episode is expected to cost if nothing happens may not exceed a share of the "
        + "account.",
      reading:
        "The method’s source names a percentage and neither a denominator nor a period. Here it is "
        + "net asset value, for each episode, before the trade, on an unchanged curve.",
      formulas: [
        ValueFormula.expectedDrag.text, ValueFormula.dragCap.text, ValueFormula.spent.text,
      ],
      parameters: ["sizing.dragLimit", "sizing.reviewDays", "sizing.commission"], terms: ["drag"],
      firing: Firing(words: "this cap stopped a sizing") {
        $0.sizing?.result.binding.contains(.drag) == true
      }),
    MethodRule(
      id: "other-caps", part: .sizing, title: "The other caps",
      summary:
        "Notional and coverage may not exceed the band’s upper ends, nor contracts their number.",
      reading:
        "A cap binds when removing it alone would bring the hedge nearer to its band. The write-up "
        + "prints what each removal would have allowed.",
      formulas: [ValueFormula.bindingCap.text],
      parameters: [
        "bands.1.coverageMax", "bands.1.notionalMax", "bands.2.coverageMax", "bands.2.notionalMax",
        "bands.3.coverageMax", "bands.3.notionalMax", "sizing.maxContracts",
      ],
      terms: ["notional", "coverage"],
      firing: Firing(words: "one of these caps stopped a sizing") {
        $0.sizing?.result.binding.contains { $0 != .drag } == true
      }),
    MethodRule(
      id: "choice-of-calls", part: .sizing, title: "Which calls",
      summary: "VIX calls out of the money, within a window of days and of deltas.",
      reading:
        "Monthly expirations lie 28 or 35 days apart, so that on about half of all days none is in "
        + "the window; then the nearest beyond it is used and the write-up says so.",
      formulas: [ValueFormula.sizing.text],
      parameters: [
        "sizing.minDays", "sizing.maxDays", "sizing.minDelta", "sizing.maxDelta",
        "sizing.maxContracts",
      ],
      terms: ["vix-option", "vix-future"],
      firing: Firing(words: "a later month than the window’s had to be used") {
        $0.sizing?.tenorRelaxed == true
      }),
    MethodRule(
      id: "exposure", part: .sizing, title: "Dollars per VIX point",
      summary: "A call counts with its delta times what its future moves for a point of VIX.",
      reading:
        "A VIX option’s own vega is sensitivity to the volatility of volatility and is never added "
        + "to the book’s. In jumps of VIX futures have moved less than the all-days β says; the "
        + "write-ups print both.",
      formulas: [
        ValueFormula.hedgeExposure.text,
        FormulaText(
          "What the future moves for a point of VIX, by days to its expiration",
          "β(τ) = base·(1 + τ/30)^(−exponent)", "methodology 1.9"),
      ],
      parameters: ["model.betaBase", "model.betaExponent"],
      terms: ["dollars-per-vix-point", "volatility-beta", "vega"]),
    MethodRule(
      id: "scenarios", part: .sizing, title: "Scenarios",
      summary: "VIX follows the index by its usual response, and never falls below a floor.",
      reading:
        "Every cell of the scenario tables rests on this. It is an average of the past with wide "
        + "errors, not a forecast.",
      formulas: [ValueFormula.scenarioVIX.text, ValueFormula.scenario.text],
      parameters: ["model.vixElasticity", "model.vixFloor"], terms: ["time-shift", "skew"]),
  ]
}
