import Testing

@testable import ProseChecks

@Suite struct ValueFormatTests {
  private func text(_ name: String, _ format: String) throws -> String {
    try ValueFormat(format).text(of: SampleTable.table().value(name))
  }

  @Test(arguments: [
    ("vix.close", "1", "18.2"), ("vix.close", " 0 decimals ", "18"),
    ("vix.close", "1 decimal, signed", "+18.2"), ("spx.change", "unsigned", "1.53\u{202F}%"),
    ("spx.change", "1,unsigned,no unit", "1.5"), ("spx.change", "no unit", "−1.53"),
    ("spx.close", "0", "2\u{202F}013"), ("book.netVega", "no unit", "−120"),
    ("book.netVega", "unsigned", "$120\u{A0}per vol point"), ("drag.cap", "signed", "+$225"),
    ("basis.front", "1 decimal", "+0.9\u{A0}points"), ("hedge.contracts", "words", "seven"),
    ("divergence.pivot", "day", "1\u{A0}December"), ("divergence.pivot", "weekday", "Tuesday"),
    ("divergence.pivot", "iso", "2015-12-01"),
  ])
  func valuesAreShownInTheFormat(name: String, format: String, expected: String) throws {
    #expect(try text(name, format) == expected)
  }

  @Test(arguments: [
    ("vix.close", "precise", "unknown format `precise`"), ("vix.close", "", "unknown format ``"),
    ("vix.close", "7", "unknown format `7`"),
    ("vix.close", "3", "`vix.close` is shown with 2 decimals and cannot have 3"),
    ("vix.close", "day", "`vix.close` is a number and takes no format of dates"),
    ("divergence.pivot", "1", "`divergence.pivot` is a date and takes no format of numbers"),
    ("profile", "1", "`profile` is words, “seed-obv”, and takes no format"),
    ("vix.close", "words", "`vix.close`, 18.20, cannot be written in words"),
  ])
  func whatDoesNotSuitIsRefused(name: String, format: String, expected: String) throws {
    let fault = try #require(throws: ProseFault.self) { _ = try text(name, format) }
    #expect(fault.message == expected)
  }

  @Test(arguments: [
    (0, "zero"), (13, "thirteen"), (20, "twenty"), (42, "forty-two"), (99, "ninety-nine"),
    (100, "a hundred"),
  ])
  func smallNumbersAreWords(number: Double, expected: String) {
    #expect(NumberWords.text(number) == expected)
  }

  @Test(arguments: [-1, 0.5, 101, .infinity, .nan])
  func othersAreNot(number: Double) {
    #expect(NumberWords.text(number) == nil)
  }

  @Test(arguments: [
    ("−$1\u{202F}234.5 per vol point", -1234.5, 1, ValueUnit(.dollars, noun: "per vol point")),
    ("+1.53\u{202F}%", 1.53, 2, ValueUnit(.percent)), ("7", 7, 0, ValueUnit()),
    ("+0.95 points", 0.95, 2, ValueUnit(noun: "points")),
    ("−$12.0 a day", -12, 1, ValueUnit(.dollars, noun: "a day")),
  ])
  func printsAreReadBack(text: String, number: Double, decimals: Int, unit: ValueUnit) throws {
    let printed = try #require(PrintedNumber(text))
    #expect(printed.number == number)
    #expect(printed.decimals == decimals)
    #expect(printed.unit == unit)
  }
}
