import ALVH
import Quant
import SVGCharts

extension DailySections {
  /// Book, hedge and both along the usual response of VIX, by move of the index.
  func scenarioValues(into list: inout ValueList) {
    guard let path = decision.scenarios?.path else { return }
    for row in path {
      let percent = NumberText.fixed(row.move * 100, decimals: 0, signed: true)
      let name = "scenario.\(Self.moveName(row.move))"
      func dollars(_ part: String, _ words: String, _ read: (ScenarioRow) -> Double) {
        list.number(
          "\(name).\(part)", "\(words) if the index moved \(percent) %", .signedDollars, .modelled,
          .scenario
        ) { $0.scenario(row.move).map(read) }
      }
      list.number(
        "\(name).vix", "VIX if the index moved \(percent) %",
        .init(unit: .vixPoints, decimals: 1), .modelled, .scenarioVIX
      ) { $0.scenario(row.move)?.vix }
      dollars("book", "Change of the book", \.bookDollars)
      dollars("hedge", "Change of the hedge", \.hedgeDollars)
      dollars("net", "Change of book and hedge", \.netDollars)
    }
    list.number(
      "scenario.worst.move", "Index move of the book’s worst row", .percent(0, signed: true),
      .modelled, .worstScenario
    ) { $0.worstScenario?.move }
    list.number(
      "scenario.worst.book", "Change of the book in its worst row", .signedDollars, .modelled,
      .worstScenario
    ) { $0.worstScenario?.bookDollars }
    list.number(
      "scenario.worst.offset", "Share of that which the hedge offsets", .percent(0), .modelled,
      .worstScenario
    ) { decision in
      guard decision.hedge.contracts > 0, let worst = decision.worstScenario,
        worst.bookDollars < 0
      else { return nil }
      return worst.hedgeDollars / -worst.bookDollars
    }
  }

  /// A move as part of a name: `down7`, `flat`, `up4`, `down2p5` for −2.5 %.
  static func moveName(_ move: Double) -> String {
    let percent = (abs(move) * 100 * 1e6).rounded() / 1e6
    guard percent > 0 else { return "flat" }
    let size = percent == percent.rounded() ? "\(Int(percent))" : "\(percent)"
    return (move < 0 ? "down" : "up") + size.split(separator: ".").joined(separator: "p")
  }
}

extension DailyDecision {
  /// The scenario of an index move.
  fileprivate func scenario(_ move: Double) -> ScenarioRow? {
    scenarios?.path.first { $0.move == move }
  }
  /// The scenario along the usual response in which the book loses most.
  fileprivate var worstScenario: ScenarioRow? {
    scenarios?.path.min { $0.bookDollars < $1.bookDollars }
  }
}
