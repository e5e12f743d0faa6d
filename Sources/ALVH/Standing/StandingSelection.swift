import Quant

/// Finds the contract and the size that a standing layer asks for on a session.
struct StandingSelection {
  let market: SessionMarket
  let plan: StandingPlan
  let book: BookState

  enum Outcome {
    case order(OptionContract, Int)
    case obstacle(StandingLayerState.Obstacle)
  }

  func select(_ layer: StandingLayer) -> Outcome {
    let expirations = listed(layer)
    let target = targetDays(layer)
    guard
      let expiration = expirations.min(by: { distance($0, target) < distance($1, target) }),
      distance(expiration, target) <= plan.tenorToleranceDays
    else {
      return .obstacle(
        .noExpiration(nearest: expirations.min { distance($0, target) < distance($1, target) }))
    }
    guard let candidate = strike(layer, expiration) else { return .obstacle(.noQuote(expiration)) }
    guard let quantity = quantity(layer, candidate) else { return .obstacle(.missingInput) }
    // An allocation of nothing is a decision of the plan, not an obstacle.
    if quantity == 0 {
      return isAllocated(layer, candidate)
        ? .obstacle(.lessThanOneContract) : .order(candidate.contract, 0)
    }
    return .order(candidate.contract, quantity)
  }

  /// Expirations with quotes that would not be replaced at once; of VIX options the monthly ones,
  /// because a weekly one has no future of its own among the monthly ones.
  private func listed(_ layer: StandingLayer) -> [CalendarDate] {
    let quotes = (layer.instrument == .vixCall ? market.vixQuotes : market.indexQuotes).contracts
    let right: OptionRight = layer.instrument == .vixCall ? .call : .put
    return Set(quotes.filter { $0.right == right }.map(\.expiration))
      .filter { expiration in
        market.date.days(until: expiration) > layer.rollDays
          && (layer.instrument != .vixCall || market.calendar.isMonthlyVIX(expiration))
      }.sorted()
  }

  private func targetDays(_ layer: StandingLayer) -> Int {
    switch layer.tenor {
    case .days(let days): return days
    case .daysAfterBook(let days):
      let nearest = book.valuation.legs.map(\.daysToExpiration).min() ?? 0
      return nearest.boundedSum(days)
    }
  }

  private func distance(_ expiration: CalendarDate, _ target: Int) -> Int {
    market.date.days(until: expiration).boundedSum(target.boundedNegative).boundedMagnitude
  }

  private func strike(_ layer: StandingLayer, _ expiration: CalendarDate) -> StandingContract? {
    let right: OptionRight = layer.instrument == .vixCall ? .call : .put
    let quotes = (layer.instrument == .vixCall ? market.vixQuotes : market.indexQuotes).contracts
    let candidates =
      quotes
      .filter { $0.expiration == expiration && $0.right == right }
      .compactMap { StandingContract($0, in: market, reviewDays: plan.reviewDays) }
    func miss(_ candidate: StandingContract) -> Double? {
      switch layer.strike {
      case .delta(let delta): abs(abs(candidate.delta) - delta)
      case .pointsAboveFuture(let points):
        candidate.future.map { abs(candidate.contract.strike - $0 - points) }
      case .fractionAboveSpot(let fraction):
        market.vix.map { abs(candidate.contract.strike - $0 * (1 + fraction)) }
      }
    }
    return candidates.compactMap { candidate in miss(candidate).map { (candidate, $0) } }
      .min { $0.1 < $1.1 }?.0
  }

  private func isAllocated(_ layer: StandingLayer, _ candidate: StandingContract) -> Bool {
    guard case .premiumByFuture(let steps) = layer.quantity, let future = candidate.future else {
      return true
    }
    return (steps.last { $0.fromFuture <= future }?.share ?? 0) > 0
  }

  private func quantity(_ layer: StandingLayer, _ candidate: StandingContract) -> Int? {
    let nav = market.account.navDollars
    switch layer.quantity {
    case .contracts(let contracts, let condors):
      let sold = book.structures.filter(\.kind.isCondor).boundedCount(\.quantity)
      guard condors != 0 else { return nil }
      return Int(boundedCount: Int128(contracts) * Int128(sold) / Int128(condors))
    case .shareOfHedgeNotional(let share, let notional):
      guard let future = candidate.future else { return nil }
      return whole(
        share * notional * book.notionalDollars, over: candidate.contract.root.multiplier * future)
    case .premiumShareOfNAV(let share):
      return whole(share * nav, over: candidate.contract.root.multiplier * candidate.quote.ask)
    case .premiumByFuture(let steps):
      guard let future = candidate.future else { return nil }
      let share = steps.last { $0.fromFuture <= future }?.share ?? 0
      return whole(share * nav, over: candidate.contract.root.multiplier * candidate.quote.ask)
    }
  }

  /// Whole contracts that an amount pays for, at most 10,000.
  private func whole(_ dollars: Double, over price: Double) -> Int? {
    guard price > 0, dollars.isFinite, dollars >= 0 else { return nil }
    return Int(min((dollars / price + 1e-9).rounded(.down), 10_000))
  }
}
