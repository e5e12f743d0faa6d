import ALVH
import MarketData
import Quant

extension Explainer {
  /// Index, VIX, futures and simple arithmetic; `nil` for other values.
  func marketGrounds(of value: NamedValue) -> Grounds? {
    switch value.formula {
    case .session: .rows(.row(.indexBars, date, "Date"))
    case .indexClose: .rows(.row(.indexBars, date, "Close"))
    case .indexPrevious: previous(.indexBars, "Close")
    case .vixClose: .rows(.row(.vix, date, "value"))
    case .vixPrevious: previous(.vix, "value")
    case .settlement, .contractDate: futureGrounds(of: value)
    case .change: .values("vix.close", "vix.previous")
    case .relativeChange: .values("spx.close", "spx.previous")
    case .percentile: percentileGrounds(of: value)
    case .daysTo:
      value.name == "book.days"
        ? .values("book.expiration", "date") : .values(sibling(value, "expiration"), "date")
    case .basis: .values("vx1.settle", "vix.close")
    case .contango: .values("vx2.settle", "vx1.settle")
    case .realisedVolatility:
      Grounds(inputs: [series(.indexBars, "S&P 500, closes", column: "Close", last: 22)])
    default: nil
    }
  }

  private func previous(_ input: MarketInput, _ column: String) -> Grounds {
    decision.previousDate.map { .rows(.row(input, $0, column)) } ?? Grounds()
  }

  /// The name of another value of the same family: `vx1.expiration` for `vx1.days`.
  private func sibling(_ value: NamedValue, _ last: String) -> String {
    value.name.split(separator: ".").dropLast().joined(separator: ".") + "." + last
  }

  private func futureGrounds(of value: NamedValue) -> Grounds {
    let number = value.name.dropFirst(2).prefix { $0.isNumber }
    guard let position = Int(number), let node = decision.node(position - 1) else {
      return Grounds()
    }
    let column = value.formula == .settlement ? "settle" : "expiration"
    return .rows(
      .row(.futures, date, column, [.date("expiration", node.expiration)]))
  }

  private func percentileGrounds(of value: NamedValue) -> Grounds {
    let family = value.name.split(separator: ".").first.map(String.init) ?? ""
    let base = [
      "vix": "vix.close", "vx1": "vx1.settle", "vx2": "vx2.settle", "macd": "macd.histogram",
    ]
    let today = Grounds.values(base[family] ?? family)
    return switch family {
    case "vix":
      today + Grounds(inputs: [series(.vix, "VIX, closes", column: "value", last: 253)])
    case "vx1", "vx2", "contango":
      today + Grounds(inputs: [series(.futures, "VX settlements", column: "settle", last: 253)])
    default:
      today + Grounds(inputs: [series(.indexBars, "S&P 500, closes", column: "Close")])
    }
  }
}
