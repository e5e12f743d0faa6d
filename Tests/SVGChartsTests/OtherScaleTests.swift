import TestSupport
import Testing

@testable import SVGCharts

@Suite struct LogScaleTests {
  @Test func equalRatiosHaveEqualLengths() throws {
    let scale = try #require(LogScale(fitting: [1, 1000], padding: 0, start: 300, end: 0))
    for (value, place) in [(1.0, 300.0), (10, 200), (100, 100), (1000, 0)] {
      #expect(isClose(scale(value), place, absolute: 1e-9), "\(value): \(scale(value))")
    }
  }

  @Test("what is not positive has no place", arguments: [0, -1, Double.nan, -Double.infinity])
  func notPositive(value: Double) throws {
    let scale = try #require(LogScale(fitting: [1, 10], start: 0, end: 1))
    #expect(scale(value).isNaN)
    #expect(LogScale(fitting: [value], start: 0, end: 1) == nil)
  }

  @Test(
    "ticks are 1, 2 and 5, powers, or those of a linear scale",
    arguments: [
      ([0.9, 60], 6, [1.0, 2, 5, 10, 20, 50]), ([0.9, 60], 5, [1, 10]),
      ([1, 1e9], 4, [1, 1e3, 1e6, 1e9]), ([80, 260], 6, [100, 150, 200, 250]),
      ([0.0012, 0.0019], 4, [0.0012, 0.0014, 0.0016, 0.0018]), ([2, 5], 1, [5]),
    ])
  func ticks(values: [Double], count: Int, expected: [Double]) throws {
    let scale = try #require(LogScale(fitting: values, padding: 0.01, start: 0, end: 1))
    #expect(scale.ticks(atMost: count) == expected)
  }

  @Test("a constant and the ends of the range of numbers keep a finite domain")
  func extremes() throws {
    let domains: [[Double]] = [
      [15], [1e300], [1e-300], [.leastNonzeroMagnitude], [1e-300, 1e300], [1.7e308],
    ]
    for values in domains {
      let scale = try #require(LogScale(fitting: values, start: 0, end: 100))
      #expect(scale.lower > 0 && scale.upper > scale.lower && scale.upper.isFinite, "\(values)")
      #expect(values.allSatisfy { scale($0).isFinite })
      let ticks = scale.ticks(atMost: 6)
      #expect((1...6).contains(ticks.count), "\(values): \(ticks)")
      #expect(ticks.allSatisfy { $0 >= scale.lower && $0 <= scale.upper }, "\(ticks)")
    }
  }

  @Test func randomDomainsHaveFewOrderedTicks() throws {
    var random = SplitMix64(seed: 51)
    for _ in 0..<500 {
      let values = (0..<3).map { _ in pow10(random.uniform(-12...12)) }
      let count = Int(random.uniform(1...9))
      let scale = try #require(LogScale(fitting: values, start: 200, end: 0))
      let ticks = scale.ticks(atMost: count)
      #expect(ticks.count <= count && zip(ticks, ticks.dropFirst()).allSatisfy { $0 < $1 })
      #expect(count < 3 || !ticks.isEmpty, "\(values)")
      #expect(zip(ticks, ticks.dropFirst()).allSatisfy { scale($0) > scale($1) })
    }
  }

  private func pow10(_ exponent: Double) -> Double {
    var value = 1.0
    for _ in 0..<Int(exponent.magnitude) { value *= exponent < 0 ? 0.1 : 10 }
    return value * (1 + exponent.magnitude.truncatingRemainder(dividingBy: 1))
  }
}

@Suite struct SymlogScaleTests {
  @Test func isOddAndLogarithmicFarFromZero() throws {
    let scale = try #require(
      SymlogScale(fitting: [-999, 999], constant: 1, start: 0, end: 600))
    #expect(isClose(scale(0), 300, absolute: 1e-9))
    #expect(isClose(scale(999), 600, absolute: 1e-9))
    // ln 10 of ln 1000 is a third.
    #expect(isClose(scale(9), 400, absolute: 1e-9))
    #expect(isClose(scale(-9), 200, absolute: 1e-9))
  }

  @Test func zeroIsAlwaysInTheDomain() throws {
    let scale = try #require(SymlogScale(fitting: [5, 50], constant: 1, start: 0, end: 100))
    #expect(scale(0) == 0)
    #expect(scale.ticks(atMost: 5) == [0, 1, 10])
    #expect(scale.ticks(atMost: 2) == [0, 10])
  }

  @Test("without values or a constant there is no scale")
  func none() {
    #expect(SymlogScale(fitting: [], constant: 1, start: 0, end: 1) == nil)
    #expect(SymlogScale(fitting: [.nan], constant: 1, start: 0, end: 1) == nil)
    for constant in [0, -1, .nan, .infinity] {
      #expect(SymlogScale(fitting: [1], constant: constant, start: 0, end: 1) == nil)
    }
  }

  @Test("extreme values and constants stay finite")
  func extremes() throws {
    for value in [0, 1e-300, 1, 1e300, .greatestFiniteMagnitude, -.greatestFiniteMagnitude] {
      for constant in [1e-300, 1e-9, 1, 7, 1e300] {
        let scale = try #require(
          SymlogScale(fitting: [value], constant: constant, start: 0, end: 100))
        #expect(scale(value).isFinite && (-1...101).contains(scale(value)))
        let ticks = scale.ticks(atMost: 5)
        #expect((1...5).contains(ticks.count) && ticks.contains(0), "\(value), \(constant)")
        #expect(ticks.allSatisfy { (-1...101).contains(scale($0)) }, "\(value), \(constant)")
      }
    }
  }

  @Test func orderIsKept() throws {
    var random = SplitMix64(seed: 52)
    let scale = try #require(SymlogScale(fitting: [-1e6, 1e4], constant: 10, start: 0, end: 1))
    for _ in 0..<300 {
      let (a, b) = (random.uniform(-1e6...1e4), random.uniform(-1e6...1e4))
      #expect((a < b) == (scale(a) < scale(b)))
    }
    let ticks = scale.ticks(atMost: 9)
    #expect(ticks == ticks.sorted() && ticks.count <= 9 && ticks.count >= 4)
  }
}

@Suite struct BandScaleTests {
  @Test func bandsDivideTheRange() {
    let scale = BandScale(count: 4, start: 100, end: 180, padding: 0.25)
    #expect(scale.step == 20 && scale.width == 15)
    #expect(scale(0) == 102.5 && scale(3) == 162.5)
    #expect(scale.middle(0) == 110 && scale.middle(3) == 170)
  }

  @Test("none and one, any padding")
  func hardCases() {
    #expect(BandScale(count: 0, start: 0, end: 50).step == 50)
    #expect(BandScale(count: -3, start: 0, end: 50).middle(0) == 25)
    #expect(BandScale(count: 1, start: 0, end: 10, padding: 7).width > 0)
    #expect(BandScale(count: 1, start: 0, end: 10, padding: -1).width == 10)
  }

  @Test func labelsAreEvenAndFew() {
    let scale = BandScale(count: 10, start: 0, end: 100)
    #expect(scale.labelled(atMost: 10) == Array(0..<10))
    #expect(scale.labelled(atMost: 4) == [0, 3, 6, 9])
    #expect(scale.labelled(atMost: 1) == [0])
    #expect(scale.labelled(atMost: 0) == [0])
    for count in 0...60 {
      for limit in 1...12 {
        let labelled = BandScale(count: count, start: 0, end: 1).labelled(atMost: limit)
        #expect(labelled.count <= limit && labelled.first == 0)
      }
    }
  }
}
