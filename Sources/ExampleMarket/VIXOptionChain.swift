#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

public import Quant

/// The VIX call quotes of the example: the nearest four monthly expirations, a part of the strikes.
///
/// A call is quoted while its delta is 0.12 to 0.65, and once its delta has been 0.14 to 0.62 with at
/// least 28 days left it stays quoted until it stops trading, so that a hedge once bought can be
/// marked every session: calls at the money too, which some profiles buy. No quote depends on a
/// later session.
public struct VIXOptionChain: Sendable {
  /// Strikes quoted: every point to 24, every second to 32, then wider; VIX points.
  public static let strikes: [Double] =
    (9...24).map(Double.init) + [26, 28, 30, 32.5, 35, 37.5, 40, 45, 50, 55, 60, 70, 80]

  private struct Listing: Hashable {
    let expiration: CalendarDate
    let strike: Double
  }

  private let calendar: ContractCalendar
  private var listed: Set<Listing> = []

  /// Creates a chain before its first session.
  public init(calendar: ContractCalendar = .cboe) {
    self.calendar = calendar
  }

  /// The quotes of the next session, by expiration and strike.
  public mutating func append(_ state: SessionState) -> [OptionQuote] {
    FuturesCurveModel.settlements(state, count: 4, calendar: calendar).flatMap {
      quotes(on: state, future: $0)
    }
  }

  private mutating func quotes(
    on state: SessionState, future: FuturesSettlement
  ) -> [OptionQuote] {
    guard
      let years = YearFraction.years(from: state.date, to: future.expiration, settleMinute: 570)
    else { return [] }
    let smile = VIXOptionSmile(state)
    let rate = ModelPeriod.rate(on: state.date)
    let mayBeBought = state.date.days(until: future.expiration) >= 28
    var quotes: [OptionQuote] = []
    for strike in Self.strikes {
      let value = smile.call(strike: strike, future: future.settle, years: years, rate: rate)
      let listing = Listing(expiration: future.expiration, strike: strike)
      if mayBeBought && (0.14...0.62).contains(value.delta) {
        listed.insert(listing)
      }
      guard (0.12...0.65).contains(value.delta) || listed.contains(listing) else { continue }
      let (bid, ask) = QuoteTicks.vixOptions.quote(mid: value.price)
      let contract = OptionContract(
        root: .vix, expiration: future.expiration, strike: strike, right: .call)
      quotes.append(OptionQuote(date: state.date, contract: contract, bid: bid, ask: ask))
    }
    return quotes
  }
}
