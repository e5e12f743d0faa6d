import Quant

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Compares rolling with holding over the time-shift grid at the review horizon.
///
/// Rolling passes when the median of its advantage, weighted by the normal density of the grid, is
/// at least −¼ of its costs and the new position keeps the drag cap (methodology 4.7). The index
/// volatility of the grid is VIX itself, an assumption while the site has no volatility surface.
struct RollEvaluation {
  let market: SessionMarket
  let reviewDays: Int
  let commission: Double

  struct Holding {
    var call: CallValuation
    var quantity: Int
  }

  func gate(held: [Holding], replacement: [Holding], dragCapDollars: Double, drag: Double)
    -> RollGate?
  {
    guard let vix = market.vix, !held.isEmpty, !replacement.isEmpty else { return nil }
    let tau = Double(reviewDays) / 365
    let sigma = vix / 100
    var outcomes: [(advantage: Double, weight: Double)] = []
    for step in -6...6 {
      let z = Double(step) / 2
      let logReturn =
        (market.account.rate - market.account.dividendYield) * tau + sigma * tau.squareRoot() * z
        - sigma * sigma * tau / 2
      let shift = market.model.vix(from: vix, logReturn: logReturn) - vix
      let rolled = replacement.reduce(0.0) { sum, holding in
        sum + Double(holding.quantity)
          * (100 * (value(holding, shift) - holding.call.quote.ask) - commission)
      }
      let kept = held.reduce(0.0) { sum, holding in
        sum + Double(holding.quantity)
          * (100 * (value(holding, shift) - holding.call.quote.bid) + commission)
      }
      outcomes.append((rolled - kept, exp(-z * z / 2)))
    }
    let cost = (held + replacement).reduce(0.0) { sum, holding in
      let quote = holding.call.quote
      return sum + Double(holding.quantity) * (50 * (quote.ask - quote.bid) + commission)
    }
    let median = Self.weightedMedian(outcomes)
    let keepsCap = drag <= dragCapDollars + 1e-9
    return RollGate(
      medianAdvantageDollars: median, costDollars: cost, keepsDragCap: keepsCap,
      passes: keepsCap && median >= -0.25 * cost)
  }

  private func value(_ holding: Holding, _ shift: Double) -> Double {
    let future = holding.call.futurePrice(afterDays: reviewDays, spotShift: shift, in: market)
    return holding.call.price(future: future, afterDays: reviewDays, in: market)
  }

  /// The value at which half of the weight is reached, from below.
  private static func weightedMedian(_ outcomes: [(advantage: Double, weight: Double)]) -> Double {
    let sorted = outcomes.sorted { $0.advantage < $1.advantage }
    let half = sorted.reduce(0) { $0 + $1.weight } / 2
    var sum = 0.0
    for outcome in sorted {
      sum += outcome.weight
      if sum >= half { return outcome.advantage }
    }
    return sorted.last?.advantage ?? 0
  }
}
