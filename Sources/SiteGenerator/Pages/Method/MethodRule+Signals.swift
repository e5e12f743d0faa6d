import ALVH

extension MethodRule {
  /// The trigger and what confirms it.
  static let signals: [MethodRule] = [
    MethodRule(
      id: "divergence", part: .signals, title: "Price and OBV diverge",
      summary: "The index makes a higher swing high on lower on-balance volume.",
      reading:
        "The trigger of the method. A swing high is known only some sessions after it, so nothing "
        + "later than the day of a write-up is used. A divergence stays active until volume "
        + "confirms the high after all, a later higher high comes with volume, or its life ends.",
      formulas: [
        ValueFormula.onBalanceVolume.text, ValueFormula.divergence.text,
        ValueFormula.divergenceStrength.text,
      ],
      parameters: ["divergence."],
      terms: ["bearish-divergence", "on-balance-volume", "pivot"],
      firing: Firing(words: "a divergence was active") { $0.signals.lead != nil }),
    MethodRule(
      id: "macd", part: .signals, title: "MACD crosses under its signal",
      summary: "MACD falls below its signal line after the later high of the divergence.",
      reading:
        "One of two confirmations. After almost any swing high MACD crosses under sooner or later: "
        + "the base rate says how often, and how little “confirmed” therefore tells.",
      formulas: [
        ValueFormula.macd.text, ValueFormula.macdSignal.text, ValueFormula.macdConfirmation.text,
      ],
      parameters: ["macd."], terms: ["macd"],
      firing: Firing(words: "an active divergence had this confirmation") {
        $0.signals.lead != nil && $0.signals.macdConfirmed != nil
      }),
    MethodRule(
      id: "rsi-failure", part: .signals, title: "RSI fails above its line",
      summary:
        "RSI rises above a line, falls back, rises to a lower high, and falls below its last low.",
      reading:
        "The second confirmation. The method’s source names a failure above 60 and no pattern; "
        + "Wilder’s failure swing is the reading here.",
      formulas: [ValueFormula.rsi.text, ValueFormula.rsiConfirmation.text],
      parameters: ["rsi.", "failureSwing."], terms: ["failure-swing", "relative-strength-index"],
      firing: Firing(words: "an active divergence had this confirmation") {
        $0.signals.lead != nil && $0.signals.rsiConfirmed != nil
      }),
    MethodRule(
      id: "breadth", part: .signals, title: "Breadth confirms",
      summary:
        "The advance-decline line diverges from price too, or lies below its 50-session mean while "
        + "price lies above its own.",
      reading:
        "It counts for the third layer only. The 50 sessions are fixed; the swing highs are those "
        + "of the divergence rule.",
      formulas: [ValueFormula.advanceDecline.text, ValueFormula.breadthConfirmation.text],
      terms: ["advance-decline-line"],
      firing: Firing(words: "an active divergence had this confirmation") {
        $0.signals.lead != nil && $0.signals.breadthConfirmed != nil
      }),
    MethodRule(
      id: "widening", part: .signals, title: "The divergence widens",
      summary: "A new divergence of the same chain is stronger than the last by a factor.",
      reading:
        "The method’s source speaks of a widening divergence and gives no measure. Here strength is "
        + "measured from the first high of the chain.",
      formulas: [
        FormulaText(
          "Strength from the chain’s first high against that of its last divergence",
          "S(a₀, b) > factor·S(a₀, b′)", "methodology 1.6")
      ],
      parameters: ["divergence.wideningFactor", "divergence.strengthWindow"],
      terms: ["bearish-divergence"],
      firing: Firing(words: "the divergence widened") { $0.inputs.widening }),
  ]

  /// What the calendar and the economy add.
  static let context: [MethodRule] = [
    MethodRule(
      id: "policy-event", part: .signals, title: "A policy event is near",
      summary: "A statement or the minutes of the Federal Open Market Committee are near.",
      reading:
        "With an elevated exchange rate, one of two ways in which the context aligns with a "
        + "divergence. Whether the first layer waits for that is a parameter, because the "
        + "method’s source says both.",
      formulas: [ValueFormula.catalyst.text],
      parameters: ["requireAlignment", "context.catalystSessions"], terms: ["fomc"],
      firing: Firing(words: "an event was near enough") { $0.context.catalystVerdict == .yes }),
    MethodRule(
      id: "exchange-rate", part: .signals, title: "REER is elevated",
      summary: "The real effective exchange rate stands above its own ten-year mean by a distance.",
      reading:
        "The method’s source gives no number for “elevated”, and no established theory makes the "
        + "rate a signal over days. It is context, and missing data never count as a pass.",
      formulas: [
        FormulaText(
          "Logarithm of the last known month less the mean of 120 known months, in their standard "
            + "deviations", "z = (ln Rₜ − mean)/sd ≥ limit", "methodology 1.12")
      ],
      parameters: ["context.exchangeRateScore"], terms: ["real-effective-exchange-rate"],
      firing: Firing(words: "the rate was elevated") { $0.context.exchangeRateVerdict == .yes }),
    MethodRule(
      id: "inflation", part: .signals, title: "CPI and PPI surprise upwards",
      summary:
        "Consumer and producer prices came in above what was expected, one clearly and neither "
        + "clearly below.",
      reading:
        "A surprise is measured in standard deviations of past surprises, from first prints and the "
        + "consensus published before them. With too few known surprises there is no verdict.",
      formulas: [
        FormulaText(
          "First print less consensus, in standard deviations of up to 60 past surprises",
          "z = (actual − consensus)/sd; max(z) ≥ larger and min(z) ≥ smaller", "methodology 1.12")
      ],
      parameters: [
        "context.minSurprises", "context.surpriseDays", "context.surpriseScore",
        "context.surpriseFloor",
      ],
      terms: ["inflation-surprise"],
      firing: Firing(words: "inflation reinforced") { $0.context.inflationVerdict == .yes }),
  ]
}
