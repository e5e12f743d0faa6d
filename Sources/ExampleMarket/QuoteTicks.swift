/// Turns a model price into a bid and an ask on the exchange's price grid.
///
/// Bid and ask are the mid less and plus the half-spread, each rounded to its nearest tick, at
/// least one tick apart; a bid below zero becomes 0, which means that there is none.
public struct QuoteTicks: Sendable, Hashable {
  /// Half-spread as a fraction of the mid.
  public var halfSpread: Double
  /// Whether prices of 3.00 and above move in steps of 0.10; below, and otherwise, in 0.05.
  public var widensAtThree: Bool

  /// VIX options: 4 % of the mid, at least half a tick; 0.05 ticks.
  public static let vixOptions = QuoteTicks(halfSpread: 0.04, widensAtThree: false)
  /// Index options: 1.5 % of the mid, at least half a tick; 0.05 ticks, 0.10 from 3.00 on.
  public static let indexOptions = QuoteTicks(halfSpread: 0.015, widensAtThree: true)

  /// Creates a rule.
  public init(halfSpread: Double, widensAtThree: Bool) {
    self.halfSpread = halfSpread
    self.widensAtThree = widensAtThree
  }

  /// The bid and ask around a model price, in points; `mid` must not be negative.
  public func quote(mid: Double) -> (bid: Double, ask: Double) {
    let tick = tickCents(mid)
    let half = max(Double(tick) / 200, halfSpread * mid)
    let bid = max(0, onGrid(mid - half))
    let ask = max(onGrid(mid + half), bid + tickCents(Double(bid) / 100))
    return (Double(bid) / 100, Double(ask) / 100)
  }

  private func tickCents(_ price: Double) -> Int {
    widensAtThree && price >= 3 ? 10 : 5
  }

  private func onGrid(_ price: Double) -> Int {
    let tick = tickCents(price)
    return Int((price * 100 / Double(tick)).rounded()) * tick
  }
}
