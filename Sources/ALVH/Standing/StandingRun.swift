import Quant

/// The state that a standing plan carries from session to session.
struct StandingRun {
  private let engine: StandingEngine
  private let provenance: InputProvenance
  private var account = StandingAccount()
  private var books: BookLayouts

  private var plan: StandingPlan { engine.plan }

  init(engine: StandingEngine, provenance: InputProvenance) {
    self.engine = engine
    books = BookLayouts(engine.account)
    self.provenance = provenance
  }

  /// One session: fill yesterday's orders, value, decide, order.
  mutating func advance(_ market: SessionMarket) -> StandingDecision {
    let settled = account.settle(in: market, commission: plan.commission)
    let book = books.layout(at: market.date).map { BookReader.state(of: $0, in: market) }
    let heldBefore = plan.layers.indices.contains { !account.holdings(of: $0 + 1).isEmpty }
    let wanted = book.map { isWanted(market, $0) } ?? false
    var orders: [StandingOrder] = []
    var obstacles: [Int: StandingLayerState.Obstacle] = [:]
    for (index, layer) in plan.layers.enumerated() {
      let number = index + 1
      guard wanted, let book else {
        orders += closing(number)
        continue
      }
      guard isDue(layer, number, market) else { continue }
      switch StandingSelection(market: market, plan: plan, book: book).select(layer) {
      case .order(let contract, let quantity):
        if let unquoted = unquoted(number, market) {
          obstacles[number] = .noQuote(unquoted)
        } else {
          orders += moving(number, contract, quantity)
        }
      case .obstacle(let obstacle):
        obstacles[number] = obstacle
        orders += expiring(number, market)
      }
    }
    account.place(orders)
    let action = action(
      orders: orders, heldBefore: heldBefore, wanted: wanted, obstacles: obstacles)
    return decision(market, book, action, settled, obstacles)
  }

  private func isWanted(_ market: SessionMarket, _ book: BookState) -> Bool {
    guard let threshold = plan.hedgeFromVIX else { return true }
    return market.vix.map { $0 >= threshold } ?? false
  }

  private func isDue(_ layer: StandingLayer, _ number: Int, _ market: SessionMarket) -> Bool {
    let held = account.holdings(of: number)
    guard !held.isEmpty else { return true }
    return held.contains { market.date.days(until: $0.contract.expiration) <= layer.rollDays }
  }

  /// The expiration of a contract of the layer that could not be sold today.
  private func unquoted(_ number: Int, _ market: SessionMarket) -> CalendarDate? {
    account.holdings(of: number).first { market.quote($0.contract) == nil }?.contract.expiration
  }

  private func closing(_ number: Int) -> [StandingOrder] {
    account.holdings(of: number).map {
      StandingOrder(
        layer: number, contract: $0.contract, quantity: $0.quantity.boundedNegative)
    }
  }

  /// Orders that turn the layer's holdings into `quantity` of `contract`.
  private func moving(
    _ number: Int, _ contract: OptionContract, _ quantity: Int
  ) -> [StandingOrder] {
    var change = quantity
    var orders: [StandingOrder] = []
    for holding in account.holdings(of: number) {
      if holding.contract == contract {
        change = change.boundedSum(holding.quantity.boundedNegative)
      } else {
        orders.append(
          StandingOrder(
            layer: number, contract: holding.contract,
            quantity: holding.quantity.boundedNegative))
      }
    }
    if change != 0 {
      orders.append(StandingOrder(layer: number, contract: contract, quantity: change))
    }
    return orders
  }

  /// A contract that cannot be replaced is sold when it trades for the last time tomorrow.
  private func expiring(_ number: Int, _ market: SessionMarket) -> [StandingOrder] {
    account.holdings(of: number).filter { market.sessionsLeft(to: $0.contract.expiration) <= 1 }
      .map {
        StandingOrder(
          layer: number, contract: $0.contract, quantity: $0.quantity.boundedNegative)
      }
  }

  private func action(
    orders: [StandingOrder], heldBefore: Bool, wanted: Bool,
    obstacles: [Int: StandingLayerState.Obstacle]
  ) -> StandingAction {
    guard !orders.isEmpty else {
      if heldBefore { return .hold }
      return obstacles.isEmpty ? .none : .unavailable
    }
    if !heldBefore { return .open }
    let sells = orders.contains { order in
      account.holdings(of: order.layer).contains {
        $0.quantity.signum() == -order.quantity.signum()
      }
    }
    let buys = orders.contains { order in
      !account.holdings(of: order.layer).contains { $0.contract == order.contract }
    }
    return sells ? (buys ? .roll : .close) : .open
  }

