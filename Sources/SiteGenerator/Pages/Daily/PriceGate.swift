import ALVH
import Quant
import SVGCharts

/// What of the prices that the method needs a session lacks, read from its decision.
struct PriceGate {
  private static let prices = ["vx", "vix-options", "index-options"]

  let decision: DailyDecision

  init(_ decision: DailyDecision) {
    self.decision = decision
  }

  /// What is missing for a decision, as clauses; empty when nothing is.
  var missing: [String] {
    var missing = market
    if let book = decision.book, book.valuation.vegaDollarsPerVolPoint == nil {
      missing.append("the book is not valued")
    }
    if optionsOutside > 0 {
      missing.append(ValuationWords.outside(optionsOutside))
    }
    if !decision.hedge.unpriced.isEmpty { missing.append("a held call has no usable quote") }
    return missing
  }

  /// Option positions of the account on the index that are not in the book.
  var optionsOutside: Int {
    for case .optionsOutsideBook(let count) in decision.gaps { return count }
    return 0
  }

  /// Whether the session has neither VX settlements nor quotes of VIX or index options.
  var isUnpriced: Bool { Self.prices.allSatisfy(lacks) }

  /// Whether one of these kinds is missing, or a leg of the book or a held call.
  var isIncomplete: Bool { Self.prices.contains(where: lacks) || !missing.isEmpty }

  private var market: [String] {
    var missing: [String] = []
    if lacks("vix") { missing.append("the VIX close is missing") }
    if lacks("vx") {
      missing.append("VX settlements are missing")
    } else if let nodes = decision.curve?.nodes, nodes.count < 2 {
      missing.append("only one VX future has settled")
    }
    return missing
  }

  private func lacks(_ input: String) -> Bool {
    decision.gaps.contains { gap in
      switch gap {
      case .missingSeries(let id), .stale(let id, _): id == input
      default: false
      }
    }
  }
}
