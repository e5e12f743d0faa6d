import Foundation
import MarketData
import Quant
import TestSupport
import Testing

@Suite struct NumberTests {
  private func value(_ text: String) -> (Double?, [String]) {
    let (records, problems) = reading("date,value\n2016-01-04,\(text)\n") {
      DatedSeriesReader.read($0, file: $1, into: &$2)
    }
    return (records.first?.value, problems)
  }

  @Test func acceptsPlainDecimalNumbers() {
    let cases: [(String, Double)] = [
      ("17.25", 17.25), ("-3", -3), ("+4", 4), (".5", 0.5), ("5.", 5), ("1e3", 1000),
      ("1E-5", 1e-5), ("0", 0), ("-0.0", 0), ("007", 7), (" 8\t", 8), ("\"9.5\"", 9.5),
      ("9007199254740993", 9_007_199_254_740_992), ("17.65999984741211", 17.65999984741211),
      ("1e22", 1e22), ("1e23", 1e23), ("123456789012345678901234567890", 1.2345678901234568e29),
      ("5e-324", .leastNonzeroMagnitude), ("0e999", 0), ("0.1", 0.1),
      ("1.7976931348623157e308", 1.7976931348623157e308),
    ]
    for (text, expected) in cases {
      let (value, problems) = value(text)
      #expect(value == expected, "\(text)")
      #expect(problems.isEmpty, "\(text)")
    }
  }

  @Test func roundsEveryNumberAsTheStandardLibraryDoes() {
    var random = SplitMix64(seed: 20_160_104)
    var texts: [String] = []
    for _ in 0..<20_000 {
      let digits = String(random.next() >> (random.next() % 60))
      let point = Int(random.next() % UInt64(digits.count + 1))
      let power = Int(random.next() % 61) - 30
      texts.append(
        "\(digits.prefix(point)).\(digits.dropFirst(point))"
          + (random.next() % 3 == 0 ? "e\(power)" : ""))
    }
    var text = "date,value\n"
    let first = CalendarDate(dayNumber: 0)
    for (index, number) in texts.enumerated() {
      text += "\(first.adding(days: index)),\(number)\n"
    }
    let (records, problems) = reading(text) { DatedSeriesReader.read($0, file: $1, into: &$2) }
    #expect(problems.isEmpty)
    #expect(records.map(\.value) == texts.compactMap { Double($0) })
  }

  @Test(arguments: [
    ("abc", "is not a decimal number: \"abc\". Write it with digits and a point, such as 17.25."),
    ("0x10", "is not a decimal number: \"0x10\". Write it with digits and a point, such as 17.25."),
    (
      "1_000",
      "is not a decimal number: \"1_000\". Write it with digits and a point, such as 17.25."
    ),
    ("1e", "is not a decimal number: \"1e\". Write it with digits and a point, such as 17.25."),
    (
      "1.2.3",
      "is not a decimal number: \"1.2.3\". Write it with digits and a point, such as 17.25."
    ),
    ("--", "is not a decimal number: \"--\". Write it with digits and a point, such as 17.25."),
    (".", "is not a decimal number: \".\". Write it with digits and a point, such as 17.25."),
    ("$5", "is not a decimal number: \"$5\". Write it with digits and a point, such as 17.25."),
    ("null", "is not a decimal number: \"null\". Write it with digits and a point, such as 17.25."),
    (
      "NaN",
      "is not a finite number: \"NaN\". Write it with digits and a point, such as 17.25, or remove the row."
    ),
    (
      "-Infinity",
      "is not a finite number: \"-Infinity\". Write it with digits and a point, such as 17.25, or remove the row."
    ),
    (
      "inf",
      "is not a finite number: \"inf\". Write it with digits and a point, such as 17.25, or remove the row."
    ),
    ("1e999", "is out of range: \"1e999\". Write a number a double can hold."),
    ("-1e999", "is out of range: \"-1e999\". Write a number a double can hold."),
    ("1e-999", "is out of range: \"1e-999\". Write a number a double can hold."),
    (
      "\"1,050.00\"",
      "has a thousands separator: \"1,050.00\". Write the number without it, such as 1050.25."
    ),
    (
      "\"(1,050.00)\"",
      "is not a decimal number: \"(1,050.00)\". Write it with digits and a point, such as 17.25."
    ),
    (
      "１７",
      "has characters that are not ASCII: \"１７\". Write it with the digits 0 to 9, a point and a hyphen as minus sign."
    ),
    (
      "٣",
      "has characters that are not ASCII: \"٣\". Write it with the digits 0 to 9, a point and a hyphen as minus sign."
    ),
    (
      "\u{2212}3",
      "has characters that are not ASCII: \"\u{2212}3\". Write it with the digits 0 to 9, a point and a hyphen as minus sign."
    ),
    ("", "is empty. Write a decimal number, such as 17.25, or remove the row."),
    (
      "=cmd|'/C calc'!A0",
      "is not a decimal number: \"=cmd|'/C calc'!A0\". Write it with digits and a point, such as 17.25."
    ),
    (
      "\u{202E}5",
      "has characters that are not ASCII: \"\\u{202E}5\". Write it with the digits 0 to 9, a point and a hyphen as minus sign."
    ),
  ])
  func refusesEverythingElse(text: String, fault: String) {
    let (value, problems) = value(text)
    #expect(value == nil)
    #expect(problems == ["x.csv:2:12: error: value \(fault)"])
  }

  @Test func longTextIsCutInMessages() {
    let (_, problems) = value(String(repeating: "x", count: 50_000))
    #expect(
      problems == [
        "x.csv:2:12: error: value is not a decimal number: \"\(String(repeating: "x", count: 40))"
          + "...\". Write it with digits and a point, such as 17.25."
      ])
  }

  @Test func sixtyThousandDigitsAreOneNumber() {
    let (value, problems) = value("0." + String(repeating: "3", count: 60_000))
    #expect(value == 1.0 / 3)
    #expect(problems.isEmpty)
  }
}
