import Quant
import TestSupport
import Testing

@Suite struct VolatilityBetaSampleTests {
  // A Monday.
  private let start = CalendarDate(dayNumber: 16_804)

  private func close(_ day: Int, _ value: Double) -> DatedValue {
    DatedValue(date: start.adding(days: day), value: value)
  }

  private func settlement(_ day: Int, expires: Int, _ settle: Double) -> FuturesSettlement {
    FuturesSettlement(
      date: start.adding(days: day), expiration: start.adding(days: expires), settle: settle)
  }

  private func moves(
    _ settlements: [FuturesSettlement], _ vix: [DatedValue], through day: Int = 100,
    sessionsPerMove: Int = 1
  ) throws -> [VolatilityBetaObservation] {
    try VolatilityBetaSample(
      settlements: settlements, vix: vix, through: start.adding(days: day),
      sessionsPerMove: sessionsPerMove
    ).observations
  }

  private func move(_ days: Int, _ spot: Double, _ future: Double) -> VolatilityBetaObservation {
    VolatilityBetaObservation(days: days, spotChange: spot, futureChange: future)
  }

  @Test func differencesStayInTheContractAndCountDaysFromTheirStart() throws {
    let settlements = [
      settlement(1, expires: 30, 18), settlement(0, expires: 30, 17),
      settlement(0, expires: 60, 19), settlement(1, expires: 60, 19.5),
    ]
    #expect(
      try moves(settlements, [close(0, 15), close(1, 17)]) == [move(30, 2, 1), move(60, 2, 0.5)])
  }

  @Test func theFinalSettlementIsNotADifference() throws {
    // The contract of day 2 settles there; the next contract carries on.
    let settlements = [
      settlement(0, expires: 2, 16), settlement(1, expires: 2, 16.5), settlement(2, expires: 2, 19),
      settlement(1, expires: 30, 17), settlement(2, expires: 30, 18),
    ]
    let vix = [close(0, 15), close(1, 16), close(2, 18)]
    #expect(try moves(settlements, vix) == [move(2, 1, 0.5), move(29, 2, 1)])
  }

  @Test func gapsBeyondFiveDaysAndMissingRowsGiveNoDifference() throws {
    let four = [0, 5, 11, 12].map { settlement($0, expires: 40, 16 + Double($0)) }
    let closes = [0, 5, 11, 12].map { close($0, 15 + Double($0)) }
    #expect(try moves(four, closes) == [move(40, 5, 5), move(29, 1, 1)])
    // Day 5 without a VIX close, then without a settlement: no difference spans it.
    let days = [3, 5, 7]
    let rows = days.map { settlement($0, expires: 40, 20) }
    let vix = days.map { close($0, 15) }
    #expect(try moves(rows, vix).count == 2)
    #expect(try moves(rows, [vix[0], vix[2]]).isEmpty)
    #expect(try moves([rows[0], rows[2]], vix).isEmpty)
  }

  @Test func movesOfSeveralSessionsDoNotOverlap() throws {
    let days = Array(0..<7)
    let rows = days.map { settlement($0, expires: 40, 20 + Double($0 * $0)) }
    let vix = days.map { close($0, 15 + Double($0)) }
    #expect(
      try moves(rows, vix, sessionsPerMove: 3) == [move(40, 3, 9), move(37, 3, 27)])
    #expect(
      try moves(rows, vix, sessionsPerMove: 2)
        == [move(40, 2, 4), move(38, 2, 12), move(36, 2, 20)])
    // Six calendar days are one too many for one session, but not for two.
    let spread = [0, 2, 6].map { settlement($0, expires: 40, 20) }
    let closes = [0, 2, 6].map { close($0, 15) }
    #expect(try moves(spread, closes, sessionsPerMove: 2).count == 1)
  }

  @Test func emptyAndSingleRowsGiveNoMoves() throws {
    #expect(try moves([], []).isEmpty)
    #expect(try moves([settlement(0, expires: 20, 16)], [close(0, 15)]).isEmpty)
    #expect(try moves([], [close(0, 15), close(1, 16)]).isEmpty)
  }

  @Test func laterRowsChangeNothing() throws {
    var random = SplitMix64(seed: 31)
    var settlements: [FuturesSettlement] = []
    var vix: [DatedValue] = []
    for day in 0..<120 where day % 7 < 5 && random.uniform(0...1) > 0.05 {
      let session = start.adding(days: day)
      let late = random.uniform(0...1) > 0.8
      vix.append(
        DatedValue(
          date: session, value: random.uniform(10...40),
          known: late ? session.adding(days: 2) : nil))
      for month in 0..<6 where random.uniform(0...1) > 0.05 {
        settlements.append(
          settlement(day, expires: 16 + 28 * month, random.uniform(12...35)))
      }
    }
    let known = { (date: CalendarDate) in
      (settlements.filter { $0.date <= date }, vix.filter { $0.known <= date })
    }
    for day in 0..<120 {
      for span in 1...3 {
        let (pastSettlements, pastVIX) = known(start.adding(days: day))
        #expect(
          try moves(settlements, vix, through: day, sessionsPerMove: span)
            == moves(pastSettlements, pastVIX, through: 1000, sessionsPerMove: span),
          "day \(day), span \(span)")
      }
    }
    // Not even an invalid later row is read.
    let broken = settlements + [settlement(119, expires: 200, .nan)]
    #expect(try moves(broken, vix, through: 50) == moves(settlements, vix, through: 50))
  }

  @Test func historyGivesTheSameMoves() throws {
    let settlements = [settlement(0, expires: 30, 17), settlement(1, expires: 30, 18)]
    var history = MarketHistory()
    history.vix = [close(0, 15), close(1, 17)]
    history.futures = Dictionary(grouping: settlements, by: \.date)
    let sample = try VolatilityBetaSample(history: history, through: start.adding(days: 1))
    #expect(sample.observations == [move(30, 2, 1)] && sample.sessionsPerMove == 1)
    #expect(try VolatilityBetaSample(history: history, through: start).observations.isEmpty)
  }

  @Test func invalidRowsAreNamed() {
    let row = settlement(0, expires: 30, 17)
    let vix = [close(0, 15), close(1, 16)]
    #expect(throws: SeriesError.parameterOutOfRange(name: "sessionsPerMove")) {
      try moves([row], vix, sessionsPerMove: 4)
    }
    #expect(throws: SeriesError.nonPositivePrice(index: 1)) {
      try moves([row, settlement(1, expires: 30, 0)], vix)
    }
    #expect(throws: SeriesError.nonFinite(index: 0)) { try moves([row], [close(0, .infinity)]) }
    #expect(throws: SeriesError.duplicateDate(index: 1)) { try moves([row, row], vix) }
    #expect(throws: SeriesError.duplicateDate(index: 1)) { try moves([row], [vix[0], vix[0]]) }
    #expect(throws: SeriesError.unsortedDates(index: 1)) { try moves([row], [vix[1], vix[0]]) }
  }
}
