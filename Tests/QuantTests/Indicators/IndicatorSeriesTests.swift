import Foundation
import Quant
import Testing

struct IndicatorSeriesTests {
  @Test func readsLikeAnArrayOfOptionals() {
    let series: IndicatorSeries = [nil, nil, 1.5, 2]
    #expect(Array(series) == [nil, nil, 1.5, 2])
    #expect(series.count == 4)
    #expect(series.warmUp == 2)
    #expect(Array(series.defined) == [1.5, 2])
    #expect(series[1] == nil)
    #expect(series[3] == 2)
    #expect(series.last == .some(2))
    #expect(Array(series[1...2]) == [nil, 1.5])
  }

  @Test func aSeriesMayBeWarmUpOnlyOrEmpty() {
    #expect(Array([nil, nil] as IndicatorSeries) == [nil, nil])
    #expect(([] as IndicatorSeries).isEmpty)
    #expect(IndicatorSeries(warmUp: 3, defined: []).count == 3)
  }

  @Test func linesThatShareStorageAreOfTheirOwn() {
    let storage = [1.0, 2, 3, 4]
    let second = IndicatorSeries(warmUp: 1, defined: storage[2...])
    #expect(Array(second) == [nil, 3, 4])
    #expect(second == [nil, 3, 4])
  }

  @Test func isEncodedAsOneElementABar() throws {
    let series: IndicatorSeries = [nil, 1.5]
    let data = try JSONEncoder().encode(series)
    #expect(String(decoding: data, as: UTF8.self) == "[null,1.5]")
    #expect(try JSONDecoder().decode(IndicatorSeries.self, from: data) == series)
    #expect(throws: DecodingError.self) {
      try JSONDecoder().decode(IndicatorSeries.self, from: Data("[1,null]".utf8))
    }
  }
}
