import Testing

@testable import SVGCharts

@Suite struct LinearScaleTests {
  @Test func mapsDomainToRange() {
    let scale = LinearScale(lower: 0, upper: 10, start: 200, end: 100)
    #expect(scale(0) == 200)
    #expect(scale(10) == 100)
    #expect(scale(5) == 150)
    #expect(scale(20) == 0)
  }

  @Test(
    "ticks step by 1, 2 or 5",
    arguments: [
      (0.0, 10.0, 6, [0.0, 2, 4, 6, 8, 10]), (15.5, 21, 6, [16, 17, 18, 19, 20, 21]),
      (-12, 12, 5, [-10, -5, 0, 5, 10]), (1998, 2105, 6, [2000, 2020, 2040, 2060, 2080, 2100]),
      (0.13, 0.31, 5, [0.15, 0.2, 0.25, 0.3]), (-0.5, 0.5, 3, [-0.5, 0, 0.5]), (3, 4, 1, [4]),
    ])
  func ticks(lower: Double, upper: Double, count: Int, expected: [Double]) {
    let scale = LinearScale(lower: lower, upper: upper, start: 0, end: 1)
    #expect(scale.ticks(atMost: count).values == expected)
  }

  @Test func ticksReportTheirDecimals() {
    func decimals(_ lower: Double, _ upper: Double) -> Int {
      LinearScale(lower: lower, upper: upper, start: 0, end: 1).ticks(atMost: 5).decimals
    }
    #expect(decimals(0, 100) == 0)
    #expect(decimals(0, 1) == 1)
    #expect(decimals(0, 0.01) == 3)
  }

  @Test func thereAreNeverMoreTicksThanAsked() {
    for exponent in -6...12 {
      for count in 1...8 {
        let width = Double(exponent < 0 ? 7 : 13) * [1e-6, 1e-3, 1, 1e4, 1e12][(exponent + 6) / 4]
        let scale = LinearScale(lower: -width / 3, upper: width, start: 0, end: 1)
        let ticks = scale.ticks(atMost: count).values
        #expect((1...count).contains(ticks.count))
        #expect(ticks.allSatisfy { $0 >= scale.lower - 1e-9 && $0 <= scale.upper + 1e-9 })
      }
    }
  }

  @Test func flatAndBrokenDomainsAreWidened() throws {
    let flat = try #require(LinearScale(fitting: [2000, 2000], start: 0, end: 1))
    #expect(flat.lower == 1900)
    #expect(flat.upper == 2100)
    let zero = try #require(LinearScale(fitting: [0], start: 0, end: 1))
    #expect(zero.lower == -0.5)
    let reversed = LinearScale(lower: 3, upper: 1, start: 0, end: 1)
    #expect(reversed.lower < reversed.upper)
    let broken = LinearScale(lower: .nan, upper: .infinity, start: 0, end: 1)
    #expect(broken.lower < broken.upper)
    #expect(LinearScale(fitting: [.nan, .infinity], start: 0, end: 1) == nil)
    #expect(LinearScale(fitting: [], start: 0, end: 1) == nil)
    let huge = try #require(LinearScale(fitting: [-1e308, 1e308], start: 0, end: 1))
    #expect(huge.ticks(atMost: 5).values.allSatisfy { $0.isFinite })
  }
}
