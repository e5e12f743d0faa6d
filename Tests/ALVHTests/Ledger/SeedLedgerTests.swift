import ALVH
import Testing

@Suite("The seed's ledger")
struct SeedLedgerTests {
  /// The rows of methodology 8 in its order, then those of 4.9.
  private static let phrases = [
    "price/OBV bearish divergence",
    "net Time Value across strikes",
    "layering 0.5-1 %, 2-3 %",
    "MACD crossunder, RSI failure above 60",
    "Time-Shifting 7-14 days, skew, term structure",
    "elevated REER",
    "FOMC minutes",
    "OTM calls 30-45 DTE; convex payoff vs BE breach",
    "Second Engine, DAO",
    "A/D line, P/CF",
    "divergence widens + PPI/CPI → roll longer, \"Reversal\", IRR",
    "never abandon; widen 5-10 points; gamma risk",
    "WACC, 0.15 % drag",
    "CAPM-inspired vol beta; −120 → +40…+60",
    "market-cap rotation, P/E",
    "MEV/HFT",
    "avoid Conversion",
    "Temporal Theta",
    "rebalance 3-5 trading days",
    "REIT/DRIP, rate differential",
    "backtest against historical setups",
    "DDM",
    "educational",
    "VIX ETFs (\"VIX futures or VIX-related ETFs\")",
    "False Binary",
    "Steward/Promoter",
  ]

  @Test("every row is served, once, and no other is")
  func rowsAreComplete() {
    let rows = SeedLedger.rows.map(\.phrase)
    #expect(Self.phrases.count == 26)
    #expect(rows.count == Self.phrases.count, "\(rows.count) rows, \(Self.phrases.count) expected")
    let difference = Set(rows).symmetricDifference(Self.phrases)
    #expect(difference.isEmpty, "\(difference.sorted())")
  }

  @Test(
    "the rows are those of the methodology",
    .enabled(if: LedgerDocument.isPresent, "the methodology is not beside the repository"))
  func rowsFollowTheMethodology() throws {
    let metaphors = Set(SeedLedger.metaphors.map(\.phrase))
    let served = SeedLedger.rows.filter { !metaphors.contains($0.phrase) }
    let expected = Set(try LedgerDocument.rows())
    let difference = Set(served.map { [$0.phrase, $0.here] }).symmetricDifference(expected)
    #expect(!expected.isEmpty && difference.isEmpty, "\(difference)")
  }

  @Test("every row is a computation, an input series, a checklist item or a glossary entry")
  func everyRowHasAKind() {
    for row in SeedLedger.rows {
      #expect(!row.kinds.isEmpty, "\(row.phrase)")
      #expect(!row.symbols.isEmpty, "\(row.phrase) has no symbol in the analytics")
    }
    let kinds = SeedLedger.rows.reduce(into: Set()) { $0.formUnion($1.kinds) }
    #expect(kinds == Set(SeedLedgerRow.Kind.allCases))
  }

  @Test("what the ledger says is computed has a computation")
  func onlyRulesAndNoticesAreWithoutAComputation() {
    let without = SeedLedger.rows.filter { !$0.kinds.contains(.computation) }.map(\.phrase)
    #expect(Set(without) == ["educational", "False Binary"])
  }

  @Test("every symbol belongs to the analytics")
  func symbolsBelongToTheAnalytics() {
    for row in SeedLedger.rows {
      for symbol in row.symbols {
        #expect(
          symbol.module == "Quant" || symbol.module == "ALVH", "\(row.phrase): \(symbol.name)")
      }
    }
  }

  @Test("every glossary entry exists and states the role that the term has")
  func glossaryEntriesExist() throws {
    for entry in SeedLedger.rows.flatMap(\.glossary) {
      let path = "Content/glossary/\(entry.slug).md"
      let values = try FrontMatter(path: path).values
      #expect(values["role"] == entry.role.rawValue, "\(path): \(values["role"] ?? "no role")")
      for key in ["title", "summary"] {
        #expect(values[key].map { !$0.isEmpty } ?? false, "\(path) has no \(key)")
      }
    }
  }

  @Test("a term of no standard meaning here is not explained as a working part alone")
  func nonStandardTermsSaySo() {
    let marked = SeedLedger.rows.filter { $0.here.contains("[N]") }
    #expect(marked.count == 6, "\(marked.map(\.phrase))")
    for row in marked {
      #expect(row.glossary.contains { $0.role != .working }, "\(row.phrase)")
    }
  }

  @Test("every notice exists under its own name")
  func noticesExist() throws {
    for notice in SeedLedger.rows.flatMap(\.notices) {
      let values = try FrontMatter(path: "Templates/disclaimers/\(notice).md").values
      #expect(values["id"] == notice, "\(notice): \(values["id"] ?? "no id")")
    }
  }

  @Test("no action of the engine closes the condors")
  func noActionClosesTheCondors() {
    // All of them act on the hedge: a new action must be read against the never-abandon rule.
    #expect(
      EngineAction.allCases == [
        .idle, .watch, .enterLayer1, .addLayer2, .addLayer3, .hold, .rebalance, .roll, .unwind,
      ])
  }
}
