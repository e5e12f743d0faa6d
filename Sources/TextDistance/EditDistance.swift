/// How far one text is from another, counted in slips of the hand.
public enum EditDistance {
  /// The fewest insertions, deletions, substitutions and swaps of neighbours that turn one sequence
  /// into the other, where nothing is edited twice (optimal string alignment).
  ///
  /// Complexity: O(m·n) in time, O(n) in memory.
  public static func between<Element: Equatable>(_ first: [Element], _ second: [Element]) -> Int {
    var beforePrevious: [Int] = []
    var previous = Array(0...second.count)
    for i in first.indices {
      var current = [i + 1]
      current.reserveCapacity(second.count + 1)
      for j in second.indices {
        let substitution = previous[j] + (first[i] == second[j] ? 0 : 1)
        var edits = min(substitution, previous[j + 1] + 1, current[j] + 1)
        if i > 0, j > 0, first[i] == second[j - 1], first[i - 1] == second[j] {
          edits = min(edits, beforePrevious[j - 1] + 1)
        }
        current.append(edits)
      }
      beforePrevious = previous
      previous = current
    }
    return previous[second.count]
  }
}
