#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The forward of one series, as an input to a volatility surface.
public struct SeriesForward: Sendable, Hashable, Codable {
  /// The option class.
  public var root: OptionRoot
  /// The expiration date.
  public var expiration: CalendarDate
  /// The forward, or for VIX options the VX future of the same expiration, index points.
  public var forward: Double

  /// Creates a forward.
  public init(root: OptionRoot, expiration: CalendarDate, forward: Double) {
    self.root = root
    self.expiration = expiration
    self.forward = forward
  }
}

extension VolatilitySurface {
  /// Fewest strikes an expiration needs (methodology 2.8).
  public static let fewestStrikes = 5

  /// Builds the surface of one session from its quotes.
  ///
  /// Uses out-of-the-money mids only (puts below the forward, calls from it on) whose quotes satisfy
  /// ``OptionQuote/supportsImpliedVolatility``. Of several quotes for one contract the last counts;
  /// quotes that are unusable, not finite or of another date are left out. A series without a given
  /// forward takes the parity median of its own quotes; a VIX series always needs one. Series with
  /// fewer than five usable strikes are rejected and listed.
  ///
  /// - Parameters:
  ///   - date: the session.
  ///   - minute: valuation minute of the session, New York.
  ///   - spot: index level, to choose the strikes of the parity forward; `nil` uses all of them.
  ///   - rate: continuously compounded per year, decimal.
  ///   - quotes: option quotes in any order; classes are never pooled.
  ///   - forwards: known forwards; each positive.
  ///   - calendar: knows the early closes.
  /// - Throws: ``SeriesError/parameterOutOfRange(name:)`` for `spot` or `rate`, and
  ///   ``SeriesError/nonFinite(index:)`` or ``SeriesError/nonPositivePrice(index:)`` with the index
  ///   of the offending forward.
  public init(
    date: CalendarDate, minute: Int = 960, spot: Double?, rate: Double, quotes: [OptionQuote],
    forwards: [SeriesForward] = [], calendar: ExchangeCalendar = .nyse
  ) throws(SeriesError) {
    if let spot {
      guard spot > 0, spot.isFinite else { throw .parameterOutOfRange(name: "spot") }
    }
    guard rate.isFinite else { throw .parameterOutOfRange(name: "rate") }
    var known: [Chain.Key: Double] = [:]
    for (index, item) in forwards.enumerated() {
      guard item.forward.isFinite else { throw .nonFinite(index: index) }
      guard item.forward > 0 else { throw .nonPositivePrice(index: index) }
      known[Chain.Key(root: item.root, expiration: item.expiration)] = item.forward
    }
    var slices: [VolatilitySurfaceSlice] = []
    var rejections: [VolatilitySurfaceRejection] = []
    let today = quotes.filter { $0.date == date }
    for (key, quotes) in Dictionary(grouping: today, by: Chain.Key.init) {
      let chain = Chain(key: key, quotes: quotes, rate: rate, spot: spot)
      switch chain.smile(
        from: date, minute: minute, forward: known[key], calendar: calendar)
      {
      case .success(let slice): slices.append(slice)
      case .failure(let failure):
        rejections.append(
          VolatilitySurfaceRejection(
            root: key.root, expiration: key.expiration, reason: failure.reason))
      }
    }
    self.init(slices: slices, rejections: rejections)
  }
}

/// The quotes of one series.
private struct Chain {
  struct Key: Hashable {
    var root: OptionRoot
    var expiration: CalendarDate

    init(root: OptionRoot, expiration: CalendarDate) {
      self.root = root
      self.expiration = expiration
    }

    init(_ quote: OptionQuote) {
      self.init(root: quote.contract.root, expiration: quote.contract.expiration)
    }
  }

  struct Failure: Error {
    var reason: VolatilitySurfaceRejectionReason
  }

  var key: Key
  var quotes: [OptionQuote]
  var rate: Double
  var spot: Double?

  /// The smile of the series, or why it has none.
  func smile(
    from date: CalendarDate, minute: Int, forward given: Double?, calendar: ExchangeCalendar
  ) -> Result<VolatilitySurfaceSlice, Failure> {
    let settleMinute = key.root.isMorningSettled ? 570 : calendar.closeMinute(key.expiration)
    guard
      let years = YearFraction.years(
        from: date, minute: minute, to: key.expiration, settleMinute: settleMinute)
    else { return .failure(Failure(reason: .expired)) }
    let discount = exp(-rate * years)
    guard discount > 0, discount.isFinite,
      let forward = given ?? parityForward(discount: discount)
    else { return .failure(Failure(reason: .noForward)) }
    let nodes = nodes(forward: forward, discount: discount, years: years)
    guard nodes.count >= VolatilitySurface.fewestStrikes else {
      return .failure(Failure(reason: .tooFewStrikes(found: nodes.count)))
    }
    return .success(
      VolatilitySurfaceSlice(
        root: key.root, expiration: key.expiration, years: years, forward: forward, nodes: nodes))
  }

  /// The parity median; a VIX option's underlying is the future, which parity must not replace.
  private func parityForward(discount: Double) -> Double? {
    guard key.root != .vix else { return nil }
    let pairs = ParityPair.pairs(from: quotes, root: key.root, expiration: key.expiration)
    let forward = ParityForward.median(pairs, discount: discount, near: spot)
    return forward.flatMap { $0 > 0 && $0.isFinite ? $0 : nil }
  }

  private func nodes(
    forward: Double, discount: Double, years: Double
  ) -> [VolatilitySurfaceSlice.Node] {
    var byStrike: [Double: OptionQuote] = [:]
    for quote in quotes where quote.contract.strike > 0 && quote.contract.strike.isFinite {
      let right: OptionRight = quote.contract.strike < forward ? .put : .call
      if quote.contract.right == right { byStrike[quote.contract.strike] = quote }
    }
    var nodes: [VolatilitySurfaceSlice.Node] = []
    for (strike, quote) in byStrike.sorted(by: { $0.key < $1.key })
    where quote.supportsImpliedVolatility {
      let solved = ImpliedVolatility.solve(
        price: quote.mid, forward: forward, strike: strike, discount: discount, years: years,
        right: quote.contract.right)
      let k = NormalisedBlack.logMoneyness(forward: strike, strike: forward)
      guard let volatility = solved.value, k > nodes.last?.logMoneyness ?? -.infinity else {
        continue
      }
      let variance = volatility * volatility * years
      guard variance.isNormal, k.isFinite else { continue }
      nodes.append(.init(strike: strike, logMoneyness: k, totalVariance: variance))
    }
    return nodes
  }
}
