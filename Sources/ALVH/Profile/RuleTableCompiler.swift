import Quant

/// Builds the rule table's parameters from checked entries and refuses combinations that cannot be.
struct RuleTableCompiler {
  let source: ProfileSource
  let checked: [ProfileCompiler.Checked]

  private static let layers = 1...3

  func plan(into issues: inout [ProfileIssue]) -> ProfilePlan? {
    var profile = Profile.seedOBV
    profile.id = source.id
    profile.version = source.version
    profile.summary = source.summary
    for entry in RuleTableSchema.entries {
      for index in entry.definition.pattern.contains("#") ? Array(Self.layers) : [0] {
        let key = entry.definition.key(index)
        if let found = checked.first(where: { $0.parameter.key == key }) {
          entry.assign(&profile, index, found.value)
        } else if !source.parameters.contains(where: { $0.key == key }) {
          issues.append(
            .init(
              key: nil, what: "the parameter `\(key)` is missing",
              remedy: "Add it, or name a profile that has it with `base:`."))
        }
      }
    }
    for entry in checked where entry.index > Self.layers.upperBound {
      issues.append(
        .init(
          key: entry.parameter.key, what: "the rule table has no layer \(entry.index)",
          remedy: "Remove it; layers are 1 to 3."))
    }
    guard issues.isEmpty else { return nil }
    combinations(profile, into: &issues)
    return .ruleTable(profile)
  }

  private func combinations(_ profile: Profile, into issues: inout [ProfileIssue]) {
    func require(_ holds: Bool, _ key: String, _ what: String, _ remedy: String) {
      if !holds { issues.append(.init(key: key, what: what, remedy: remedy)) }
    }
    func ordered(_ low: String, _ high: String, _ holds: Bool) {
      require(holds, low, "`\(low)` is greater than `\(high)`", "Exchange them or correct one.")
    }
    let divergence = profile.divergence
    ordered(
      "divergence.volumeWindow", "divergence.right", divergence.volumeWindow <= divergence.right)
    ordered(
      "divergence.minSeparation", "divergence.maxSeparation",
      divergence.minSeparation <= divergence.maxSeparation)
    let momentum = profile.momentum
    require(
      momentum.macdFast < momentum.macdSlow, "macd.fast",
      "`macd.fast` is not smaller than `macd.slow`", "Exchange them or correct one.")
    let engine = profile.engine
    ordered(
      "engine.rebalanceMin", "engine.rebalanceMax", engine.rebalanceMin <= engine.rebalanceMax)
    ordered(
      "engine.expirySessions", "engine.rollSessions", engine.expirySessions <= engine.rollSessions)
    ordered(
      "context.surpriseFloor", "context.surpriseScore",
      profile.context.surpriseFloor <= profile.context.surpriseScore)
    let sizing = profile.sizing
    ordered("sizing.minDays", "sizing.maxDays", sizing.minDays <= sizing.maxDays)
    ordered("sizing.rollMinDays", "sizing.rollMaxDays", sizing.rollMinDays <= sizing.rollMaxDays)
    ordered("sizing.minDelta", "sizing.maxDelta", sizing.minDelta <= sizing.maxDelta)
    for (index, band) in profile.bands.enumerated() {
      let layer = "bands.\(index + 1)."
      ordered(layer + "coverageMin", layer + "coverageMax", band.coverageMin <= band.coverageMax)
      ordered(layer + "notionalMin", layer + "notionalMax", band.notionalMin <= band.notionalMax)
      guard index > 0 else { continue }
      let below = profile.bands[index - 1]
      require(
        below.coverageMin <= band.coverageMin && below.coverageMax <= band.coverageMax,
        layer + "coverageMin", "layer \(index + 1) covers less than layer \(index)",
        "Layers are cumulative: raise its coverage.")
      require(
        below.notionalMin <= band.notionalMin && below.notionalMax <= band.notionalMax,
        layer + "notionalMin", "layer \(index + 1) is smaller than layer \(index)",
        "Layers are cumulative: raise its notional.")
    }
  }
}
