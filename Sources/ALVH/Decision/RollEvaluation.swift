import Quant

/// Compares rolling with holding over the time-shift grid at the review horizon (methodology 4.7).
///
/// Without a surface of index options the grid's volatility is VIX itself, an assumption.
struct RollEvaluation {
  let market: SessionMarket
  let sizing: SizingParameters

  /// The gate, or `nil` without a market for scenarios or when nothing would be sold or bought.
  ///
  /// Contracts without a usable quote are left out on either side.
  func gate(
    held: [(OptionContract, Int)], replacement: [(OptionContract, Int)], dragDollars: Double
  ) -> RollGate? {
    let sold = priced(held)
    let bought = priced(replacement)
    guard !sold.isEmpty, !bought.isEmpty, let market = market.scenarioMarket().value else {
      return nil
    }
    let roll = TimeShiftRoll(
      hold: HedgeScenario(VolatilityHedge(options: sold.map(\.leg)), market: market),
      roll: HedgeScenario(VolatilityHedge(options: bought.map(\.leg)), market: market),
      grid: TimeShiftGrid(horizonDays: max(sizing.reviewDays, 1), market: market),
      costs: RollCosts(
        trades: sold.map { ($0.quote, -$0.leg.quantity) }
          + bought.map { ($0.quote, $0.leg.quantity) }, commissionDollars: sizing.commission),
      dragDollars: dragDollars, dragCapDollars: sizing.dragLimit * self.market.account.navDollars)
    return RollGate(
      medianAdvantageDollars: roll.medianAdvantageDollars,
      costDollars: roll.costs.frictionDollars, keepsDragCap: roll.keepsDragCap,
      passes: roll.passes)
  }

  private func priced(
    _ contracts: [(OptionContract, Int)]
  ) -> [(leg: VIXHedgeLeg, quote: OptionQuote)] {
    contracts.compactMap { contract, quantity in
      guard quantity != 0, let call = CallValuation(contract, in: market) else { return nil }
      return (call.leg(quantity: quantity), call.quote)
    }
  }
}
