import Quant
import TestSupport
import Testing

/// Reference series from TA-Lib (RSI, MACD, OBV) and an independent implementation of the rest.
struct IndicatorCase: Decodable {
  struct Expected: Decodable {
    let rsi14: [Double?]
    let rsi2: [Double?]?
    let macd: [Double?]
    let macdSignal: [Double?]
    let macdHist: [Double?]
    let obv: [Double]
    let rv21: [Double?]
    let parkinson21: [Double?]?
    let bvcImbalance50: [Double?]?
    let amihud21: [Double?]?
  }

  struct Swing: Decodable {
    let h1: Int
    let l1: Int
    let h2: Int
    let known: Int
    let rsiH1: Double
    let rsiL1: Double
    let rsiH2: Double
    let rsiBreak: Double
  }

  struct Divergence: Decodable {
    let anchor: Int
    let ref: Int
    let pivot: Int
    let known: Int
    let priceRef: Double
    let pricePivot: Double
    let obvRef: Double
    let obvPivot: Double
    let strengthPrice: Double
    let strengthObv: Double
    let strength: Double
    let chain: Int
    let widening: Bool
  }

  struct Events: Decodable {
    let macdCrossUnder: [Int]
    let rsiCrossBelow60: [Int]
    let rsiFailureSwing60: [Swing]
    let rsiFailureSwing70: [Swing]
    let pivotHighs: [Int]
    let pivotLows: [Int]
    let divergences: [Divergence]
    let divergencesLong: [Divergence]

    private enum CodingKeys: String, CodingKey {
      case macdCrossUnder, rsiCrossBelow60, rsiFailureSwing60, rsiFailureSwing70, divergences
      case pivotHighs = "pivotHighs_5_3"
      case pivotLows = "pivotLows_5_3"
      case divergencesLong = "divergences_10_5"
    }
  }

  let id: String
  let dates: [CalendarDate]?
  let close: [Double]
  let volume: [Double]
  let high: [Double]?
  let low: [Double]?
  let expected: Expected
  let events: Events

  static func all() throws -> [IndicatorCase] {
    try Vectors.cases("indicators", as: IndicatorCase.self)
  }
}

@Suite struct IndicatorSeriesVectors {
  private func compare(
    _ computed: [Double?], _ expected: [Double?], absolute: Double, relative: Double,
    _ name: String
  ) {
    #expect(computed.count == expected.count, "\(name)")
    for (bar, pair) in zip(computed, expected).enumerated() {
      #expect(
        isClose(pair.0, pair.1, absolute: absolute, relative: relative),
        "\(name)[\(bar)]: computed \(String(describing: pair.0)), expected \(String(describing: pair.1))"
      )
    }
  }

  @Test func relativeStrengthIndexAgreesWithTALib() throws {
    for item in try IndicatorCase.all() {
      let rsi = try RelativeStrengthIndex.series(close: item.close)
      compare(
        Array(rsi), item.expected.rsi14, absolute: 1e-9, relative: 1e-9, "\(item.id) rsi14")
      if let expected = item.expected.rsi2 {
        let rsi = try RelativeStrengthIndex.series(close: item.close, period: 2)
        compare(Array(rsi), expected, absolute: 1e-9, relative: 1e-9, "\(item.id) rsi2")
      }
    }
  }

  @Test func macdAgreesWithTALib() throws {
    for item in try IndicatorCase.all() {
      let lines = try MovingAverageConvergenceDivergence.series(close: item.close)
      let expected = item.expected
      compare(Array(lines.macd), expected.macd, absolute: 1e-9, relative: 1e-9, "\(item.id) macd")
      compare(
        Array(lines.signal), expected.macdSignal, absolute: 1e-9, relative: 1e-9,
        "\(item.id) signal")
      compare(
        Array(lines.histogram), expected.macdHist, absolute: 1e-9, relative: 1e-9, "\(item.id) hist"
      )
    }
  }

  @Test func onBalanceVolumeIsExact() throws {
    for item in try IndicatorCase.all() {
      let obv = try OnBalanceVolume.series(close: item.close, volume: item.volume)
      #expect(obv == item.expected.obv, "\(item.id)")
    }
  }

  @Test func volatilitiesAgree() throws {
    for item in try IndicatorCase.all() {
      let realised = try RealisedVolatility.series(close: item.close)
      compare(realised, item.expected.rv21, absolute: 1e-12, relative: 1e-9, "\(item.id) rv21")
      if let high = item.high, let low = item.low, let expected = item.expected.parkinson21 {
        let parkinson = try ParkinsonVolatility.series(high: high, low: low)
        compare(parkinson, expected, absolute: 0, relative: 1e-9, "\(item.id) parkinson21")
      }
    }
  }

  @Test func flowProxiesAgree() throws {
    for item in try IndicatorCase.all() {
      if let expected = item.expected.bvcImbalance50 {
        let computed = try BulkVolumeImbalance.series(close: item.close, volume: item.volume)
        compare(computed, expected, absolute: 0, relative: 1e-9, "\(item.id) bvcImbalance50")
      }
      if let expected = item.expected.amihud21 {
        let computed = try AmihudIlliquidity.series(close: item.close, volume: item.volume)
        compare(computed, expected, absolute: 0, relative: 1e-9, "\(item.id) amihud21")
      }
    }
  }
}

