import Quant

/// Compares the prices of neighbouring expirations at the same ratio of strike to forward.
///
/// S&P 500 options are compared across classes, because both settle to the same index. VIX options
/// are not compared: each expiration has a future of its own, and nothing orders their prices.
enum ChainCalendarCheck {
  /// The violations of every pair of neighbours, by time and strike.
  static func violations(_ chains: [ChainSeriesQuotes]) -> [ChainCalendarViolation] {
    let curves = chains.filter { $0.root != .vix }.compactMap(Curve.init)
      .sorted {
        ($0.series.years, $0.series.root.rawValue) < ($1.series.years, $1.series.root.rawValue)
      }
    return zip(curves, curves.dropFirst()).flatMap { near, far in
      (near.puts + near.calls).compactMap { violation($0, near, far) }
    }
  }

  /// The out-of-the-money quotes of one series, ascending by strike.
  private struct Curve {
    let series: ChainSeries
    /// Puts below the forward.
    let puts: [OptionQuote]
    /// Calls from the forward on.
    let calls: [OptionQuote]
    /// Every offered put, ascending by strike.
    let offeredPuts: [OptionQuote]
    /// Every offered call, ascending by strike.
    let offeredCalls: [OptionQuote]

    init?(_ chain: ChainSeriesQuotes) {
      guard let series = chain.assessed else { return nil }
      self.series = series
      let sorted = Dictionary(chain.quotes.map { ($0.contract, $0) }) { _, last in last }.values
        .filter { $0.ask > 0 && $0.ask.isFinite && $0.bid <= $0.ask }
        .sorted { $0.contract.strike < $1.contract.strike }
      offeredPuts = sorted.filter { $0.contract.right == .put }
      offeredCalls = sorted.filter { $0.contract.right == .call }
      puts = offeredPuts.filter { $0.contract.strike < series.forward && $0.bid > 0 }
      calls = offeredCalls.filter { $0.contract.strike >= series.forward && $0.bid > 0 }
    }

    /// The bound of the ask at a strike: the line between the asks around it; `nil` outside them.
    func ask(_ right: OptionRight, strike: Double) -> Double? {
      let offers = right == .put ? offeredPuts : offeredCalls
      let upper = offers.firstIndexSorted { $0.contract.strike >= strike }
      guard upper < offers.count else { return nil }
      let above = offers[upper]
      if above.contract.strike == strike { return above.ask }
      guard upper > 0 else { return nil }
      let below = offers[upper - 1]
      let share =
        (strike - below.contract.strike) / (above.contract.strike - below.contract.strike)
      return below.ask + share * (above.ask - below.ask)
    }
  }

  private static func violation(
    _ quote: OptionQuote, _ near: Curve, _ far: Curve
  ) -> ChainCalendarViolation? {
    let (first, second) = (near.series, far.series)
    let contract = quote.contract
    let farStrike = contract.strike / first.forward * second.forward
    guard let ask = far.ask(contract.right, strike: farStrike) else { return nil }
    let scaled = ask / (second.discount * second.forward) * first.discount * first.forward
    guard scaled.isFinite, quote.bid - scaled > 16 * first.forward.ulp else { return nil }
    return ChainCalendarViolation(
      near: contract, farRoot: second.root, farExpiration: second.expiration,
      farStrike: farStrike, nearBid: quote.bid, farAsk: scaled,
      nearTotalVariance: first.totalVariance(quote.bid, contract.strike, contract.right),
      farTotalVariance: second.totalVariance(ask, farStrike, contract.right))
  }
}

extension ChainSeries {
  /// σ²T at a price; `nil` when the price implies no volatility.
  fileprivate func totalVariance(
    _ price: Double, _ strike: Double, _ right: OptionRight
  ) -> Double? {
    ImpliedVolatility.solve(
      price: price, forward: forward, strike: strike, discount: discount, years: years,
      right: right
    ).value.map { $0 * $0 * years }
  }
}

extension Array {
  /// The first index at which the predicate holds, when it holds from there to the end.
  fileprivate func firstIndexSorted(where predicate: (Element) -> Bool) -> Int {
    var range = startIndex..<endIndex
    while !range.isEmpty {
      let middle = range.lowerBound + range.count / 2
      range =
        predicate(self[middle])
        ? range.lowerBound..<middle : (middle + 1)..<range.upperBound
    }
    return range.lowerBound
  }
}
