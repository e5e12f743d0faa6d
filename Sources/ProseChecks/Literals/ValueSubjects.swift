/// The words by which sentences name what a value measures, taken from its name.
enum ValueSubjects {
  /// Parts of names that say how, not what.
  private static let general: Set<String> = [
    "account", "basis", "book", "break", "change", "close", "days", "dollars", "even", "front",
    "hedge", "high", "known", "low", "max", "net", "order", "per", "percentile", "pivot", "point",
    "previous", "rate", "reference", "settle", "stage", "vix point",
  ]
  /// What sentences say for parts of names.
  private static let synonyms: [String: [String]] = [
    "spx": ["s&p 500", "the index"], "vx1": ["front future"], "vx2": ["second future"],
    "rv21": ["realised"], "nav": ["account", "net asset value"],
    "contango": ["contango", "backwardation"], "loss": ["loss"], "profit": ["profit"],
  ]

  /// The words for a name such as `book.netVega`, in small letters: `vega`.
  static func words(of name: String) -> [String] {
    var parts: [String] = []
    for part in name.split(separator: ".") {
      var word = ""
      for character in part {
        if character.isUppercase, word.last?.isLowercase == true {
          parts.append(word.lowercased())
          word = ""
        }
        word.append(character)
      }
      parts.append(word.lowercased())
    }
    // `vix.close` is about VIX; `hedge.dollarsPerVIXPoint` is not.
    let isPerUnit = parts.contains("per")
    return parts.flatMap { part in
      if general.contains(part) || isPerUnit { return [String]() }
      return (synonyms[part] ?? []) + [part]
    }
  }
}