@Suite struct IndicatorEventVectors {
  @Test func crossUndersAgree() throws {
    for item in try IndicatorCase.all() {
      let lines = try MovingAverageConvergenceDivergence.series(close: item.close)
      let macd = try CrossUnder.indices(of: lines.macd, below: lines.signal)
      #expect(macd == item.events.macdCrossUnder, "\(item.id)")
      let rsi = try RelativeStrengthIndex.signalSeries(close: item.close)
      #expect(CrossUnder.indices(of: rsi, below: 60) == item.events.rsiCrossBelow60, "\(item.id)")
    }
  }

  @Test(arguments: [60.0, 70.0]) func failureSwingsAgree(threshold: Double) throws {
    for item in try IndicatorCase.all() {
      let rsi = try RelativeStrengthIndex.signalSeries(close: item.close)
      let swings = try FailureSwing.events(rsi: rsi, threshold: threshold)
      let expected =
        threshold == 60 ? item.events.rsiFailureSwing60 : item.events.rsiFailureSwing70
      #expect(
        swings.map { [$0.h1, $0.l1, $0.h2, $0.known] }
          == expected.map { [$0.h1, $0.l1, $0.h2, $0.known] }, "\(item.id)")
      for (swing, expected) in zip(swings, expected) {
        #expect(isClose(swing.valueAtH1, expected.rsiH1, absolute: 1e-9, relative: 1e-9))
        #expect(isClose(swing.valueAtL1, expected.rsiL1, absolute: 1e-9, relative: 1e-9))
        #expect(isClose(swing.valueAtH2, expected.rsiH2, absolute: 1e-9, relative: 1e-9))
        #expect(isClose(swing.valueAtBreak, expected.rsiBreak, absolute: 1e-9, relative: 1e-9))
      }
    }
  }

  @Test func pivotsAgree() throws {
    for item in try IndicatorCase.all() {
      #expect(
        try SwingPivot.highs(item.close).map(\.index) == item.events.pivotHighs, "\(item.id)")
      #expect(
        try SwingPivot.lows(item.close).map(\.index) == item.events.pivotLows, "\(item.id)")
    }
  }

  @Test func divergencesAgreeWithBothParameterSets() throws {
    for item in try IndicatorCase.all() {
      let obv = try OnBalanceVolume.series(close: item.close, volume: item.volume)
      check(
        try DivergenceDetector.events(close: item.close, obv: obv), item.events.divergences,
        item.id)
      check(
        try DivergenceDetector.events(
          close: item.close, obv: obv, parameters: DivergenceParameters(left: 10, right: 5)),
        item.events.divergencesLong, "\(item.id) 10/5")
    }
  }

  private func check(
    _ computed: [BearishDivergence], _ expected: [IndicatorCase.Divergence], _ name: String
  ) {
    #expect(computed.map(\.known) == expected.map(\.known), "\(name)")
    for (event, expected) in zip(computed, expected) {
      #expect(
        [event.anchor, event.reference, event.pivot, event.known, event.chainLength]
          == [expected.anchor, expected.ref, expected.pivot, expected.known, expected.chain],
        "\(name)")
      #expect(event.widening == expected.widening, "\(name) at \(expected.known)")
      #expect(event.priceAtReference == expected.priceRef)
      #expect(event.priceAtPivot == expected.pricePivot)
      #expect(event.volumeAtReference == expected.obvRef)
      #expect(event.volumeAtPivot == expected.obvPivot)
      #expect(isClose(event.priceStrength, expected.strengthPrice, absolute: 1e-9), "\(name)")
      #expect(isClose(event.volumeStrength, expected.strengthObv, absolute: 1e-9), "\(name)")
      #expect(isClose(event.strength, expected.strength, absolute: 1e-9), "\(name)")
    }
  }
}

/// The project's own series only: in another folder dates need not be sessions.
@Suite struct HistoricalSessionVectors {
  @Test func theIndexTradedOnEverySessionAndNoOtherDay() throws {
    let own = try Vectors.cases("indicators", as: IndicatorCase.self, in: Vectors.fixtures)
    let dated = own.compactMap(\.dates)
    #expect(!dated.isEmpty)
    for dates in dated {
      let first = try #require(dates.first)
      let last = try #require(dates.last)
      #expect(ExchangeCalendar.nyse.sessions(in: first...last) == dates)
    }
  }
}
