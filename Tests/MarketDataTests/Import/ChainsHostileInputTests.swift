import MarketData
import Quant
import TestSupport
import Testing

@Suite struct ChainsHostileInputTests {
  private static let kinds: [FileKind] = [
    .cboeDelayedQuotes, .dataShopQuotes, .historicalOptionData,
  ]

  private static let delayed = DelayedChain.text([
    DelayedChain.row(), DelayedChain.row(strike: 4010, call: "0,0,0,0"),
    DelayedChain.row("Fri Dec 18 2026", symbol: "SPX261218", strike: 4020, put: "9,8,0,12"),
    DelayedChain.row(symbol: "XSP260717", strike: 402), DelayedChain.row(),
  ])

  /// Texts between which mutations cut and paste.
  private static let pieces = [
    "\"", ",", "\n", "\r", "0", "-", "1e999", "0x10", "\u{0}", "é", "99999999999999999999",
    "SPXW260717C99999999", "SPXW991231P00000000", "Sat Jan 01 2000", "0001-01-01", ",,,,,,,,",
    "Strike", "Date: ", "Date: January 1, 2000, 1:00 AM EST", "Expiration Date", "Calls", "bid_eod",
  ]

  /// The lines with a row that was skipped or rejected.
  private func lostLines(_ reading: FileReading, after header: Int) -> Int {
    let lost = reading.problems.filter { problem in
      (problem.action == .skipped || problem.action == .rejected)
        && problem.location.line.map { $0 > header } ?? false
    }
    return Set(lost.compactMap(\.location.line)).count
  }

  @Test func everyRowIsCountedOnce() throws {
    let reading = try recognised(Self.delayed)
    #expect(reading.rowCount == 3)
    #expect(lostLines(reading, after: 4) == 2)
  }

  @Test func rowsAreCountedOnceWhateverTheirNumbers() throws {
    var random = SplitMix64(seed: 41)
    let quotes = ["0", "", "1.5", "2", "-1", "x", "--", "1e400"]
    let symbols = ["SPXW260717", "SPX260717", "VIX260715", "XSP260717", "SPXW26"]
    for _ in 0..<100 {
      let rows = (0..<20).map { _ in
        func pick(_ texts: [String]) -> String { texts[Int(random.next() % UInt64(texts.count))] }
        return DelayedChain.row(
          pick(["Fri Jul 17 2026", "2026-07-15", "?"]), symbol: pick(symbols),
          strike: Double(10 + random.next() % 6),
          call: "\(pick(quotes)),\(pick(quotes)),\(pick(quotes)),0.2",
          put: "\(pick(quotes)),\(pick(quotes)),3,\(pick(quotes))")
      }
      let reading = try recognised(DelayedChain.text(rows))
      #expect(reading.rowCount + lostLines(reading, after: 4) == rows.count)
      #expect(reading.quotes.allSatisfy { $0.quote.bid >= 0 && $0.quote.ask >= $0.quote.bid })
      #expect(reading.quotes.allSatisfy { $0.quote.ask > 0 && $0.quote.ask.isFinite })
      let keys = reading.quotes.map(\.quote.contract)
      #expect(Set(keys).count == keys.count)
    }
  }

  @Test func mutatedFilesDoNotTrap() throws {
    var random = SplitMix64(seed: 42)
    let original = bytes(Self.delayed)
    for _ in 0..<700 {
      var mutated = original
      for _ in 0..<(1 + random.next() % 6) {
        let place = Int(random.next() % UInt64(mutated.count))
        switch random.next() % 4 {
        case 0: mutated[place] = UInt8(truncatingIfNeeded: random.next())
        case 1 where mutated.count > 20:
          mutated.removeSubrange(place..<min(mutated.count, place + 9))
        case 2: mutated.removeLast(mutated.count - max(1, place))
        default:
          let piece = Self.pieces[Int(random.next() % UInt64(Self.pieces.count))]
          mutated.insert(contentsOf: piece.utf8, at: place)
        }
      }
      for kind in Self.kinds {
        let reading = try FileRecogniser.read(mutated, file: "x.csv", kind: kind)
        #expect(reading.problems.allSatisfy { !$0.remedy.isEmpty })
      }
    }
  }

  @Test func aRowOfManyFieldsIsOneFault() throws {
    let text = DelayedChain.text([DelayedChain.row() + String(repeating: ",1", count: 200_000)])
    let problems = try recognised(text).problems
    #expect(problems.count <= 2)
    #expect(problems.contains { $0.code == .limitExceeded })
  }

  @Test func aGivenDateMayBeAnyDate() throws {
    let text = DelayedChain.text(
      [DelayedChain.row()], lines: [DelayedChain.lines[1], DelayedChain.columns])
    for day in [-800_000, -719_162, 0, 20_000, 2_932_896, 5_000_000] {
      let context = ReadingContext(quoteDate: CalendarDate(dayNumber: day))
      #expect(try recognised(text, context: context).problems.count >= 1)
    }
  }

  @Test func filesOfOtherKindsAreNotChains() throws {
    for text in ["", "a,b\n1,2\n", "date,value\n2026-07-10,1\n"] {
      let kind = FileRecogniser.kind(of: bytes(text))
      #expect(kind.map(Self.kinds.contains) != true)
    }
  }
}
