public import Quant

/// Cash and friction of replacing one hedge by another at the quotes.
public struct RollCosts: Sendable, Hashable, Codable {
  /// Net cash paid for the switch, dollars: purchases at the ask plus commissions, less sales at the
  /// bid; negative when the switch brings money in.
  public var netCashDollars: Double
  /// Half-spreads and commissions of all contracts traded, dollars, not negative.
  public var frictionDollars: Double

  /// Creates costs; both finite, friction not negative.
  public init(netCashDollars: Double, frictionDollars: Double) {
    precondition(netCashDollars.isFinite && frictionDollars.isFinite, "costs must be finite")
    precondition(frictionDollars >= 0, "friction is not negative")
    self.netCashDollars = netCashDollars
    self.frictionDollars = frictionDollars
  }

  /// The costs of trading some quantities at quotes.
  ///
  /// Positive quantities are bought at the ask, negative ones sold at the bid; every contract pays
  /// `commissionDollars`. Quotes must be finite with ask ≥ bid.
  public init(trades: [(quote: OptionQuote, quantity: Int)], commissionDollars: Double) {
    var (cash, friction) = (0.0, 0.0)
    for trade in trades where trade.quantity != 0 {
      let quote = trade.quote
      let contracts = Double(trade.quantity.magnitude)
      let scale = Double(trade.quantity) * quote.contract.root.multiplier
      let paid = (scale * (trade.quantity > 0 ? quote.ask : quote.bid)).bounded
      let commission = (contracts * commissionDollars).bounded
      cash = (cash + (paid + commission).bounded).bounded
      let halfSpread = quote.contract.root.multiplier * (quote.ask - quote.bid) / 2
      friction =
        (friction + (contracts * (halfSpread + commissionDollars).bounded).bounded).bounded
    }
    self.init(netCashDollars: cash, frictionDollars: friction)
  }
}

/// Whether rolling a hedge pays over the time-shift grid at the review horizon (methodology 4.7).
///
/// Per cell the advantage is value(roll) − net cash of the switch − value(hold). Rolling passes when
/// the median of the advantages, weighted by φ(z), is at least −¼ of the roll's friction, and the new
/// hedge keeps the drag cap. A roll to a later expiration is a calendar roll, not a "reversal".
///
/// A figure beyond the range of a double is the greatest finite number of its sign.
public struct TimeShiftRoll: Sendable, Hashable, Codable {
  /// Share of the friction that a roll may cost on balance.
  public static let toleratedShareOfFriction = 0.25

  /// Advantage of rolling per cell, dollars, aligned with the grid's cells.
  public let advantagesDollars: [Double]
  /// Weighted median of the advantages, dollars.
  public let medianAdvantageDollars: Double
  /// Cash and friction of the roll.
  public let costs: RollCosts
  /// Drag of the new hedge, dollars.
  public let dragDollars: Double
  /// Greatest drag allowed, dollars.
  public let dragCapDollars: Double

  /// Least median advantage that passes, dollars: −¼ of the friction.
  public var leastAdvantageDollars: Double {
    -Self.toleratedShareOfFriction * costs.frictionDollars
  }

  /// Whether the new hedge keeps the drag cap, rounding apart.
  public var keepsDragCap: Bool { dragDollars <= dragCapDollars + 1e-9 }

  /// Whether rolling passes.
  public var passes: Bool {
    keepsDragCap && medianAdvantageDollars >= leastAdvantageDollars
  }

  /// Compares values that were computed elsewhere.
  ///
  /// - Parameters:
  ///   - cells: per cell z, the value of the held position and of the one after the roll, dollars;
  ///     not empty and finite.
  ///   - costs: cash and friction of the roll.
  ///   - dragDollars: drag of the hedge after the roll.
  ///   - dragCapDollars: the cap.
  public init(
    cells: [(z: Double, holdDollars: Double, rollDollars: Double)], costs: RollCosts,
    dragDollars: Double, dragCapDollars: Double
  ) {
    precondition(!cells.isEmpty, "a comparison needs a cell")
    let advantages = cells.map {
      (($0.rollDollars - costs.netCashDollars).bounded - $0.holdDollars).bounded
    }
    advantagesDollars = advantages
    medianAdvantageDollars = WeightedMedian.lower(
      advantages, weights: cells.map { StandardNormal.density($0.z) })
    self.costs = costs
    self.dragDollars = dragDollars
    self.dragCapDollars = dragCapDollars
  }

  /// Compares two hedges over a grid.
  ///
  /// Futures count their gain since today, which both hedges share when both hold them.
  ///
  /// - Parameters:
  ///   - hold: the hedge as it is.
  ///   - roll: the hedge after the roll.
  ///   - grid: the grid at the review horizon.
  ///   - costs: cash and friction of the roll.
  ///   - dragDollars: drag of the hedge after the roll.
  ///   - dragCapDollars: the cap.
  public init(
    hold: HedgeScenario, roll: HedgeScenario, grid: TimeShiftGrid, costs: RollCosts,
    dragDollars: Double, dragCapDollars: Double
  ) {
    self.init(
      cells: grid.cells.map {
        ($0.z, hold.valueDollars(in: $0.scenario), roll.valueDollars(in: $0.scenario))
      }, costs: costs, dragDollars: dragDollars, dragCapDollars: dragCapDollars)
  }
}
