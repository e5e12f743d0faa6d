import ALVH
import Dispatch
import Quant
import Synchronization
import Testing

@testable import SiteGenerator

@Suite("The example's decisions", .serialized)
struct ExampleDecisionTests {
  @Test("there is a decision for each of the 189 sessions")
  func sessions() {
    let sessions = ExchangeCalendar.nyse.sessions(in: Example.range)
    #expect(Example.range.lowerBound.description == "2015-07-01")
    #expect(Example.range.upperBound.description == "2016-03-31")
    #expect(Example.decisions.map(\.date) == sessions)
    #expect(sessions.count == 189)
  }

  @Test("recomputing on data cut at any session gives the same decisions up to that day")
  func noLookAhead() throws {
    let (engine, history) = try Example.engine()
    let full = Example.decisions
    let wrong = Mutex<[CalendarDate]>([])
    DispatchQueue.concurrentPerform(iterations: full.count) { index in
      let date = full[index].date
      do {
        let cut = try engine.decisions(
          history.prefix(through: date), in: full[0].date...date)
        if cut != Array(full[...index]) { wrong.withLock { $0.append(date) } }
      } catch {
        wrong.withLock { $0.append(date) }
      }
    }
    #expect(wrong.withLock { $0.sorted() } == [])
  }

  @Test("the divergence of May 2015 is active on 17 July and invalidated by volume on 20 July 2015")
  func julyInvalidation() throws {
    let before = try #require(Example.decision("2015-07-17"))
    #expect(before.signals.lead?.reference.description == "2015-05-08")
    #expect(before.signals.lead?.pivot.description == "2015-05-21")
    let day = try #require(Example.decision("2015-07-20"))
    #expect(day.signals.lead == nil)
    #expect(day.signals.ended.map(\.pivot.description) == ["2015-05-21"])
    #expect(day.signals.ended.first?.endReason == .volumeConfirmed)
  }

  @Test("nothing warns of 24 August 2015: no divergence, no hedge")
  func augustMiss() throws {
    let day = try #require(Example.decision("2015-08-24"))
    #expect(day.signals.lead == nil)
    #expect(day.hedge.contracts == 0 && day.orders.isEmpty)
  }

  @Test("divergences become known on 4 December and 4 January, and not a session earlier")
  func winterDivergences() throws {
    let known = Example.decisions.filter { !$0.signals.new.isEmpty }
    #expect(known.map(\.date.description) == ["2015-12-04", "2016-01-04"])
    let december = try #require(Example.decision("2015-12-04")?.signals.new.first)
    #expect(december.reference.description == "2015-11-20")
    #expect(december.pivot.description == "2015-12-01")
    let january = try #require(Example.decision("2016-01-04")?.signals.new.first)
    #expect(january.reference.description == "2015-12-16")
    #expect(january.pivot.description == "2015-12-29")
  }

  @Test("the book is short vega near the seed's example when it is entered in November")
  func bookVega() throws {
    let vega = try #require(
      Example.decision("2015-11-16")?.book?.valuation.vegaDollarsPerVolPoint)
    #expect((-135 ... -105).contains(vega), "\(vega)")
  }

  @Test("layer 1 fits, layer 2 fits, layer 3 meets the drag cap")
  func layersAndTheCap() throws {
    let steps = Example.decisions.filter {
      [.enterLayer1, .addLayer2, .addLayer3].contains($0.step.action)
    }
    #expect(steps.map(\.step.action) == [.enterLayer1, .addLayer2, .addLayer3])
    #expect(steps.map { $0.sizing?.result.status } == [.met, .met, .constrained])
    #expect(steps.last?.sizing?.result.binding == [.drag])
  }

  @Test("a decision survives JSON unchanged")
  func codable() throws {
    let decision = try #require(Example.decision("2016-01-04"))
    #expect(try JSONRoundTrip.of(decision) == decision)
  }
}
