import Foundation
import Quant
import TestSupport
import Testing

@testable import SiteGenerator

@Suite struct RecordEncoderTests {
  private struct Sample: Codable {
    enum Kind: Codable {
      case bare
      case number(Double)
      case labelled(String, last: CalendarDate?)
    }

    var zulu = 1.5
    var alpha = "“quoted” \"and\" \\ / \n\u{1}\u{7F}"
    var Alpha = true
    var count = -42
    var missing: Int?
    var numbers: [Double] = []
    var rows: [[Double]] = []
    var kinds: [Kind] = [.bare, .number(2), .labelled("a", last: nil)]
    var nested: [String: [Int]] = ["b": [1], "a": []]
    var date = CalendarDate("2016-01-04")
    var empty: [Kind] = []
  }

  private func foundation(_ value: some Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(value), as: UTF8.self)
  }

  private func record(_ value: some Encodable) throws -> String {
    String(decoding: try RecordEncoder.bytes(of: value), as: UTF8.self)
  }

  @Test func everyShapeIsWrittenAsFoundationWritesIt() throws {
    var sample = Sample()
    sample.rows = [[1, 2.5], [], [-0.001]]
    #expect(try record(sample) == foundation(sample))
  }

  @Test(arguments: [
    0, -0.0, 1, -1, 0.1, 1e-5, 1e-7, 123_456.789, 9e15, 1e16, 1.5e300, .leastNonzeroMagnitude,
    Double.greatestFiniteMagnitude, 0.1 + 0.2, 1.0 / 3, 4_503_599_627_370_497.5,
  ])
  func numbersAreWrittenAsFoundationWritesThem(number: Double) throws {
    let numbers = [number]
    #expect(try record(numbers) == foundation(numbers))
    let read = try JSONDecoder().decode([Double].self, from: Data(RecordEncoder.bytes(of: numbers)))
    #expect(read == numbers)
  }

  @Test func randomNumbersComeBackUnchanged() throws {
    var random = SplitMix64(seed: 2016)
    let numbers = (0..<2000).map { _ in Double(bitPattern: random.next()) }.filter(\.isFinite)
    #expect(try record(numbers) == foundation(numbers))
  }

  @Test func aNumberThatIsNotFiniteIsRefusedWithItsKey() throws {
    var sample = Sample()
    sample.zulu = .nan
    let error = #expect(throws: RecordEncoder.NotFinite.self) { try record(sample) }
    #expect(
      error?.errorDescription
        == "the decision holds a number that is not finite, `zulu`. "
        + "Report it with the site’s content.")
    sample.zulu = 0
    sample.numbers = [.infinity]
    #expect(throws: RecordEncoder.NotFinite.self) { try record(sample) }
  }
}
