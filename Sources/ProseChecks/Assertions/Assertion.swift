/// Words that stand on a page only while a condition holds.
public struct Assertion: Hashable, Sendable {
  private static let longestWords = 120

  /// What has to hold.
  public let condition: Condition

  /// Reads the condition of an assertion.
  public init(condition text: String) throws(ProseFault) {
    condition = try Condition(text)
  }

  /// What to report when the condition does not hold; `nil` when it does.
  ///
  /// - Parameters:
  ///   - words: the words as the page would show them.
  ///   - table: the page's values.
  /// - Returns: words, condition and values as a fault.
  /// - Throws: `ProseFault` when the condition cannot be decided.
  public func contradiction(words: String, _ table: ValueTable) throws(ProseFault) -> ProseFault? {
    let verdict = try condition.verdict(table)
    guard !verdict.holds else { return nil }
    return ProseFault(
      "“\(Self.shortened(words))” says \(condition.text), but "
        + verdict.facts.joined(separator: " and "),
      "Correct the words, or the data when they are wrong.")
  }

  private static func shortened(_ words: String) -> String {
    let words = words.split { $0 == " " || $0 == "\n" }.joined(separator: " ")
    return words.count <= longestWords ? words : words.prefix(longestWords) + "…"
  }
}
