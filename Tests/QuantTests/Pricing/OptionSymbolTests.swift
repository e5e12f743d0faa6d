import Quant
import TestSupport
import Testing

/// One row of `osi_symbols.json`.
private struct OptionSymbolCase: Decodable {
  struct Expected: Decodable {
    let root: String
    let expiration: CalendarDate
    let type: OptionRight
    let strike: Double
    let canonical: String
  }
  let id, input: String
  let expected: Expected?
}

@Suite struct OptionSymbolVectors {
  @Test func everySymbolIsReadOrRefused() throws {
    for row in try Vectors.cases("osi_symbols", as: OptionSymbolCase.self) {
      guard let expected = row.expected else {
        #expect(throws: OptionSymbolError.self, "\(row.input)") { try OptionSymbol(row.input) }
        continue
      }
      let symbol = try OptionSymbol(row.input)
      #expect(symbol.root == expected.root, "\(row.input)")
      #expect(symbol.expiration == expected.expiration, "\(row.input)")
      #expect(symbol.right == expected.type, "\(row.input)")
      #expect(symbol.strike == expected.strike, "\(row.input)")
      #expect(symbol.description == expected.canonical, "\(row.input)")
    }
  }
}

@Suite struct OptionSymbolTests {
  private func date(_ text: String) throws -> CalendarDate { try #require(CalendarDate(text)) }

  @Test func parseAndFormatAreInverse() throws {
    var generator = SplitMix64(seed: 31)
    for _ in 0..<300 {
      // From March 2015 on, so that no date is moved; Saturdays are left out.
      var expiration = CalendarDate(
        dayNumber: 16_496 + Int.random(in: 0..<20_000, using: &generator))
      if expiration.weekday == .saturday { expiration = expiration.adding(days: 2) }
      let contract = OptionContract(
        root: OptionRoot.allCases.randomElement(using: &generator) ?? .spx, expiration: expiration,
        strike: Double(Int.random(in: 1...99_999_999, using: &generator)) / 1000,
        right: Bool.random(using: &generator) ? .call : .put)
      let text = OptionSymbol.format(contract)
      #expect(text.count == 21)
      #expect(try OptionSymbol.parse(text) == contract, "\(text)")
    }
  }

  @Test func errorsNameTheirPart() {
    let cases: [(String, OptionSymbolError)] = [
      ("", .malformed("")),
      ("SPX 160115C02000000", .malformed("SPX 160115C02000000")),
      ("spx   160115C02000000", .malformed("spx   160115C02000000")),
      ("SPX   16O115C02000000", .malformed("SPX   16O115C02000000")),
      ("SPX   160230C02000000", .invalidDate("160230")),
      ("SPX   160115C00000000", .invalidStrike("00000000")),
      ("SPX160115C2000.0005", .invalidStrike("2000.0005")),
      ("SPX160115C.5", .invalidStrike(".5")),
      ("SPX160115C5.", .invalidStrike("5.")),
      ("SPX160115C123456789", .invalidStrike("123456789")),
      ("SPX160115C123456", .invalidStrike("123456")),
      ("AAPL  160115C00100000", .unsupportedRoot("AAPL")),
      ("VIXW  160115C00020000", .unsupportedRoot("VIXW")),
      ("СPX   160115C00100000", .malformed("СPX   160115C00100000")),
    ]
    for (text, error) in cases {
      #expect(throws: error, "\(text)") { try OptionSymbol.parse(text) }
      #expect(!error.description.isEmpty)
    }
  }

  @Test func saturdayDatesOfOldMonthliesBecomeTheLastSession() throws {
    let january = try OptionSymbol.parse("SPX   150117P02000000")
    #expect(january.expiration == (try date("2015-01-16")))
    let april = try OptionSymbol.parse("SPX   140419P01800000")
    #expect(april.expiration == (try date("2014-04-17")))
    #expect(try OptionSymbol("SPX   140419P01800000").expiration == (try date("2014-04-19")))
  }

  @Test func contractsOutsideTheFormatHaveNoSymbol() throws {
    let expiration = try date("2016-01-15")
    for strike in [0, -5, 100_000, 2000.0004, 1e300, .nan, .infinity] {
      let contract = OptionContract(
        root: .spx, expiration: expiration, strike: strike, right: .call)
      #expect(OptionSymbol(contract) == nil, "\(strike)")
      #expect(throws: OptionSymbolError.self) {
        try OptionSymbol.parse(OptionSymbol.format(contract))
      }
    }
  }
}
