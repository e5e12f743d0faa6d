import Testing

@testable import ProseChecks

@Suite struct ConditionTests {
  private func holds(_ text: String) throws -> Bool {
    try Condition(text).verdict(SampleTable.table()).holds
  }

  @Test(arguments: [
    "vix.close < 20", "vix.close ≤ 18.2", "vix.close = 18.20", "vix.close is 18.2",
    "vix.close != 18.21", "vix.close is not 19", "vix.close ≠ 19", "vix.close > 18",
    "vix.close >= 18.20", "vix.close ≥ 18 and vix.close < 19", "20 > vix.close",
    "vix.close between 18 and 18.2", "vix.close is between 18.2 and 19",
    "vix.close is not between 19 and 20", "not vix.close > 20",
    "vix.close > 20 or stage is 1", "vix.close fell", "rv21 unchanged", "rv21 is unchanged",
    "not vix.close rose", "vix.close < vix.close.previous", "vix.close > rv21",
    "spx.close > 2 000", "spx.close > 2,000", "spx.close > 2\u{202F}000", "spx.change < 0",
    "spx.change < −1 %", "spx.change > -2%", "book.netVega < -$100", "book.netVega = −$120",
    "drag.cap = $225", "basis.front > 0.5", "basis.front > 0.5 points",
    "divergence.pivot is 1 December 2015", "divergence.pivot < 2015-12-04",
    "stage is 1", "stage is \"layer 1\"", "stage is “Layer 1”", "profile is \"seed-obv\"",
    "profile is not \"other\"", "(vix.close > 20 or stage is 1) and hedge.contracts = 7",
    "hedge.contracts = 7 contracts",
  ])
  func whatIsSoHolds(condition: String) throws {
    #expect(try holds(condition), "\(condition)")
  }

  @Test(arguments: [
    "vix.close > 20", "vix.close = 18", "vix.close rose", "vix.close unchanged", "rv21 fell",
    "vix.close between 18.21 and 19", "stage is 2", "stage is not 1", "spx.change > 0",
    "vix.close > 20 and stage is 1", "vix.close > 20 or stage is 2", "not stage is 1",
    "divergence.pivot is 2 December 2015", "profile is \"seed\"", "book.netVega > −$100",
  ])
  func whatIsNotSoDoesNot(condition: String) throws {
    #expect(try !holds(condition), "\(condition)")
  }

  /// `and` binds more strongly than `or`, and `not` more strongly than both.
  @Test func theOrderOfStrengthIsNotAndOr() throws {
    #expect(try holds("stage is 1 or stage is 1 and stage is 2"))
    #expect(try !holds("(stage is 1 or stage is 1) and stage is 2"))
    #expect(try holds("not stage is 2 and stage is 1"))
  }

  /// What prints alike is equal, and rounding never contradicts a comparison.
  @Test(arguments: [
    (20.004, "20.00", 0), (19.996, "20.00", 0), (20.006, "20.01", 1), (19.99, "19.99", -1),
  ])
  func valuesShownAlikeAreEqual(exact: Double, text: String, order: Int) throws {
    let table = ValueTable([SampleTable.vix(text, exact)])
    #expect(try Condition("vix.close > 20").verdict(table).holds == (order > 0))
    #expect(try Condition("vix.close = 20").verdict(table).holds == (order == 0))
    #expect(try Condition("vix.close < 20").verdict(table).holds == (order < 0))
  }

  @Test func anOrderThatRoundingTurnsRoundCountsAsEqual() throws {
    let table = ValueTable([
      SampleTable.number("a", "20", 20.04, decimals: 0),
      SampleTable.number("b", "20.03", 20.03, decimals: 2),
    ])
    #expect(try Condition("a = b").verdict(table).holds)
    #expect(try !Condition("a > b").verdict(table).holds)
    #expect(try !Condition("a < b").verdict(table).holds)
  }

  @Test(arguments: [
    ("", 0, "the condition is empty"),
    ("vix.close", 9, "the condition does not say what it compares with"),
    ("vix.close >", 11, "a value is missing in the condition"),
    ("vix.close > > 2", 12, "a value is missing in the condition"),
    ("vix.close is 1 2", 15, "the condition goes on behind its end"),
    ("(stage is 1", 11, "a parenthesis is not closed"),
    ("stage is \"one", 9, "the quotation mark is not closed"),
    ("stage is 1 & stage is 1", 11, "`&` has no meaning in a condition"),
    ("vix.close between 1", 19, "`between` has only one end"),
    ("vix.close > $", 12, "a number is missing behind `$`"),
    ("vix.clsoe > 20", 0, "unknown value `vix.clsoe`"),
    ("stage is 1 and vix.clsoe > 20", 15, "unknown value `vix.clsoe`"),
    ("vix.close > zzz", 12, "unknown value `zzz`"),
    ("1 > 2", 0, "the condition compares fixed values with each other"),
    ("20 rose", 0, "only a value of the day can rise, fall or stay"),
    ("hedge.contracts rose", 0, "`hedge.contracts` has no value on the session before"),
    (
      "drag.cap > basis.front", 11,
      "`drag.cap`, in dollars, and `basis.front`, in points, cannot be compared"
    ),
    (
      "drag.cap > 200", 11,
      "`drag.cap`, in dollars, and 200, a plain number, cannot be compared"
    ),
    (
      "drag.cap < book.netVega", 11,
      "`drag.cap`, in dollars, and `book.netVega`, in dollars per vol point, cannot be compared"
    ),
    ("spx.change < 2", 13, "`spx.change`, in percent, and 2, a plain number, cannot be compared"),
    (
      "vix.close > $20", 12,
      "`vix.close`, in volatility points, and $20, in dollars, cannot be compared"
    ),
    (
      "divergence.pivot > 3", 19,
      "`divergence.pivot` (a date) cannot be compared with 3 (a number)"
    ),
    ("profile > \"a\"", 10, "words are neither more nor less than others"),
    ("profile is stage", 11, "`profile` (words) cannot be compared with `stage` (a number)"),
  ])
  func faultsAreReportedAtTheirPlace(text: String, offset: Int, message: String) throws {
    let table = try SampleTable.table()
    let fault = try #require(throws: ProseFault.self) {
      _ = try Condition(text).verdict(table)
    }
    #expect(fault.message == message)
    #expect(fault.offset == offset)
    #expect(fault.remedy.hasSuffix(".") || fault.remedy.hasSuffix("?"))
  }

  @Test func theFirstSessionHasNothingToMoveFrom() throws {
    let table = ValueTable(try SampleTable.values())
    let fault = try #require(throws: ProseFault.self) {
      _ = try Condition("vix.close rose").verdict(table)
    }
    #expect(
      fault.message == "`vix.close` has no earlier value, because this is the first write-up")
  }

  @Test func deepNestingIsRefusedRatherThanFollowed() throws {
    let text = String(repeating: "(", count: 50_000) + "stage is 1"
    let fault = try #require(throws: ProseFault.self) { _ = try Condition(text) }
    #expect(fault.message == "the condition is nested too deeply")
  }
}
