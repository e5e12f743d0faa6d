import Foundation
import SVGCharts
import TestSupport
import Testing

@Suite struct NumberTextTests {
  @Test(
    "fixed prints true minus, narrow spaces and the decimals asked for",
    arguments: [
      (2012.66, 2, "2\u{202F}012.66"), (-0.3, 2, "\u{2212}0.30"), (0, 2, "0.00"),
      (999, 0, "999"), (1000, 0, "1\u{202F}000"), (999.995, 2, "1\u{202F}000.00"),
      (1_234_567.891, 1, "1\u{202F}234\u{202F}567.9"), (19.825, 3, "19.825"), (7, 0, "7"),
    ])
  func fixed(value: Double, decimals: Int, text: String) {
    #expect(NumberText.fixed(value, decimals: decimals) == text)
  }

  @Test(
    "rounding is half away from zero on the exact decimal value",
    arguments: [
      (0.5, 0, "1"), (1.5, 0, "2"), (2.5, 0, "3"), (-0.5, 0, "\u{2212}1"),
      (0.125, 2, "0.13"), (-0.125, 2, "\u{2212}0.13"), (0.375, 2, "0.38"),
      // Stored as 2.67499…, 1.00499…, 1.0049999…, 0.28500…08.
      (2.675, 2, "2.67"), (1.005, 2, "1.00"), (0.285, 2, "0.28"), (0.145, 2, "0.14"),
      (0.49999999999999994, 0, "0"), (4.35, 1, "4.3"), (4.45, 1, "4.5"), (9.95, 1, "9.9"),
      (0.000_000_000_000_000_5, 15, "0.000000000000001"),
      (.leastNonzeroMagnitude, 15, "0.000000000000000"),
      (4_503_599_627_370_495.5, 0, "4\u{202F}503\u{202F}599\u{202F}627\u{202F}370\u{202F}496"),
    ])
  func rounding(value: Double, decimals: Int, text: String) {
    #expect(NumberText.fixed(value, decimals: decimals) == text)
  }

  @Test func whatRoundsToZeroHasNoSign() {
    for value in [-0.0, -0.004, -1e-300, 0.004] {
      #expect(NumberText.fixed(value, decimals: 2, signed: true) == "0.00")
    }
    #expect(NumberText.fixed(-0.005, decimals: 2) == "\u{2212}0.01")
    #expect(NumberText.dollars(-0.4) == "$0")
    #expect(NumberText.percent(-0.0004, decimals: 1, signed: true) == "0.0\u{202F}%")
  }

  @Test func signedAndGrouping() {
    #expect(NumberText.fixed(5, decimals: 1, signed: true) == "+5.0")
    #expect(NumberText.fixed(-5, decimals: 1, signed: true) == "\u{2212}5.0")
    #expect(NumberText.fixed(12345.6, decimals: 1, grouping: false) == "12345.6")
    #expect(NumberText.integer(-12_500) == "\u{2212}12\u{202F}500")
    #expect(NumberText.integer(0, signed: true) == "0")
    #expect(NumberText.integer(Int.min).hasPrefix("\u{2212}9\u{202F}223\u{202F}372"))
  }

  @Test func percentMovesThePointExactly() {
    #expect(NumberText.percent(0.693) == "69.3\u{202F}%")
    #expect(NumberText.percent(-0.0153, decimals: 2) == "\u{2212}1.53\u{202F}%")
    // 0.00125 is stored as 0.00125000…0026: above the tie. 0.145 as 0.14499…: below.
    #expect(NumberText.percent(0.00125, decimals: 2) == "0.13\u{202F}%")
    #expect(NumberText.percent(0.145, decimals: 0) == "14\u{202F}%")
    #expect(NumberText.percent(1) == "100.0\u{202F}%")
    #expect(NumberText.percent(25, decimals: 0, signed: true) == "+2\u{202F}500\u{202F}%")
    #expect(NumberText.percentPoints(1.5) == "1.5\u{202F}%")
  }

  @Test func dollars() {
    #expect(NumberText.dollars(-120) == "\u{2212}$120")
    #expect(NumberText.dollars(1234) == "$1\u{202F}234")
    #expect(NumberText.dollars(120, signed: true) == "+$120")
    #expect(NumberText.dollars(0.845, decimals: 2) == "$0.84")
  }

  @Test func missingValues() {
    #expect(NumberText.optional(nil, decimals: 1) == "–")
    #expect(NumberText.optional(1.25, decimals: 1) == "1.3")
    #expect(NumberText.optional(3 as Int?) { NumberText.integer($0) } == "3")
    #expect(NumberText.fixed(.nan, decimals: 1) == "–")
    #expect(NumberText.percent(.infinity) == "–")
    #expect(NumberText.percentPoints(.nan) == "–")
    #expect(NumberText.dollars(-.infinity) == "–")
  }

  @Test func hugeValuesAreExact() {
    func plain(_ value: Double, _ decimals: Int) -> String {
      NumberText.fixed(value, decimals: decimals, grouping: false)
    }
    #expect(plain(9_007_199_254_740_992, 1) == "9007199254740992.0")
    #expect(plain(9e16, 0) == "90000000000000000")
    #expect(plain(1e23, 2) == "99999999999999991611392.00")
    #expect(
      plain(.greatestFiniteMagnitude, 0)
        == String(format: "%.0f", Double.greatestFiniteMagnitude))
    #expect(NumberText.percent(1e23, decimals: 0).hasPrefix("9\u{202F}999\u{202F}999"))
  }

  /// Rounds the full decimal expansion, digit by digit on paper.
  private func byHand(_ value: Double, _ decimals: Int) -> String {
    let expansion = Array(String(format: "%.1100f", value.magnitude))
    let point = expansion.firstIndex(of: ".") ?? expansion.endIndex
    var kept = Array(expansion[...(point + decimals)])
    if decimals == 0 { kept.removeLast() }
    if let decider = expansion[point + decimals + 1].wholeNumberValue, decider >= 5 {
      var index = kept.count - 1
      while index >= 0, kept[index] == "9" || kept[index] == "." {
        if kept[index] == "9" { kept[index] = "0" }
        index -= 1
      }
      if index < 0 {
        kept.insert("1", at: 0)
      } else {
        kept[index] = Character(String((kept[index].wholeNumberValue ?? 0) + 1))
      }
    }
    let isZero = kept.allSatisfy { $0 == "0" || $0 == "." }
    return (value < 0 && !isZero ? "\u{2212}" : "") + String(kept)
  }

  @Test func agreesWithRoundingTheExpansionByHand() {
    var random = SplitMix64(seed: 20_160_104)
    for _ in 0..<3000 {
      let exponent = Double(Int.random(in: -18...17, using: &random))
      let value = Double.random(in: -1...1, using: &random) * pow(10, exponent)
      let decimals = Int.random(in: 0...15, using: &random)
      #expect(
        NumberText.fixed(value, decimals: decimals, grouping: false) == byHand(value, decimals))
    }
  }

  @Test func tiesGoAwayFromZeroAtEveryPlace() {
    // k + 1/2 over 2^n has a finite expansion that ends in 5 at place n + 1.
    for place in 0...14 {
      for numerator in stride(from: 1, through: 99, by: 2) {
        let value = Double(numerator) / Double(1 << (place + 1))
        #expect(
          NumberText.fixed(value, decimals: place, grouping: false) == byHand(value, place))
        #expect(
          NumberText.fixed(-value, decimals: place, grouping: false) == byHand(-value, place))
      }
    }
  }
}
