import ALVH
import DecisionArchive
import Quant
import Testing

/// What a session's digest covers: every input known at its close, and no other.
struct SnapshotDigestTests {
  typealias Change = @Sendable (inout DigestedDays) throws -> Void

  /// A change of one field of one row that becomes known on the third session.
  static let changes: [(name: String, change: Change)] = [
    ("bar, open", { $0.history.bars[2].open = 2001 }),
    ("bar, high", { $0.history.bars[2].high = 2011 }),
    ("bar, low", { $0.history.bars[2].low = 1989 }),
    ("bar, close", { $0.history.bars[2].close = 2005.01 }),
    ("bar, volume", { $0.history.bars[2].volume = nil }),
    ("VIX, value", { $0.history.vix[0].value = 20.58 }),
    ("VIX, date", { $0.history.vix[0].date = DigestedDays.sessions[1] }),
    ("VX, settlement", { $0.history.futures[DigestedDays.third]?[0].settle = 20.45 }),
    (
      "VX, expiration",
      {
        $0.history.futures[DigestedDays.third]?[0].expiration = DigestedDays.date(2016, 2, 17)
      }
    ),
    ("VIX option, bid", { $0.history.vixOptions[DigestedDays.third]?[0].bid = 1.15 }),
    ("VIX option, ask", { $0.history.vixOptions[DigestedDays.third]?[0].ask = 1.35 }),
    ("SPX option, strike", { $0.history.indexOptions[DigestedDays.third]?[0].contract.strike = 1 }),
    ("breadth, advances", { $0.history.breadth[0].advances = 701 }),
    ("breadth, declines", { $0.history.breadth[0].declines = 2401 }),
    ("exchange rate", { $0.history.realEffectiveExchangeRate[0].value = 115.3 }),
    ("cap-weighted index", { $0.history.capWeightedIndex[0].value = 198.9 }),
    ("equal-weighted index", { $0.history.equalWeightedIndex[0].value = 75.2 }),
    (
      "rate subtracted from",
      {
        $0.history.minuendRate = try RateSeries(
          name: "DGS10", frequency: .daily,
          values: [DatedValue(date: DigestedDays.third, value: 2.19)])
      }
    ),
    (
      "rate subtracted",
      {
        $0.history.subtrahendRate = try RateSeries(
          name: "DGS2", frequency: .daily,
          values: [DatedValue(date: DigestedDays.third, value: 2.19)])
      }
    ),
    ("company, sector", { $0.history.fundamentals[0].sector = "Materials" }),
    ("company, price", { $0.history.fundamentals[0].price = nil }),
    ("company, shares", { $0.history.fundamentals[0].shares = 6 }),
    ("company, cash flow", { $0.history.fundamentals[0].operatingCashFlow = -2 }),
    ("company, P/E", { $0.history.fundamentals[0].priceToEarnings = 12 }),
    ("release, first print", { $0.history.releases[0].actual = 0.6 }),
    ("release, consensus", { $0.history.releases[0].consensus = nil }),
    ("position, quantity", { $0.account.snapshots[0].positions[0].quantity = -5 }),
    ("position, entry price", { $0.account.snapshots[0].positions[0].entryPrice = 12.55 }),
    (
      "position, entry date",
      { $0.account.snapshots[0].positions[0].entryDate = DigestedDays.sessions[0] }
    ),
    ("book closed", { $0.account.snapshots[0].positions = [] }),
    ("no book", { $0.account.snapshots = [] }),
    ("option outside the book", { $0.account.outside = [:] }),
    (
      "expiration outside the book",
      {
        $0.account.outside[DigestedDays.third] = [
          OptionOutsideBook(expiration: DigestedDays.date(2016, 1, 15))
        ]
      }
    ),
  ]

  @Test(arguments: changes.map(\.name))
  func aChangedRowChangesItsSessionAndLaterOnes(name: String) throws {
    let before = try DigestedDays()
    var after = before
    try Self.changes.first { $0.name == name }?.change(&after)
    expect(before, after, differFrom: 2)
  }

