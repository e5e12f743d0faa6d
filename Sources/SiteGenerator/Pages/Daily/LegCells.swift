import ALVH
import Quant
import SVGCharts

/// A leg of the book as the tables of a page name it.
enum LegCells {
  /// What is held, such as `Short put`.
  static func head(_ leg: LegValuation) -> String {
    "\(leg.leg.quantity < 0 ? "Short" : "Long") \(leg.leg.contract.right.word)"
  }

  /// Quantity, strike, entry price and mark.
  static func position(_ leg: LegValuation) -> [TemplateContext] {
    let strike = leg.leg.contract.strike
    return [
      Cells.text(NumberText.integer(leg.leg.quantity, signed: true)),
      Cells.number(strike, decimals: ActionWords.strikeDecimals(strike)),
      Cells.number(leg.leg.entryPrice, decimals: 2), Cells.number(leg.mark, decimals: 2),
    ]
  }
}
