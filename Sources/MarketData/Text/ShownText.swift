import TextDistance

/// Text from an input file as a message shows it: short, on one line, without hidden characters.
enum ShownText {
  private static let limit = 40

  /// The text in quotes, cut after 40 characters, with control and format characters as `\u{..}`.
  static func quoted(_ text: String) -> String {
    var shown = ""
    for (index, scalar) in text.unicodeScalars.enumerated() {
      guard index < limit else {
        shown += "..."
        break
      }
      switch scalar.properties.generalCategory {
      case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .unassigned:
        shown += "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
      default: shown.unicodeScalars.append(scalar)
      }
    }
    return "\"\(shown)\""
  }
}

/// Finds the known name a misspelt one was probably meant to be.
enum NearestName {
  /// The closest of `candidates`, or `nil` when none is within a third of its length in edits.
  ///
  /// Comparison ignores ASCII case. The first candidate wins a tie.
  static func find(_ name: String, among candidates: [String]) -> String? {
    let wanted = Array(name.utf8.prefix(64)).map(ASCII.lowercased)
    var best: (name: String, edits: Int)?
    for candidate in candidates {
      let edits = EditDistance.between(wanted, candidate.utf8.map(ASCII.lowercased))
      guard edits <= max(1, (candidate.utf8.count + 1) / 3) else { continue }
      if edits < best?.edits ?? .max { best = (candidate, edits) }
    }
    return best?.name
  }
}
