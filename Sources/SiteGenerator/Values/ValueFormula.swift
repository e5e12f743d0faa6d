/// How a value of a session comes about; `FormulaText` says it in words and symbols.
enum ValueFormula: String, Sendable, CaseIterable {
  // What stands in a file.
  case session, indexClose, indexPrevious, vixClose, vixPrevious, settlement, contractDate, bookFile
  case account, band, parameter
  // Simple arithmetic.
  case change, relativeChange, percentile, daysTo, basis, contango, dashboardState
  // Indicators.
  case realisedVolatility, onBalanceVolume, advanceDecline, rsi, macd, macdSignal, macdHistogram
  case divergence, divergenceStrength, divergenceBand
  case macdConfirmation, rsiConfirmation, breadthConfirmation, catalyst
  // The rule table.
  case ruleTable
  // The book.
  case credit, width, winRate, result, payoff, breakEven, notional
  case timeValue, vega, vega30, theta, delta, gamma
  // The hedge.
  case hedgeContracts, hedgeExposure, spikeExposure, risenExposure, coverage, notionalShare, carry
  case nextRoll, sizing, bindingCap
  // Its cost.
  case expectedDrag, spent, dragCap, episode, paid, received, atBid, dragRate, dragShare
  // Scenarios.
  case scenario, scenarioVIX, worstScenario
}
