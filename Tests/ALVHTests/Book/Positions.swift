import Quant
import TestSupport

/// Positions for tests, by default SPX options of March 2016.
enum Positions {
  static let entry = CalendarDate(dayNumber: 16_804)
  static let expiration = CalendarDate(dayNumber: 16_878)

  static func make(
    _ right: OptionRight, _ strike: Double, _ quantity: Int, _ price: Double,
    root: OptionRoot = .spx, expiration: CalendarDate = expiration
  ) -> Position {
    Position(
      contract: OptionContract(
        root: root, expiration: expiration, strike: strike, right: right),
      quantity: quantity, entryPrice: price, entryDate: entry)
  }

  /// A condor 1875/1885 – 2140/2150 for 1.80 points, ten points wide.
  static func condor(_ quantity: Int = 1, expiration: CalendarDate = expiration) -> [Position] {
    [
      make(.put, 1875, quantity, 9.1, expiration: expiration),
      make(.put, 1885, -quantity, 10, expiration: expiration),
      make(.call, 2140, -quantity, 5, expiration: expiration),
      make(.call, 2150, quantity, 4.1, expiration: expiration),
    ]
  }

  /// Random lots in a few strikes, so that contracts repeat and net.
  static func random(_ random: inout SplitMix64, series: Int = 1) -> [Position] {
    (0..<Int.random(in: 1...12, using: &random)).map { _ in
      let later = Int.random(in: 0..<series, using: &random)
      return make(
        Bool.random(using: &random) ? .put : .call,
        1900 + 10 * Double(Int.random(in: 0...8, using: &random)),
        Int.random(in: -3...3, using: &random),
        Double(Int.random(in: 0...400, using: &random)) / 20,
        root: later % 2 == 0 ? .spx : .spxw, expiration: expiration.adding(days: 7 * (later / 2)))
    }
  }
}
