import ExampleMarket
import Quant
import Testing

@Suite struct FuturesCurveModelTests {
  @Test func curveStartsAtSpotVIX() {
    #expect(FuturesCurveModel(state(vix: 17.3)).price(days: 0) == 17.3)
  }

  @Test func settlementsAreOnTheTickGrid() {
    for days in 1...240 {
      let settle = FuturesCurveModel(state(vix: 23.17)).settlement(days: days)
      #expect(abs(settle * 40 - (settle * 40).rounded()) < 1e-9)
      #expect(abs(settle - FuturesCurveModel(state(vix: 23.17)).price(days: Double(days))) < 0.0126)
    }
  }

  @Test func everySessionHasTheNextEightContracts() throws {
    let futures = try ExampleContent.model.get().futures
    let sessions = ExchangeCalendar.nyse.sessions(in: ModelPeriod.futures)
    #expect(futures.count == 8 * sessions.count)
    let byDate = Dictionary(grouping: futures, by: \.date)
    for session in sessions {
      let expirations = (byDate[session] ?? []).map(\.expiration)
      #expect(expirations == ContractCalendar.cboe.vixExpirations(after: session, count: 8))
    }
  }

  @Test(arguments: [
    ("2015-07-17", 1.0), ("2015-07-29", 1), ("2015-08-11", 1), ("2015-11-06", 1),
    ("2016-03-18", 1), ("2015-08-24", -1), ("2015-09-01", -1), ("2016-01-08", -1),
    ("2016-01-20", -1), ("2016-02-11", -1),
  ])
  func calmDaysAreInContangoAndFallsInBackwardation(date: String, sign: Double) throws {
    let contracts = try ExampleContent.model.get().futures.filter { $0.date == day(date) }
    #expect((contracts[1].settle - contracts[0].settle) * sign > 0)
  }
}
