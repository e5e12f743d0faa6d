import ALVH

/// Parameters written as profile files have them, for tests of the compiler.
enum ProfileSources {
  static func parameter(
    _ key: String, _ value: String, _ unit: String, of denominator: String = ""
  ) -> ProfileParameter {
    ProfileParameter(
      key: key, value: value, unit: unit, denominator: denominator, source: "test",
      origin: .invented)
  }

  /// One layer of VIX calls: 4 for 4 condors, half a delta, 30 days.
  static var standing: ProfileSource {
    ProfileSource(
      id: "one-layer", version: 1, kind: .standing, summary: "One layer.",
      parameters: [
        parameter("layers.1.instrument", "vix-call", "instrument"),
        parameter("layers.1.days", "30", "calendar days"),
        parameter("layers.1.strike", "0.50", "delta"),
        parameter("layers.1.quantity", "4", "contracts"),
        parameter("layers.1.perCondors", "4", "condors"),
        parameter("layers.1.roll", "10", "calendar days left"),
        parameter("book.size", "100", "%", of: "condors"),
        parameter("tenorTolerance", "20", "calendar days"),
        parameter("reviewDays", "14", "calendar days"),
        parameter("commission", "0.65", "dollars per contract"),
        parameter("model.betaBase", "0.80", "points of future per point of VIX"),
        parameter("model.betaExponent", "0.70", "power of 1 + days/30"),
      ])
  }

  /// A source with some parameters replaced or, without a value, removed, and others added.
  static func standing(_ changes: [(key: String, value: String?, unit: String)]) -> ProfileSource {
    var source = standing
    for change in changes {
      source.parameters.removeAll { $0.key == change.key }
      if let value = change.value {
        source.parameters.append(parameter(change.key, value, change.unit, of: "something"))
      }
    }
    return source
  }

  static func issues(_ source: ProfileSource) -> [String] {
    var issues: [ProfileIssue] = []
    let definition = ProfileCompiler.compile(source, into: &issues)
    return definition == nil ? issues.map { "\($0.key ?? "-"): \($0.what)" } : []
  }
}
