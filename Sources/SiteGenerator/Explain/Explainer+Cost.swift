import ALVH
import MarketData
import Quant
import SVGCharts

extension Explainer {
  /// Drag and scenarios; `nil` for other values.
  func costGrounds(of value: NamedValue) -> Grounds? {
    switch value.formula {
    case .expectedDrag:
      Grounds(
        inputs: lines(nil) { ($0.carryDollarsPerDay, .dollarsPerDay, 1) }
          + [parameter("sizing.reviewDays"), parameter("sizing.commission")])
    case .spent:
      decision.drag.episodeStart == nil
        ? .values("stage") : .values("drag.paid", "drag.received", "drag.liquidation")
    case .dragCap: .values("account.nav") + Grounds(inputs: [parameter("sizing.dragLimit")])
    case .episode: Grounds(inputs: Array(fills { $0.order.quantity > 0 }.prefix(1)))
    case .paid:
      Grounds(inputs: fills { $0.order.quantity > 0 } + [parameter("sizing.commission")])
    case .received:
      Grounds(inputs: fills { $0.order.quantity < 0 } + [parameter("sizing.commission")])
    case .atBid:
      Grounds(inputs: lines(nil) { ($0.bid * 100 * Double($0.position.quantity), .dollars, 0) })
    case .dragRate: .values("hedge.spent", "episode.start", "date")
    case .dragShare: shareGrounds(of: value)
    case .scenario: scenarioGrounds(of: value)
    case .scenarioVIX:
      .values("vix.close")
        + Grounds(inputs: [parameter("model.vixElasticity"), parameter("model.vixFloor")])
    case .worstScenario:
      Grounds(
        inputs: catalogue.values.filter {
          $0.name.hasPrefix("scenario.") && $0.name.hasSuffix(".book")
            && $0.formula == .scenario
        }.map { .value($0.name) })
    default: nil
    }
  }

  /// The fills of the running episode, each with the quote it was filled at.
  private func fills(_ isWanted: (HedgeFill) -> Bool) -> [ValueInput] {
    episode.flatMap { day in
      day.fills.filter(isWanted).map { fill -> ValueInput in
        let count = fill.order.quantity
        let dollars = fill.price * 100 * Double(abs(count))
        return .fact(
          Fact(
            title: "\(count > 0 ? "Bought" : "Sold") \(abs(count)) "
              + "\(ValuationWords.name(fill.order.contract)) on \(NumberText.long(day.date))",
            text: "\(NumberText.dollars(dollars)) at \(NumberText.fixed(fill.price, decimals: 2)), "
              + "commission \(NumberText.dollars(fill.commissionDollars, decimals: 2))",
            origin: sections.priced,
            evidence: [.quote(fill.order.contract, day.date, count > 0 ? "ask" : "bid")]))
      }
    }
  }

  private func shareGrounds(of value: NamedValue) -> Grounds {
    let denominators = [
      "ofAccount": "account.nav", "ofNotional": "book.notional", "ofCredit": "book.credit",
      "ofCap": "drag.cap",
    ]
    let parts = value.name.split(separator: ".").map(String.init)
    guard parts.count == 3, let denominator = denominators[parts[2]] else { return Grounds() }
    return .values(parts[1] == "spent" ? "hedge.spent" : "hedge.drag", denominator)
  }

  private func scenarioGrounds(of value: NamedValue) -> Grounds {
    let family = value.name.split(separator: ".").dropLast().joined(separator: ".")
    if value.name.hasSuffix(".net") { return .values("\(family).book", "\(family).hedge") }
    let market = Grounds.values("spx.close", "\(family).vix", "vix.close")
    guard value.name.hasSuffix(".hedge") else {
      return market + .values("book.netDelta", "book.netGamma", "book.netVega")
    }
    return market
      + Grounds(inputs: lines(nil) { ($0.dollarsPerVIXPoint, .dollarsPerVIXPoint, 1) })
  }
}
