/// Finds the known name that a misspelt one probably meant.
public enum Spelling {
  /// The candidate with the smallest edit distance, when it is near enough to be a suggestion.
  ///
  /// Near enough is at most a third of the length, at least two edits; capitals do not count. Ties go
  /// to the first candidate.
  ///
  /// Complexity: O(n·m²) for n candidates about as long as the name, m.
  public static func nearest(to name: String, among candidates: [String]) -> String? {
    let limit = max(2, name.count / 3)
    var best: (name: String, distance: Int)?
    for candidate in candidates where abs(candidate.count - name.count) <= limit {
      let distance = EditDistance.between(
        Array(name.lowercased()), Array(candidate.lowercased()))
      if distance <= limit, distance < best?.distance ?? .max { best = (candidate, distance) }
    }
    return best?.name
  }
}
