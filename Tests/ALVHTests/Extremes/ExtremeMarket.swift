import ALVH
import Quant
import TestSupport

/// A seeded market, book, profile and plan whose numbers have every size they can have.
///
/// Some of each are ordinary: a session on which everything is extreme has no hedge to value.
struct ExtremeMarket {
  var market: SyntheticMarket
  var profile = SignalHistory.busyProfile
  var plan = StandingPlan()

  /// The first session whose numbers are extreme; those before carry the signals to a divergence.
  static let calmSessions = 39

  /// Histories in which a hedge is held on the last calm session.
  private static let hedgedHistories = [UInt64]([6, 21, 23, 28, 66, 81, 89, 95, 110, 118, 139, 140])
    .map { SyntheticMarket(sessions: 44, seed: $0).thinned() }

  /// Creates a market; a calm one is ordinary to the end.
  init(seed: UInt64, isCalm: Bool = false) {
    var random = SplitMix64(seed: seed)
    let histories = Self.hedgedHistories
    market = histories[Int(seed % UInt64(histories.count))]
    profile.engine.requireAlignment = false
    guard !isCalm else { return }
    setParameters(&random)
    setBook(&random)
    for index in market.history.bars.indices.dropFirst(Self.calmSessions) {
      setSession(index, &random)
    }
  }

  private mutating func setParameters(_ random: inout SplitMix64) {
    market.account.navDollars = Self.rare(&random, 1e5...1e6)
    market.account.rate = Self.rareSigned(&random, 0...0.04)
    market.account.dividendYield = Self.rareSigned(&random, 0...0.04)
    profile.sizing.commission = Self.rare(&random, 0...1)
    profile.sizing.dragLimit = Self.rare(&random, 0.001...0.01)
    profile.sizing.maxDelta = Self.rare(&random, 0.4...1)
    profile.sizing.minDelta = 0
    profile.sizing.maxDays = [45, 45, .max].randomElement(using: &random) ?? 45
    profile.sizing.reviewDays = Self.count(&random, or: 14)
    profile.sizing.maxContracts = Int.random(in: 0...40, using: &random)
    profile.model.vixElasticity = Self.rareSigned(&random, -6...0)
    profile.model.beta.base = Self.rare(&random, 0.3...1)
    plan.model = profile.model
    plan.commission = profile.sizing.commission
    plan.reviewDays = profile.sizing.reviewDays
    plan.tenorToleranceDays = .max
    plan.bookSize = Self.rare(&random, 0...1)
    plan.gates = [BookGate(fromVIX: 0, size: Self.rare(&random, 0...1))]
    plan.layers = [
      StandingLayer(
        instrument: .vixCall, tenor: .days(Self.count(&random, or: 40)), strike: .delta(0.3),
        quantity: .contracts(Self.count(&random, or: 4), perCondors: Self.count(&random, or: 4)),
        rollDays: 20),
      StandingLayer(
        instrument: .indexPut, tenor: .daysAfterBook(Self.count(&random, or: 0)),
        strike: .pointsAboveFuture(random.signed()),
        quantity: .premiumShareOfNAV(Self.rare(&random, 0...0.1)), rollDays: 1),
      StandingLayer(
        instrument: .vixCall, tenor: .days(40),
        strike: .fractionAboveSpot(Self.rareSigned(&random, 0...1)),
        quantity: .shareOfHedgeNotional(Self.rare(&random, 0...1), hedgeNotional: 0.02),
        rollDays: Self.count(&random, or: 10)),
    ]
  }

  /// An ordinary number, now and then one of any size: extremes everywhere would leave no hedge.
  private static func rare(_ random: inout SplitMix64, _ ordinary: ClosedRange<Double>) -> Double {
    random.uniform(0...1) < 0.15 ? random.anyMagnitude() : random.uniform(ordinary)
  }

  /// The same with either sign.
  private static func rareSigned(
    _ random: inout SplitMix64, _ ordinary: ClosedRange<Double>
  ) -> Double {
    guard random.uniform(0...1) < 0.15 else { return random.uniform(ordinary) }
    return Bool.random(using: &random) ? random.anyMagnitude() : -random.anyMagnitude()
  }

  /// Now and then a whole number at an end of its range.
  static func count(_ random: inout SplitMix64, or ordinary: Int) -> Int {
    [ordinary, ordinary, ordinary, .max, .min, 0, -1].randomElement(using: &random) ?? ordinary
  }

  /// Strikes, quantities and prices of the book, and strikes of its quotes.
  private mutating func setBook(_ random: inout SplitMix64) {
    guard var snapshot = market.account.snapshots.first else { return }
    let size = Bool.random(using: &random) ? 1 : abs(random.quantity())
    let scale = Self.rare(&random, 1...1)
    for index in snapshot.positions.indices {
      let old = snapshot.positions[index].contract
      var new = old
      new.strike = min(max(old.strike * scale, .leastNonzeroMagnitude), .greatestFiniteMagnitude)
      snapshot.positions[index].contract = new
      snapshot.positions[index].quantity *= max(size / 4, 1)
      if random.uniform(0...1) < 0.04 {
        snapshot.positions[index].quantity = Self.count(&random, or: 4)
      }
      snapshot.positions[index].entryPrice = Self.rare(&random, 0...20)
      for date in market.history.indexOptions.keys {
        for row in market.history.indexOptions[date]?.indices ?? 0..<0
        where market.history.indexOptions[date]?[row].contract == old {
          market.history.indexOptions[date]?[row].contract = new
        }
      }
    }
    market.account.snapshots = [snapshot]
  }

  private mutating func setSession(_ index: Int, _ random: inout SplitMix64) {
    let bar = market.history.bars[index]
    market.history.bars[index].volume = Self.rare(&random, 2e9...5e9)
    if random.uniform(0...1) < 0.15 { market.history.bars[index].close = random.anyMagnitude() }
    if random.uniform(0...1) < 0.3 { market.history.vix[index].value = random.anyMagnitude() }
    for row in market.history.futures[bar.date]?.indices ?? 0..<0
    where random.uniform(0...1) < 0.2 {
      market.history.futures[bar.date]?[row].settle = random.anyMagnitude()
    }
    market.history.vixOptions[bar.date]?.setPrices(&random)
    market.history.indexOptions[bar.date]?.setPrices(&random)
  }
}

extension SyntheticMarket {
  /// The market with fewer quotes, so that two hundred of them stay quick.
  fileprivate func thinned() -> SyntheticMarket {
    var market = self
    for bar in history.bars {
      let nearest = history.futures[bar.date]?.prefix(2).map(\.expiration) ?? []
      market.history.vixOptions[bar.date]?.removeAll {
        !nearest.contains($0.contract.expiration) || Int($0.contract.strike) % 2 != 0
      }
    }
    return market
  }
}

extension [OptionQuote] {
  /// Gives one quote in three a bid of any size, with an ask near enough to be usable.
  fileprivate mutating func setPrices(_ random: inout SplitMix64) {
    for index in indices where random.uniform(0...1) < 0.33 {
      self[index].bid = random.anyMagnitude() / 2
      self[index].ask = self[index].bid * random.uniform(1...1.4)
    }
  }
}

extension SplitMix64 {
  /// A positive number of any size, one in two within a factor of 100 of the greatest.
  mutating func anyMagnitude() -> Double {
    Bool.random(using: &self)
      ? magnitude() : .greatestFiniteMagnitude * uniform(0.01...1)
  }
}
