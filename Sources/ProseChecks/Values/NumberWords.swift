/// Small whole numbers as words.
enum NumberWords {
  private static let small = [
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
    "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen",
    "nineteen",
  ]
  private static let tens = [
    "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety",
  ]

  /// The number in words; `nil` unless it is a whole number in 0...100.
  static func text(_ number: Double) -> String? {
    guard number >= 0, number <= 100, number == number.rounded() else { return nil }
    let count = Int(number)
    if count < 20 { return small[count] }
    if count == 100 { return "a hundred" }
    let ten = tens[count / 10 - 2]
    return count % 10 == 0 ? ten : "\(ten)-\(small[count % 10])"
  }
}
