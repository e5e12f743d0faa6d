import MarketData
import Quant
import TestSupport
import Testing

/// Findings of many sessions in a few lines: counts, and the worst row of each kind.
@Suite struct ChainFindingsTests {
  private let remedy = "The quotes are used as they are; check them if a figure rests on them."

  private func messages(_ reports: [ChainReport]) -> [String] {
    var findings = ChainFindings()
    for report in reports { findings.add(report) }
    return findings.diagnostics(file: "x.csv").map(\.description)
  }

  private func report(_ chain: ModelChain) throws -> ChainReport {
    try ChainReport(of: chain.quotes, on: chain.date)
  }

  /// A sound chain some days later, with its calls at these strikes moved.
  private func chain(days: Int, moving moves: [(strike: Double, points: Double)] = []) -> ModelChain
  {
    var chain = ModelChain()
    chain.date = chain.date.adding(days: days)
    let strikes = stride(from: 3600.0, through: 4400, by: 25).map { $0 }
    chain.add(.spx, days: 70, forward: 4030, volatility: 0.19, strikes: strikes)
    for move in moves {
      chain.move(.spx, days: 70, strike: move.strike, .call, by: move.points)
    }
    return chain
  }

  @Test func nothingIsSaidOfNoReportsAndOfSoundChains() throws {
    #expect(messages([]).isEmpty)
    #expect(messages([try report(.sound), try report(.sound)]).isEmpty)
    #expect(try ChainFindings(of: [:]).diagnostics(file: "x.csv").isEmpty)
  }

  @Test func oneSessionHasNoCountOfSessions() throws {
    let one = try report(chain(days: 0, moving: [(4000, 5)]))
    #expect(one.parityViolations.count == 1)
    #expect(
      messages([one]) == [
        "x.csv: warning: 1 of 33 pairs of call and put is off parity by more than their half-spreads; "
          + "the worst: 2026-07-10: call and put of SPX 2026-09-18 4000 are 5.00 points off parity, "
          + "their half-spreads are 0.20. \(remedy)"
      ])
  }

  @Test func theWorstOfAllSessionsIsShown() throws {
    let sessions = try [
      chain(days: 0, moving: [(4000, 5)]), chain(days: 3),
      chain(days: 4, moving: [(3975, -6), (4000, 8)]),
    ].map(report)
    #expect(
      messages(sessions) == [
        "x.csv: warning: 3 of 99 pairs of call and put are off parity by more than their "
          + "half-spreads, on 2 of 3 sessions; the worst: 2026-07-14: call and put of SPX 2026-09-22 "
          + "4000 are 8.00 points off parity, their half-spreads are 0.20. \(remedy)"
      ])
  }

  @Test func optionsBidAboveALaterExpirationAreCounted() throws {
    var chain = ModelChain.sound
    for right in OptionRight.allCases {
      for strike in [3700.0, 3725] { chain.move(.spxw, days: 14, strike: strike, right, by: 60) }
    }
    let report = try report(chain)
    #expect(report.calendarViolations.count == 2)
    let said = messages([report])
    #expect(said.count == 1)
    #expect(
      said.first?.hasPrefix(
        "x.csv: warning: 2 options are bid above what the next expiration is offered at; the worst: "
          + "2026-07-10: the put SPXW 2026-07-24 37") == true, "\(said)")
  }

  @Test func seriesWithoutACheckAreOneLineForEachReason() throws {
    var chain = chain(days: 0)
    chain.add(.spxw, days: 14, forward: 4000, volatility: 0.2, strikes: [4000])
    chain.quotes.removeAll { $0.contract.root == .spxw && $0.contract.right == .put }
    let expired = OptionContract(root: .spxw, expiration: chain.date, strike: 4000, right: .call)
    chain.quotes.append(OptionQuote(date: chain.date, contract: expired, bid: 1, ask: 2))
    let findings = try ChainFindings(of: [chain.date: chain.quotes])
    let diagnostics = findings.diagnostics(file: "x.csv")
    #expect(
      diagnostics.map(\.message) == [
        "1 of 3 series is not checked for parity and time, because they had settled at the time of "
          + "the quotes; the first: SPXW 2026-07-10 on 2026-07-10",
        "1 of 3 series is not checked for parity and time, because no strike has two-sided quotes of "
          + "call and put; the first: SPXW 2026-07-24 on 2026-07-10",
      ])
    #expect(diagnostics.allSatisfy { $0.code == .missingValue && $0.action == .kept })
    #expect(diagnostics.allSatisfy { $0.severity == .warning })
  }

  @Test func quotesOfAnySizeGiveAtMostFiveLines() throws {
    var random = SplitMix64(seed: 9)
    let sizes = [0, 0.1, 1, 4000, 1e16, 1e300, .infinity, .nan]
    for _ in 0..<50 {
      let date = CalendarDate(dayNumber: 20_644)
      let quotes = (0..<40).map { _ in
        func pick() -> Double { sizes[Int(random.next() % UInt64(sizes.count))] }
        let contract = OptionContract(
          root: OptionRoot.allCases[Int(random.next() % 3)],
          expiration: date.adding(days: Int(random.next() % 3)), strike: pick(),
          right: random.next() % 2 == 0 ? .call : .put)
        return OptionQuote(date: date, contract: contract, bid: pick(), ask: pick())
      }
      #expect(try ChainFindings(of: [date: quotes]).diagnostics(file: "x").count <= 5)
    }
  }
}
