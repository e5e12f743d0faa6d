import Testing

@testable import ProseChecks

@Suite struct LiteralTests {
  private func found(_ text: String) throws -> [String] {
    try LiteralCheck(SampleTable.table()).findings(in: MaskedProse(text)).map {
      "\($0.line):\($0.column) \($0.message)"
    }
  }

  @Test(arguments: [
    ("The VIX closed at 18.02.", "1:19 18.02 looks like `vix.close`, which is 18.20"),
    ("The VIX closed at 18.21, calm.", "1:19 18.21 looks like `vix.close`, which is 18.20"),
    ("So\nVIX is at 18.45 now.", "2:11 18.45 looks like `vix.close`, which is 18.20"),
    ("It ended at 2 012.96 tonight.", "1:13 2 012.96 looks like `spx.close`, which is 2 012.66"),
    ("The S&P 500 moved +1.53 %.", "1:19 +1.53 % looks like `spx.change`, which is −1.53 %"),
    ("The index fell 1.35 %.", "1:16 1.35 % looks like `spx.change`, which is −1.53 %"),
    (
      "Net vega is −$121.", "1:13 −$121 looks like `book.netVega`, which is −$120 per vol point"
    ),
  ])
  func slipsAreReportedWithBothNumbers(text: String, expected: String) throws {
    #expect(try found(text) == [expected])
  }

  @Test(arguments: [
    "The VIX closed at 18.20.", "The VIX closed at 19.10.", "VIX was 18.02 on 3 March.",
    "VIX was 18.02 yesterday.", "VIX at {{ vix.close }} is below 18.45.", "Oil cost 18.02.",
    "VIX `18.02`", "“VIX 18.02”", "VIX rose $18.02.", "VIX rose 18.02 %.", "VIX 18.020.",
    "VIX at 18.", "VIX at {{ literal: 18.02 }}.", "The index fell 1.53 %.", "At 16:15 VIX fell.",
    "VIX fell 18.02th.", "",
  ])
  func otherNumbersAreNot(text: String) throws {
    #expect(try found(text).isEmpty)
  }

  @Test func aPageWithoutValuesHasNoSuspects() {
    #expect(LiteralCheck(ValueTable()).findings(in: MaskedProse("VIX 18.02")).isEmpty)
  }

  @Test(arguments: [
    ("18.20", "18.02", true), ("18.20", "18.21", true), ("18.20", "81.20", true),
    ("18.20", "18.20", false), ("18.20", "18.2", false), ("18.20", "19.21", false),
    ("18.20", "20.18", false),
  ])
  func oneSlipPartsNumbers(one: String, other: String, expected: Bool) {
    #expect(OneSlip.parts(Array(one.utf8), Array(other.utf8)) == expected)
  }
}
