import ExampleMarket
import Quant
import Testing

/// The prices show what the example is for (README): layers 1 and 2 fit the drag cap, 3 does not.
@Suite struct HedgeDragTests {
  private static let cap = 0.0015 * 150_000

  private func measured() throws -> ModelMeasurement {
    ModelMeasurement(
      try ExampleContent.model.get(), history: try ExampleContent.history(),
      dragIn: day("2015-12-01")...day("2016-01-29"))
  }

  @Test func everySessionHasACandidate() throws {
    let sessions = ExchangeCalendar.nyse.sessions(in: day("2015-12-01")...day("2016-01-29"))
    #expect(try measured().drag.map(\.date) == sessions)
  }

  @Test func dragPerDollarOfExposureIsInTheStatedRange() throws {
    let drag = try measured().drag
    let cheapest = drag.map(\.cheapest.ratio).sorted()
    let quarter = drag.map(\.quarterDelta.ratio).sorted()
    #expect((1.8...3.5).contains(cheapest[0]) && (1.8...3.5).contains(cheapest[cheapest.count - 1]))
    #expect((2.6...3.0).contains(cheapest[cheapest.count / 2]))
    #expect((3.0...3.5).contains(quarter[quarter.count / 2]))
  }

  @Test func layers1And2FitTheCapAndLayer3MostlyDoesNot() throws {
    let ratios = try measured().drag.map(\.cheapest.ratio)
    #expect(ratios.allSatisfy { $0 * 60 <= Self.cap })
    #expect(ratios.count { $0 * 90 > Self.cap } * 10 >= ratios.count * 9)
  }

  @Test func bookVegaAtEntryIsInTheStatedRange() throws {
    for entry in try measured().entries {
      #expect((-200 ... -80).contains(entry.vegaDollarsPerVolPoint))
      #expect((1.8...2.6).contains(entry.credit))
    }
  }
}
