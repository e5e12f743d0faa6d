import Quant

/// How the scenarios move the market; every constant is an assumption named on the page.
enum ScenarioModel {
  /// Index moves of the tables, as fractions.
  static let moves = [-0.07, -0.05, -0.03, -0.02, -0.01, 0, 0.01, 0.02, 0.03, 0.04]
  /// VIX shocks of the heat table, points.
  static let shocks = [-4.0, 0, 4, 8, 12]
  /// Horizons of the pay-off panels before expiration, calendar days.
  static let horizons = [0, 7, 14]

  /// Shift of an SPX option's volatility for a VIX change: √(30/days) of it, at most doubling it.
  static func volatility(_ own: Double, vixShift: Double, days: Int) -> Double {
    let shift = vixShift / 100 * (30 / Double(max(days, 7))).squareRoot()
    return min(max((own + shift).bounded, 0.02), (2 * own).bounded)
  }
}

/// Reprices today's book and hedge under a moved market.
struct ScenarioPricer {
  let market: SessionMarket
  let book: BookValuation
  let hedge: [(position: HedgePosition, call: CallValuation)]

  /// Change of the book from today's midpoints, dollars.
  func bookChange(spot: Double, vixShift: Double, afterDays days: Int) -> Double {
    let account = market.account
    return book.legs.boundedSum { leg in
      guard let mark = leg.mark else { return 0 }
      let contract = leg.leg.contract
      let settleMinute = contract.series.settleMinute(calendar: market.calendar.exchange)
      let left = YearFraction.years(
        from: market.date.adding(days: days), to: contract.expiration, settleMinute: settleMinute)
      let dte = market.date.adding(days: days).days(until: contract.expiration)
      // A leg without an implied volatility (no bid, no time value) is worth its intrinsic value.
      var value = contract.intrinsicValue(at: spot)
      if let years = left, let own = leg.impliedVolatility {
        value = BlackScholesMerton.price(
          contract.right, spot: spot, strike: contract.strike, rate: account.rate,
          dividendYield: account.dividendYield,
          volatility: ScenarioModel.volatility(own, vixShift: vixShift, days: dte), years: years)
      }
      return Double(leg.leg.quantity) * contract.root.multiplier * (value - mark).bounded
    }
  }

  /// Change of the hedge from today's midpoints, dollars.
  func hedgeChange(vixShift: Double, afterDays days: Int) -> Double {
    hedge.boundedSum { held in
      let future = held.call.futurePrice(afterDays: days, spotShift: vixShift, in: market)
      let value = held.call.price(future: future, afterDays: days, in: market)
      return Double(held.position.quantity) * 100 * (value - held.call.quote.mid)
    }
  }

  /// The scenario tables and pay-off panels of the session; `nil` without a VIX close.
  func scenarios() -> ScenarioState? {
    guard let vix = market.vix, let expiration = book.legs.map(\.leg.contract.expiration).min()
    else { return nil }
    let path = ScenarioModel.moves.map { move in row(move, vix: vix) }
    let shocks = ScenarioModel.moves.map { move in
      ScenarioModel.shocks.map { shock in
        let shift = max(market.model.vixFloor - vix, shock)
        return
          (bookChange(spot: moved(move), vixShift: shift, afterDays: 0)
          + hedgeChange(vixShift: shift, afterDays: 0)).bounded
      }
    }
    let toExpiration = market.date.days(until: expiration)
    var panels = ScenarioModel.horizons.filter { $0 < toExpiration }.map {
      panel(days: $0, isExpiration: false, vix: vix)
    }
    panels.append(panel(days: toExpiration, isExpiration: true, vix: vix))
    return ScenarioState(
      path: path, vixShocks: ScenarioModel.shocks, shocks: shocks, panels: panels)
  }

  /// The index after a move, as a fraction.
  private func moved(_ move: Double) -> Double { (market.spot * (1 + move)).bounded }

  private func row(_ move: Double, vix: Double) -> ScenarioRow {
    let level = market.model.response.vix(from: vix, logReturn: logarithm(1 + move))
    let spot = moved(move)
    return ScenarioRow(
      move: move, spot: spot, vix: level,
      bookDollars: bookChange(spot: spot, vixShift: level - vix, afterDays: 0),
      hedgeDollars: hedgeChange(vixShift: level - vix, afterDays: 0))
  }

  private func panel(days: Int, isExpiration: Bool, vix: Double) -> PayoffPanel {
    let spots = panelSpots()
    var result = PayoffPanel(
      days: days, isExpiration: isExpiration, spots: spots, book: [], hedge: [])
    for spot in spots {
      let level = market.model.response.vix(from: vix, logReturn: logRatio(spot, over: market.spot))
      result.book.append(bookChange(spot: spot, vixShift: level - vix, afterDays: days))
      result.hedge.append(hedgeChange(vixShift: level - vix, afterDays: days))
    }
    return result
  }

  /// Index levels from −12 to +8 %, with every strike inside so that corners are drawn exactly.
  private func panelSpots() -> [Double] {
    let low = moved(-0.12)
    let high = moved(0.08)
    var spots = (0...32).map { low + (high - low) * (Double($0) / 32) }
    spots += book.legs.map(\.leg.contract.strike).filter { $0 > low && $0 < high }
    return Set(spots).sorted()
  }
}
