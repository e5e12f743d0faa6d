/// How far call and put quotes of one strike are from put–call parity (methodology 3.6).
///
/// Within the spread there is nothing to lock in: a conversion or reversal pays both half-spreads.
public struct ParityResidual: Sendable, Hashable, Codable {
  /// Whether the residual is larger than trading costs at the quotes.
  public enum Status: String, Sendable, Codable, CaseIterable {
    /// |residual| is at most the half-spreads of call and put together.
    case withinSpread
    /// The residual exceeds them: a stale quote, or a wrong forward or rate, more likely than money.
    case outside
  }

  /// The strike, index points.
  public let strike: Double
  /// (C − P) − D·(F − K) at midpoints, index points.
  public let residual: Double
  /// Half of the call's spread plus half of the put's, index points.
  public let halfSpread: Double

  /// Whether the residual lies within the spread.
  public var status: Status { abs(residual) <= halfSpread ? .withinSpread : .outside }

  /// The residuals of one series, at every strike with two-sided quotes of call and put.
  ///
  /// Ascending by strike; of several quotes for one contract the last counts. Strikes whose numbers
  /// overflow are left out.
  ///
  /// - Parameters:
  ///   - quotes: one session's quotes in any order.
  ///   - root: the option class.
  ///   - expiration: the expiration date.
  ///   - forward: forward of the series, or for VIX options the future, index points.
  ///   - discount: discount factor to settlement.
  /// - Returns: one residual per strike; empty when no strike has both quotes.
  /// - Throws: ``SeriesError/parameterOutOfRange(name:)`` when `forward` or `discount` is not
  ///   positive and finite.
  public static func residuals(
    of quotes: [OptionQuote], root: OptionRoot, expiration: CalendarDate, forward: Double,
    discount: Double
  ) throws(SeriesError) -> [ParityResidual] {
    guard forward > 0, forward.isFinite else { throw .parameterOutOfRange(name: "forward") }
    guard discount > 0, discount.isFinite else { throw .parameterOutOfRange(name: "discount") }
    var calls: [Double: OptionQuote] = [:]
    var puts: [Double: OptionQuote] = [:]
    for quote in quotes
    where quote.contract.root == root && quote.contract.expiration == expiration
      && quote.isTwoSided && quote.contract.strike.isFinite
    {
      switch quote.contract.right {
      case .call: calls[quote.contract.strike] = quote
      case .put: puts[quote.contract.strike] = quote
      }
    }
    return calls.sorted { $0.key < $1.key }.compactMap { strike, call in
      puts[strike].flatMap {
        ParityResidual(
          strike: strike, call: call, put: $0, forward: forward, discount: discount)
      }
    }
  }

  private init?(
    strike: Double, call: OptionQuote, put: OptionQuote, forward: Double, discount: Double
  ) {
    self.strike = strike
    residual = call.mid - put.mid - discount * (forward - strike)
    halfSpread = (call.ask - call.bid) / 2 + (put.ask - put.bid) / 2
    guard residual.isFinite, halfSpread.isFinite else { return nil }
  }
}
