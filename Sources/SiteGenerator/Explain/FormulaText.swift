/// A formula in words and symbols, with where it is from.
struct FormulaText: Sendable, Hashable, Encodable {
  /// What is done, as a phrase.
  var words: String
  /// The same in symbols; empty when there is nothing to calculate.
  var symbols: String
  /// The publication, rule or section of the methodology.
  var source: String

  init(_ words: String, _ symbols: String = "", _ source: String) {
    self.words = words
    self.symbols = symbols
    self.source = source
  }
}

extension ValueFormula {
  /// The formula in words and symbols.
  var text: FormulaText {
    switch self {
    case .session, .indexClose, .indexPrevious, .vixClose, .vixPrevious, .settlement,
      .contractDate, .bookFile, .account, .band, .parameter:
      fileText
    case .change, .relativeChange, .percentile, .daysTo, .basis, .contango, .dashboardState:
      arithmeticText
    case .realisedVolatility, .onBalanceVolume, .advanceDecline, .rsi, .macd, .macdSignal,
      .macdHistogram, .divergence, .divergenceStrength, .divergenceBand, .macdConfirmation,
      .rsiConfirmation, .breadthConfirmation, .catalyst, .ruleTable:
      signalText
    case .credit, .width, .winRate, .result, .payoff, .breakEven, .notional, .timeValue, .vega,
      .vega30, .theta, .delta, .gamma:
      bookText
    case .hedgeContracts, .hedgeExposure, .spikeExposure, .risenExposure, .coverage,
      .notionalShare, .carry, .nextRoll, .sizing, .bindingCap:
      hedgeText
    case .expectedDrag, .spent, .dragCap, .episode, .paid, .received, .atBid, .dragRate,
      .dragShare, .scenario, .scenarioVIX, .worstScenario:
      costText
    }
  }

  private var fileText: FormulaText {
    let file = "the file named below"
    return switch self {
    case .session: FormulaText("The session that the write-up is for", "", file)
    case .indexClose: FormulaText("The close of the session as published", "", file)
    case .indexPrevious: FormulaText("The close of the session before as published", "", file)
    case .vixClose: FormulaText("The close of the VIX as published", "", file)
    case .vixPrevious: FormulaText("The close of the VIX of the session before", "", file)
    case .settlement: FormulaText("The settlement of the monthly contract", "", file)
    case .contractDate:
      FormulaText("The expiration that the settlements name", "", "CFE rule 1202(b)")
    case .bookFile: FormulaText("As the book’s positions file says", "", file)
    case .account: FormulaText("The net asset value that the book declares", "", file)
    case .band: FormulaText("A limit of the layer’s band in the profile", "", "the profile")
    default: FormulaText("A parameter of the profile", "", "the profile")
    }
  }

  private var arithmeticText: FormulaText {
    switch self {
    case .change:
      FormulaText("Today’s value less that of the session before", "x₀ − x₁", "arithmetic")
    case .relativeChange:
      FormulaText(
        "Today’s close over that of the session before, less one", "C₀/C₁ − 1", "arithmetic")
    case .percentile:
      FormulaText(
        "Of the 252 values before today’s, the share that is lower, times 100",
        "100·#{xᵢ < x₀, i = 1…252}/252", "the note under the dashboard")
    case .daysTo:
      FormulaText("Calendar days from the session to the date", "T − t", "methodology 2.1")
    case .basis:
      FormulaText("The nearest settlement less the VIX close", "F₁ − VIX", "methodology 1.8")
    case .contango:
      FormulaText("The second settlement over the first, less one", "F₂/F₁ − 1", "methodology 1.8")
    default: FormulaText("The words of the dashboard for its inputs", "", "the dashboard")
    }
  }
}
