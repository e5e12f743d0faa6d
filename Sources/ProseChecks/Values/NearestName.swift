import TextDistance

/// Finds the known name that a misspelt one probably meant.
enum NearestName {
  /// The candidate within a third of the length, at least two slips; ties go to the first.
  static func of(_ name: String, among candidates: [String]) -> String? {
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
