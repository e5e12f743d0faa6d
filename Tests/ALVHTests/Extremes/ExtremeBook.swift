import ALVH
import Quant
import TestSupport

/// Seeded books, quotes and markets whose numbers have every size a double has.
struct ExtremeBook {
  static let date = CalendarDate(dayNumber: 16_834)

  var positions: [Position] = []
  var quotes: [OptionQuote] = []
  var volatilities: [OptionContract: Double] = [:]
  var market: BookMarket

  init(_ random: inout SplitMix64, roots: [OptionRoot] = [.spx, .spxw]) {
    let spot = random.magnitude(or: 1500...2500)
    var market = BookMarket(
      date: Self.date, minute: Int.random(in: 0...1439, using: &random), spot: spot,
      rate: random.signed(or: -0.02...0.08), dividendYield: random.signed(or: 0...0.04))
    let home = random.magnitude(or: 1500...2500)
    for _ in 0..<Int.random(in: 1...8, using: &random) {
      let contract = OptionContract(
        root: roots[Int.random(in: 0..<roots.count, using: &random)],
        // From the day itself, minutes before settlement, to centuries away.
        expiration: Self.date.adding(
          days: [0, 1, 1, 30, 45, 400_000][Int.random(in: 0...5, using: &random)]),
        strike: Bool.random(using: &random)
          ? max(home * random.uniform(0.5...1.5), .leastNonzeroMagnitude) : random.magnitude(),
        right: Bool.random(using: &random) ? .put : .call)
      positions.append(
        Position(
          contract: contract, quantity: random.quantity(),
          entryPrice: random.magnitude(or: 0...50), entryDate: Self.date))
      let bid = random.magnitude(or: 0.05...60)
      quotes.append(
        OptionQuote(
          date: Self.date, contract: contract, bid: bid, ask: bid * random.uniform(1...1.5)))
      volatilities[contract] = random.signed(or: 0.05...0.9)
      if Bool.random(using: &random) {
        market.forwards[contract.series] = random.signed(or: 1500...2500)
      }
    }
    self.market = market
  }
}