  private func decision(
    _ market: SessionMarket, _ book: BookState?, _ action: StandingAction,
    _ settled: (fills: [StandingFill], unfilled: [StandingOrder]),
    _ obstacles: [Int: StandingLayerState.Obstacle]
  ) -> StandingDecision {
    var totals = StandingTotals()
    var isFullyPriced = true
    var obstacles = obstacles
    let layers = plan.layers.indices.map { index -> StandingLayerState in
      let held = account.holdings(of: index + 1)
      let priced = held.map {
        StandingContract($0.contract, in: market, reviewDays: plan.reviewDays)
      }
      for (holding, contract) in zip(held, priced) {
        if let contract { totals.add(contract, holding.quantity, reviewDays: plan.reviewDays) }
      }
      if let missing = zip(held, priced).first(where: { $0.1 == nil }) {
        isFullyPriced = false
        obstacles[index + 1] = obstacles[index + 1] ?? .noQuote(missing.0.contract.expiration)
      }
      let exposure = zip(held, priced).boundedSum { holding, contract in
        Double(holding.quantity) * (contract?.dollarsPerVIXPoint ?? 0)
      }
      return StandingLayerState(
        contract: held.first?.contract, quantity: held.boundedCount(\.quantity),
        days: held.first.map { market.date.days(until: $0.contract.expiration) },
        delta: priced.first.flatMap { $0?.delta }, dollarsPerVIXPoint: exposure,
        mark: priced.first.flatMap { $0?.quote.mid }, obstacle: obstacles[index + 1])
    }
    let vega = book?.hedgeableVegaDollarsPerVolPoint ?? 0
    return StandingDecision(
      date: market.date, profile: engine.reference, vix: market.vix, action: action,
      bookSize: bookSize(market), layers: layers, fills: settled.fills,
      unfilled: settled.unfilled, orders: account.orders, isFullyPriced: isFullyPriced,
      dollarsPerVIXPoint: totals.dollarsPerVIXPoint,
      indexVegaDollarsPerVolPoint: totals.indexVegaDollars,
      coverage: vega < 0 && isFullyPriced
        ? ((totals.dollarsPerVIXPoint + totals.indexVegaDollars).bounded / -vega).bounded
        : nil,
      notionalFraction: book.flatMap {
        $0.notionalDollars > 0 ? (totals.grossNotional / $0.notionalDollars).bounded : nil
      },
      valueDollars: totals.value, spentDollars: account.spentDollars,
      carryDollarsPerDay: totals.carryPerDay,
      priceProvenance: max(
        provenance.futures, provenance.vixOptions, provenance.indexOptions))
  }

  /// The gate in force times the plan's own size; `nil` when a gate needs a VIX that is missing.
  private func bookSize(_ market: SessionMarket) -> Double? {
    guard !plan.gates.isEmpty else { return plan.bookSize }
    guard let vix = market.vix else { return nil }
    return (plan.bookSize * (plan.gates.last { $0.fromVIX <= vix }?.size ?? 1)).bounded
  }
}

/// Sums over the holdings of a standing plan, dollars; each stays in the range of a double.
private struct StandingTotals {
  var dollarsPerVIXPoint = 0.0
  var indexVegaDollars = 0.0
  var grossNotional = 0.0
  var value = 0.0
  var carryPerDay = 0.0

  mutating func add(_ contract: StandingContract, _ quantity: Int, reviewDays: Int) {
    let count = Double(quantity)
    let multiplier = contract.contract.root.multiplier
    dollarsPerVIXPoint =
      (dollarsPerVIXPoint + (count * contract.dollarsPerVIXPoint).bounded).bounded
    indexVegaDollars = (indexVegaDollars + (count * contract.indexVegaDollars).bounded).bounded
    // Gross: sold contracts count as much as bought ones.
    grossNotional = (grossNotional + abs(count) * multiplier * (contract.future ?? 0)).bounded
    value = (value + (count * multiplier * contract.quote.mid).bounded).bounded
    let change = (count * multiplier * (contract.unchangedValue - contract.quote.mid)).bounded
    carryPerDay = (carryPerDay + change / Double(max(reviewDays, 1))).bounded
  }
}
