import ALVH
import Quant

extension DailySections {
  /// What the hedge costs, against every denominator of the page.
  func dragValues(into list: inout ValueList) {
    let days = site.profile.sizing.reviewDays
    list.number(
      "hedge.drag", "Expected cost over \(days) days on an unchanged curve", .dollars, priced,
      .expectedDrag
    ) { $0.drag.exAnteDollars }
    list.number("hedge.spent", "Cost of the episode so far", .dollars, priced, .spent) {
      $0.drag.spentDollars
    }
    list.number("drag.cap", "Drag cap of an episode", .dollars, .assumed, .dragCap) {
      $0.drag.capDollars
    }
    list.number("drag.limit", "Drag cap over the account", .percent(2), .assumed, .parameter) {
      _ in site.profile.sizing.dragLimit
    }
    guard decision.drag.episodeStart != nil else { return }
    list.date("episode.start", "First session of the hedge episode", priced, .episode) {
      $0.drag.episodeStart
    }
    list.number("drag.paid", "Premium paid with commissions", .dollars, priced, .paid) {
      $0.runningDrag?.paidDollars
    }
    list.number("drag.received", "Received from sales", .dollars, priced, .received) {
      $0.runningDrag?.receivedDollars
    }
    list.number("drag.liquidation", "Value of the hedge at the bid", .dollars, priced, .atBid) {
      $0.runningDrag?.liquidationDollars
    }
    list.number("drag.perDay", "Cost so far, per day", .dollars, priced, .dragRate) {
      $0.runningDrag?.spentPerDay
    }
    list.number("drag.perYear", "Cost so far, per year", .dollars, priced, .dragRate) {
      $0.runningDrag.map { $0.spentPerDay * 365 }
    }
    shares("spent", "Cost so far", into: &list) { $0.spentDollars }
    shares("expected", "Expected over \(days) days", into: &list) { $0.exAnteDollars }
  }

  private func shares(
    _ name: String, _ title: String, into list: inout ValueList,
    _ dollars: (DragState) -> Double
  ) {
    for (of, words, decimals, denominator) in Self.denominators {
      list.number(
        "drag.\(name).\(of)", "\(title), over \(words)", .percent(decimals), priced, .dragShare
      ) { decision in
        decision.runningDrag.flatMap { drag in
          let whole = drag[keyPath: denominator]
          return whole > 0 ? dollars(drag) / whole : nil
        }
      }
    }
  }

  private static var denominators: [(String, String, Int, KeyPath<DragState, Double>)] {
    [
      ("ofAccount", "the account", 3, \.navDollars),
      ("ofNotional", "SPX notional", 3, \.notionalDollars),
      ("ofCredit", "the credit received", 1, \.creditDollars),
      ("ofCap", "the cap", 0, \.capDollars),
    ]
  }
}

extension DailyDecision {
  /// The cost of the hedge while an episode runs.
  fileprivate var runningDrag: DragState? { drag.episodeStart == nil ? nil : drag }
}

extension DragState {
  /// Cost so far over the days of the episode, at least one, dollars a day.
  fileprivate var spentPerDay: Double { spentDollars / Double(max(1, episodeDays)) }
}
