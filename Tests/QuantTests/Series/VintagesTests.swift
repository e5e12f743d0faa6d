import Quant
import Testing

struct VintagesTests {
  private func day(_ offset: Int) throws -> CalendarDate {
    try #require(CalendarDate("2016-01-01")).adding(days: offset)
  }

  private var rows: [DatedValue] {
    get throws {
      [
        DatedValue(date: try day(0), value: 1, known: try day(10)),
        DatedValue(date: try day(0), value: 2, known: try day(40)),
        DatedValue(date: try day(31), value: 3, known: try day(45)),
      ]
    }
  }

  @Test func aDayKnowsTheNewestVintageOfItsTime() throws {
    #expect(try rows.known(at: day(9)).isEmpty)
    #expect(try rows.known(at: day(10)).map(\.value) == [1])
    #expect(try rows.known(at: day(40)).map(\.value) == [2])
    #expect(try rows.known(at: day(45)).map(\.value) == [2, 3])
    #expect([DatedValue]().known(at: try day(45)).isEmpty)
  }

  @Test func theNewestValuesComeFirstAndOneForEachDate() throws {
    #expect(try rows.newestKnown(2, at: day(39)).map(\.value) == [1])
    #expect(try rows.newestKnown(2, at: day(45)).map(\.value) == [3, 2])
    #expect(try rows.newestKnown(1, at: day(45)).map(\.value) == [3])
    #expect(try rows.newestKnown(2, at: day(9)).isEmpty)
  }
}
