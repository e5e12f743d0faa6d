import Quant
import SVGCharts
import Testing

@Suite("Level chart")
struct LevelChartTests {
  private func chart(_ values: [Double]) -> LevelChart {
    LevelChart(
      title: "VIX", desc: "VIX closes.",
      dates: values.indices.map { CalendarDate(dayNumber: 16_600 + $0) }, values: values,
      valueTitle: "VIX, close")
  }

  @Test("labels the highest value with its date and the last value")
  func labels() {
    let figure = chart([12, 40.74, 14, 13.95]).figure(idPrefix: "v")
    for svg in [figure.wide, figure.narrow] {
      #expect(svg.contains(">\(NumberText.short(CalendarDate(dayNumber: 16_601))) 40.74</text>"))
      #expect(svg.contains(">13.95</text>"))
    }
  }

  @Test("says so when there is nothing to draw", arguments: [[], [.nan]] as [[Double]])
  func empty(values: [Double]) {
    #expect(chart(values).figure(idPrefix: "v").wide.contains("no data"))
  }

  @Test("a gap stays a gap and no coordinate is NaN")
  func gap() {
    let figure = chart([12, .nan, 14, 15]).figure(idPrefix: "v")
    #expect(!figure.wide.contains("nan") && figure.wide.contains("<path class=\"s bl\""))
  }
}
