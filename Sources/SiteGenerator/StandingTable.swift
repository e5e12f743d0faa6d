import ALVH
import Quant
import SVGCharts

/// A standing profile's decision as aligned lines for a terminal.
struct StandingTable {
  let decision: StandingDecision
  let definition: ProfileDefinition

  var text: String {
    let modelled = decision.priceProvenance >= .modelled
    var lines = [
      "\(decision.date)  profile \(decision.profile)"
        + (modelled ? "  option and future prices MODELLED" : ""),
      definition.summary,
    ]
    if !definition.note.isEmpty { lines.append(definition.note) }
    lines += [""] + TerminalTable.pairs(summary)
    if !decision.layers.isEmpty { lines += [""] + layers }
    lines += ["", TerminalTable.closing]
    return lines.joined(separator: "\n")
  }

  private var summary: [(String, String)] {
    [
      ("Today", StandingWords.line(decision)),
      ("VIX", decision.vix.map { NumberText.fixed($0, decimals: 2) } ?? "missing"),
      (
        "Exposure",
        "\(NumberText.dollars(decision.dollarsPerVIXPoint, decimals: 1)) per VIX point"
          + (decision.isFullyPriced ? "" : ", without the layers that have no quote")
      ),
      (
        "Vega of index puts",
        "\(NumberText.dollars(decision.indexVegaDollarsPerVolPoint, decimals: 1)) per vol point"
      ),
      (
        "Coverage of the book’s short vega",
        decision.coverage.map { NumberText.percent($0, decimals: 0) } ?? "undefined"
      ),
      (
        "VIX notional over SPX notional",
        decision.notionalFraction.map { NumberText.percent($0, decimals: 2) } ?? "undefined"
      ),
      ("Value at the midpoint", NumberText.dollars(decision.valueDollars)),
      ("Paid less received so far", NumberText.dollars(decision.spentDollars)),
      (
        "Carry on an unchanged curve",
        "\(NumberText.dollars(decision.carryDollarsPerDay, decimals: 1, signed: true)) a day"
      ),
    ]
  }

  private var layers: [String] {
    let head = ["Layer", "Contract", "Qty", "Days", "Delta", "$/VIX pt", "Mark"]
    return TerminalTable.aligned(
      [head]
        + decision.layers.enumerated().map { index, layer in
          [
            String(index + 1),
            layer.contract.map {
              "\($0.root.rawValue) \($0.expiration) \(NumberText.fixed($0.strike, decimals: 1)) "
                + $0.right.word
            } ?? "none",
            String(layer.quantity), layer.days.map(String.init) ?? NumberText.missing,
            layer.delta.map { NumberText.fixed($0, decimals: 2) } ?? NumberText.missing,
            NumberText.fixed(layer.dollarsPerVIXPoint, decimals: 1),
            layer.mark.map { NumberText.fixed($0, decimals: 2) } ?? NumberText.missing,
          ]
        })
  }
}