  /// What holds throughout, and what is announced long before, changes every session.
  static let standing: [(name: String, change: Change)] = [
    ("net asset value", { $0.account.navDollars = 160_000 }),
    ("rate", { $0.account.rate = 0.011 }),
    ("dividend yield", { $0.account.dividendYield = 0.021 }),
    ("provenance of option quotes", { $0.history.provenance.vixOptions = .modelled }),
    ("provenance of bars", { $0.history.provenance.bars = .derived }),
    ("volume source", { $0.history.volumeSource = .fund }),
    ("policy event, kind", { $0.history.policy[0].kind = .statement }),
    ("policy event, date", { $0.history.policy[0].date = DigestedDays.sessions[4] }),
    ("release, time", { $0.history.releases[0].releaseTime = "10:00" }),
    ("release, period", { $0.history.releases[0].period = "2015-11" }),
    (
      "rate's name",
      {
        $0.history.minuendRate = try RateSeries(
          name: "DGS30", frequency: .daily,
          values: [DatedValue(date: DigestedDays.third, value: 2.18)])
      }
    ),
  ]

  @Test(arguments: standing.map(\.name))
  func aTermOrAScheduledDateChangesEverySession(name: String) throws {
    let before = try DigestedDays()
    var after = before
    try Self.standing.first { $0.name == name }?.change(&after)
    expect(before, after, differFrom: 0)
  }

  @Test func anEventMoreThanAQuarterAheadIsNotPartOfASession() throws {
    let before = try DigestedDays()
    var after = before
    // 92 days before 2016-04-08 is 2016-01-07, the fourth session.
    after.history.policy.append(
      PolicyEvent(date: DigestedDays.date(2016, 4, 8), kind: .statement))
    expect(before, after, differFrom: 3)
  }

  @Test func aHistoryCutAtASessionHasTheSameDigestsUpToIt() throws {
    let days = try DigestedDays()
    let whole = SnapshotDigest.bySession(days.history, account: days.account)
    for session in DigestedDays.sessions {
      let cut = SnapshotDigest.bySession(
        days.history.prefix(through: session), account: days.account)
      #expect(cut.count == DigestedDays.sessions.count { $0 <= session })
      for (date, digest) in cut { #expect(digest == whole[date], "\(date) of \(session)") }
    }
  }

  @Test func theOrderOfADaysRowsIsNotPartOfTheDigest() throws {
    var days = try DigestedDays()
    let other = OptionQuote(date: DigestedDays.third, contract: DigestedDays.put, bid: 1, ask: 2)
    days.history.vixOptions[DigestedDays.third]?.append(other)
    let before = days
    days.history.vixOptions[DigestedDays.third]?.reverse()
    expect(before, days, differFrom: 5)
  }

  @Test func textCannotBeTakenForFieldsOrRows() throws {
    var first = try DigestedDays()
    var second = first
    first.history.fundamentals[0].ticker = "A,B"
    first.history.fundamentals[0].sector = "C"
    second.history.fundamentals[0].ticker = "A"
    second.history.fundamentals[0].sector = "B,C"
    expect(first, second, differFrom: 2)
  }

  @Test func theShortFormIsTwoGroupsOfFour() throws {
    let days = try DigestedDays()
    let digest = try #require(
      SnapshotDigest.bySession(days.history, account: days.account)[DigestedDays.third])
    #expect(digest.hexadecimal.count == 64)
    #expect(digest.short.split(separator: " ").map(\.count) == [4, 4])
    #expect(digest.hexadecimal.hasPrefix(digest.short.filter { $0 != " " }))
  }

  /// Sessions before `index` have equal digests, those from it on have not.
  private func expect(
    _ before: DigestedDays, _ after: DigestedDays, differFrom index: Int,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let old = SnapshotDigest.bySession(before.history, account: before.account)
    let new = SnapshotDigest.bySession(after.history, account: after.account)
    for (position, date) in DigestedDays.sessions.enumerated() {
      #expect(
        (old[date] != new[date]) == (position >= index), "\(date)", sourceLocation: sourceLocation)
    }
  }
}
