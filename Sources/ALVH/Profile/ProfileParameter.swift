import Quant

/// One documented parameter of a profile: value, unit, denominator and where it comes from.
public struct ProfileParameter: Sendable, Hashable, Codable {
  /// How a value came into the method.
  public enum Origin: String, Sendable, Codable, CaseIterable {
    /// The seed says it.
    case stated
    /// The seed implies it.
    case inferred
    /// The seed is silent; this project chose it.
    case invented
  }

  /// The value as printed, without unit.
  public enum Value: Sendable, Hashable, Codable {
    /// A number with the decimals that mean something.
    case number(Double, decimals: Int)
    /// A fraction, printed as percent.
    case percent(Double, decimals: Int)
    /// A range of fractions, printed as percent.
    case percentRange(Double, Double, decimals: Int)
    /// A range of numbers.
    case range(Double, Double, decimals: Int)
    /// Yes or no.
    case flag(Bool)
  }

  /// Heading it is listed under.
  public var group: String
  /// Name in words.
  public var name: String
  /// Name in the code and in profile files.
  public var key: String
  /// The value.
  public var value: Value
  /// Its unit; empty when it has none.
  public var unit: String
  /// What a fraction is a fraction of; empty otherwise.
  public var denominator: String
  /// Section of the methodology or passage of the seed.
  public var source: String
  /// Stated, inferred or invented.
  public var origin: Origin
}

extension Profile {
  /// Every parameter of the profile, grouped in reading order.
  public var parameters: [ProfileParameter] {
    divergenceParameters + confirmationParameters + stateParameters + bandParameters
      + sizingParameterList
  }

  private func parameter(
    _ group: String, _ name: String, _ key: String, _ value: ProfileParameter.Value,
    unit: String = "", of denominator: String = "", _ source: String,
    _ origin: ProfileParameter.Origin
  ) -> ProfileParameter {
    ProfileParameter(
      group: group, name: name, key: key, value: value, unit: unit, denominator: denominator,
      source: source, origin: origin)
  }

  private func count(_ value: Int) -> ProfileParameter.Value { .number(Double(value), decimals: 0) }

  private var divergenceParameters: [ProfileParameter] {
    let group = "Divergence"
    let source = "methodology 1.6"
    return [
      parameter(
        group, "Bars before a swing high", "left", count(divergence.left), unit: "sessions", source,
        .invented),
      parameter(
        group, "Bars after a swing high", "right", count(divergence.right), unit: "sessions",
        source, .invented),
      parameter(
        group, "Window of the volume high", "volumeWindow", count(divergence.volumeWindow),
        unit: "sessions either side", source, .invented),
      parameter(
        group, "Distance of the two highs", "separation",
        .range(Double(divergence.minSeparation), Double(divergence.maxSeparation), decimals: 0),
        unit: "sessions", source, .invented),
      parameter(
        group, "Least rise in price", "minRise", .percent(divergence.minRise, decimals: 1),
        of: "earlier close", "seed: “higher highs”", .stated),
      parameter(
        group, "Widening of a chain", "wideningFactor",
        .number(divergence.wideningFactor, decimals: 2), unit: "times the last strength", source,
        .invented),
      parameter(
        group, "Life of a divergence", "maxActiveSessions", count(divergence.maxActiveSessions),
        unit: "sessions", source, .invented),
    ]
  }

  private var confirmationParameters: [ProfileParameter] {
    let group = "Confirmation and context"
    return [
      parameter(
        group, "RSI failure above", "failureSwing.threshold",
        .number(failureSwing.threshold, decimals: 0), unit: "RSI points",
        "seed: “failures above 60”", .stated),
      parameter(
        group, "Least swing in RSI", "failureSwing.delta", .number(failureSwing.delta, decimals: 1),
        unit: "RSI points", "methodology 1.4", .invented),
      parameter(
        group, "Longest failure swing", "failureSwing.maxBars", count(failureSwing.maxBars),
        unit: "sessions", "methodology 1.4", .invented),
      parameter(
        group, "MACD periods 12, 26, 9", "macd", .flag(true),
        "seed: “MACD crossunders”; usual periods", .inferred),
      parameter(
        group, "First layer waits for alignment", "requireAlignment",
        .flag(engine.requireAlignment), "seed: “if the divergence aligns with”", .stated),
      parameter(
        group, "Catalyst within", "catalystSessions", count(context.catalystSessions),
        unit: "sessions", "methodology 1.12", .invented),
      parameter(
        group, "Inflation surprises needed", "minSurprises", count(context.minSurprises),
        unit: "releases", "this project", .invented),
    ]
  }

  private var stateParameters: [ProfileParameter] {
    let group = "State machine"
    let source = "methodology 4.3"
    return [
      parameter(
        group, "Least time between changes", "minDwell", count(engine.minDwell), unit: "sessions",
        source, .invented),
      parameter(
        group, "Rebalance every", "rebalance",
        .range(Double(engine.rebalanceMin), Double(engine.rebalanceMax), decimals: 0),
        unit: "sessions", "seed: “every 3–5 trading days”", .stated),
      parameter(
        group, "Time stop without reinforcement", "timeStop", count(engine.timeStop),
        unit: "sessions", source, .invented),
      parameter(
        group, "Roll when this close to expiration", "rollSessions", count(engine.rollSessions),
        unit: "sessions", source, .invented),
      parameter(
        group, "Forced exit before expiration", "expirySessions", count(engine.expirySessions),
        unit: "sessions of trading", source, .invented),
    ]
  }

  private var bandParameters: [ProfileParameter] {
    bands.enumerated().flatMap { index, band -> [ProfileParameter] in
      let group = "Layer bands"
      let layer = index + 1
      return [
        parameter(
          group, "Layer \(layer), coverage", "bands.\(layer).coverage",
          .percentRange(band.coverageMin, band.coverageMax, decimals: 0),
          of: "short vega of the book",
          layer == 1 ? "seed: “+40 to +60” against −120" : "methodology 4.4",
          layer == 1 ? .stated : .invented),
        parameter(
          group, "Layer \(layer), notional", "bands.\(layer).notional",
          .percentRange(band.notionalMin, band.notionalMax, decimals: 1),
          of: "SPX notional of the book",
          layer == 1
            ? "seed: “0.5–1% notional”"
            : layer == 2 ? "between the seed’s two ranges" : "seed: “2–3%”",
          layer == 2 ? .inferred : .stated),
      ]
    }
  }

  private var sizingParameterList: [ProfileParameter] {
    let group = "Contracts and cost"
    return [
      parameter(
        group, "Days to expiration of a call", "tenor",
        .range(Double(sizing.minDays), Double(sizing.maxDays), decimals: 0), unit: "calendar days",
        "seed: “30–45 days”", .stated),
      parameter(
        group, "Delta of a call", "delta", .range(sizing.minDelta, sizing.maxDelta, decimals: 2),
        unit: "per point of the future", "seed: “out-of-the-money”", .invented),
      parameter(
        group, "Drag cap", "dragLimit", .percent(sizing.dragLimit, decimals: 2),
        of: "net asset value, per episode",
        "seed: “no more than 0.15% drag”; denominator by this project", .inferred),
      parameter(
        group, "Review period of the drag", "reviewDays", count(sizing.reviewDays),
        unit: "calendar days", "methodology 4.4", .invented),
      parameter(
        group, "Most contracts", "maxContracts", count(sizing.maxContracts), unit: "contracts",
        "methodology 4.4", .invented),
      parameter(
        group, "Commission", "commission", .number(sizing.commission, decimals: 2),
        unit: "dollars per contract", "this project", .invented),
    ]
  }
}
