import ALVH
import Quant
import SVGCharts

/// What scenarios rest on and why there may be none, in words; plain text.
enum ScenarioWords {
  /// Why a session with a book has no scenarios.
  static func obstacle(_ obstacle: ScenarioObstacle) -> String {
    switch obstacle {
    case .market(let reason):
      return "\(reason.description.capitalizedFirst)."
    case .legs(let legs):
      let leftOut = legs.filter { $0.treatment == .leftOut }
      guard !leftOut.isEmpty else { return "Every leg of the book has settled." }
      return "Nothing prices "
        + leftOut.map { "the \(name($0.contract)) (\(ValuationWords.reason($0.issue)))" }
        .joined(separator: ", ") + ", and a sum without one of its legs would mislead."
    }
  }

  /// What a reader must know of the volatilities behind the tables; empty when every leg has its own.
  static func standIns(_ scenarios: ScenarioState) -> [String] {
    let onSurface = scenarios.withoutVolatility.filter { $0.treatment == .surface }
    var sentences = onSurface.map { leg in
      "The \(name(leg.contract)) has no volatility of its own (\(ValuationWords.reason(leg.issue))): it is priced "
        + "on the surface of tonight’s quotes, and its change counts from there."
    }
    if !scenarios.unpricedHedge.isEmpty {
      sentences.append("Held calls without a usable quote are left out of the hedge.")
    }
    return sentences
  }

  /// Which volatility an option has in a scenario.
  static func volatilities(_ scenarios: ScenarioState) -> String {
    scenarios.usesSurface
      ? "each index option on the surface of tonight’s quotes, at its new moneyness, shifted with VIX"
      : "each index option at its own volatility, shifted with VIX"
  }

  private static func name(_ contract: OptionContract) -> String {
    NumberText.fixed(
      contract.strike, decimals: ActionWords.strikeDecimals(contract.strike))
      + " " + contract.right.word
  }
}
