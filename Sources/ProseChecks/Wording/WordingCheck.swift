/// Finds phrases that pages do not use.
///
/// A phrase behind a denial in the same sentence (“nothing here is guaranteed”) and one in a quotation
/// is not reported.
public struct WordingCheck: Sendable {
  private struct Compiled {
    var rule: WordingRule
    var phrase: WordPhrase
    var exceptions: [WordPhrase]
  }

  /// Words that deny what follows them in a sentence; `t` is that of `isn’t`.
  private static let denials: Set<UInt64> = hashes(
    "not no never nothing nobody none neither nor without cannot t hardly whether if refuses")
  /// How many words before a phrase may deny it.
  private static let denialReach = 6

  private let compiled: [Compiled]
  private let index: FirstWordIndex
  private let allowances: Set<WordingAllowance>

  private static func hashes(_ words: String) -> Set<UInt64> {
    Set(ProseWord.words(of: Array(words.utf8)).map(\.hash))
  }

  /// Makes rules ready; a later rule with the phrase of an earlier one replaces it.
  public init(_ rules: [WordingRule], allowances: [WordingAllowance] = []) {
    var byPhrase: [String: Int] = [:]
    var kept: [WordingRule] = []
    for rule in rules {
      if let index = byPhrase[rule.phrase] {
        kept[index] = rule
      } else {
        byPhrase[rule.phrase] = kept.count
        kept.append(rule)
      }
    }
    compiled = kept.map { rule in
      Compiled(
        rule: rule, phrase: WordPhrase(rule.phrase),
        exceptions: rule.exceptions.map(WordPhrase.init))
    }
    index = FirstWordIndex(
      compiled.enumerated().flatMap { entry, rule in
        (rule.phrase.words.first ?? []).map { (hash: $0, entry: entry) }
      })
    self.allowances = Set(allowances)
  }

  /// The phrases in a text, in reading order.
  ///
  /// - Parameters:
  ///   - prose: the text.
  ///   - file: its file, for what is allowed there.
  /// - Returns: a finding for each phrase.
  public func findings(in prose: MaskedProse, file: String) -> [ProseFinding] {
    var findings: [ProseFinding] = []
    for (position, word) in prose.words.enumerated() where index.mayBegin(word.hash) {
      for candidate in index.entries(of: word.hash) {
        let entry = compiled[candidate]
        guard entry.phrase.stands(at: position, in: prose),
          !isExcepted(entry, at: position, in: prose), !isDenied(at: position, in: prose),
          !allowances.contains(WordingAllowance(phrase: entry.rule.phrase, file: file))
        else { continue }
        let last = prose.words[position + entry.phrase.words.count - 1]
        findings.append(
          prose.finding(
            entry.rule.severity, at: word.start,
            "“\(prose.text(word.start..<last.end))” is not written here, because it "
              + entry.rule.reason, entry.rule.remedy))
        break
      }
    }
    return findings
  }

  /// Whether the phrase is part of a longer one that means something else.
  private func isExcepted(_ entry: Compiled, at position: Int, in prose: MaskedProse) -> Bool {
    entry.exceptions.contains { exception in
      let slack = exception.words.count - entry.phrase.words.count
      return (0...max(0, slack)).contains { back in
        position >= back && exception.stands(at: position - back, in: prose)
      }
    }
  }

  private func isDenied(at position: Int, in prose: MaskedProse) -> Bool {
    var index = position
    while index > 0, position - index < Self.denialReach {
      let gap = prose.words[index - 1].end..<prose.words[index].start
      // A full stop, a colon or a semicolon ends what a denial reaches.
      if prose.bytes[gap].contains(where: { ".;:!?".utf8.contains($0) }) { return false }
      index -= 1
      if Self.denials.contains(prose.words[index].hash) { return true }
    }
    return false
  }
}
