import ALVH
import MarketData
import TextDistance

extension SiteContent {
  /// Whether the site declares a real effective exchange rate, present or not.
  var declaresExchangeRate: Bool { sources.contains { $0.id == "reer" } }

  /// The profile with an id; an unknown one is reported with the nearest known one.
  func profile(
    _ id: String, at place: SourceLocation, into problems: inout [Diagnostic]
  ) -> ProfileDefinition? {
    if let profile = profiles[id] { return profile }
    problems.append(
      .error(place, "there is no profile `\(id)`", Self.remedy(for: id, profiles.definitions)))
    return nil
  }

  private static func remedy(for id: String, _ profiles: [ProfileDefinition]) -> String {
    let known = profiles.map(\.id)
    if known.isEmpty {
      return
        "Install Hedgebook again with make install, or name the product’s folder with --product."
    }
    return Spelling.nearest(to: id, among: known).map { "Did you mean `\($0)`?" }
      ?? "Known profiles: \(known.joined(separator: ", "))."
  }

  /// The rule table of the site's own profile.
  ///
  /// Write-ups explain signals, layers and caps, which a standing profile does not have.
  func ruleTable(into problems: inout [Diagnostic]) -> Profile? {
    let place = configuration.profilePlace
    guard let definition = profile(configuration.profile, at: place, into: &problems) else {
      return nil
    }
    if let ruleTable = definition.ruleTable { return ruleTable }
    problems.append(
      .error(
        place, "the profile `\(definition.id)` has no rule table, which write-ups explain",
        "Name a profile of the kind `\(ProfileSource.Kind.ruleTable.rawValue)`; the others are "
          + "compared on every page."))
    return nil
  }
}
