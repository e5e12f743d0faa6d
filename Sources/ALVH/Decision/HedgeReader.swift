import Quant

/// Values hedge holdings at a session's close.
struct HedgeReader {
  let market: SessionMarket
  let profile: Profile

  /// The holdings that can be valued, with their valuation, by layer and contract.
  func calls(
    of positions: [HedgePosition]
  ) -> [(position: HedgePosition, call: CallValuation)] {
    positions
      .sorted { ($0.layer, $0.contract, $0.entryDate) < ($1.layer, $1.contract, $1.entryDate) }
      .compactMap { position in
        CallValuation(position.contract, in: market).map { (position: position, call: $0) }
      }
  }

  /// The hedge as a whole.
  func state(of positions: [HedgePosition], book: BookState?) -> HedgeState {
    guard !positions.isEmpty else { return HedgeState(withoutHoldings: book) }
    let priced = calls(of: positions)
    let lines = priced.map { line($0.position, $0.call) }
    let valued = Set(priced.map(\.position.contract))
    let exposure = lines.boundedSum(\.dollarsPerVIXPoint)
    let contracts = positions.boundedCount(\.quantity)
    let vega = book?.hedgeableVegaDollarsPerVolPoint ?? 0
    let unpriced = positions.filter { !valued.contains($0.contract) }
    let gross = priced.boundedSum { 100 * $0.call.future * Double($0.position.quantity) }
    return HedgeState(
      lines: lines, unpriced: unpriced,
      contracts: contracts, dollarsPerVIXPoint: exposure,
      spikeDollarsPerVIXPoint: lines.boundedSum {
        (Double($0.position.quantity) * 100 * $0.delta).bounded * $0.spikeBeta
      },
      dollarsPerVIXPointAfterRise: [5, 10].map { rise in
        RisenExposure(rise: rise, dollarsPerVIXPoint: exposureAfter(rise, priced))
      },
      coverage: vega < 0 && unpriced.isEmpty ? (exposure / -vega).bounded : nil,
      notionalFraction: book.flatMap {
        $0.notionalDollars > 0 && unpriced.isEmpty ? (gross / $0.notionalDollars).bounded : nil
      },
      valueDollars: lines.boundedSum { 100 * $0.mark * Double($0.position.quantity) })
  }

  private func line(_ position: HedgePosition, _ call: CallValuation) -> HedgeLine {
    let review = profile.sizing.reviewDays
    let unchanged = call.unchangedValue(afterDays: review, in: market)
    let quantity = Double(position.quantity)
    return HedgeLine(
      position: position, days: call.days, future: call.future, mark: call.quote.mid,
      bid: call.quote.bid, impliedVolatility: call.impliedVolatility, delta: call.delta,
      beta: call.beta, spikeBeta: call.spikeBeta,
      dollarsPerVIXPoint: ((quantity * 100 * call.delta).bounded * call.beta).bounded,
      carryDollarsPerDay: (quantity * 100 * (unchanged - call.quote.mid)).bounded
        / Double(max(review, 1)),
      rollFrom: rollDate(call.contract.expiration))
  }

  /// First session on which at most `rollSessions` sessions of trading are left.
  private func rollDate(_ expiration: CalendarDate) -> CalendarDate {
    let exchange = market.calendar.exchange
    return exchange.adding(
      sessions: profile.engine.rollSessions.boundedNegative,
      to: exchange.previous(before: expiration))
  }

  private func exposureAfter(
    _ rise: Double, _ priced: [(position: HedgePosition, call: CallValuation)]
  ) -> Double {
    priced.boundedSum { held in
      let call = held.call
      let future = (call.future + (call.beta * rise).bounded).bounded
      let delta = Black76.value(
        call.contract.right, future: future, strike: call.contract.strike,
        rate: market.account.rate,
        volatility: call.impliedVolatility, years: call.years
      ).delta
      return (Double(held.position.quantity) * 100 * delta).bounded * call.beta
    }
  }
}
