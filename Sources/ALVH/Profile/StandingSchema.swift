import Quant

/// The parameters of a standing profile: what a file may set.
enum StandingSchema {
  static let calendarDays = "calendar days"
  static let daysAfterBook = "calendar days after the book’s expiration"
  static let delta = "delta"
  static let pointsAboveFuture = "points above the future"
  static let percentAboveSpot = "% above spot VIX"
  static let contracts = "contracts"
  static let percentOfHedge = "% of the hedge’s notional"
  static let percentOfNAV = "% of net asset value, in premium"

  private static let share = ["%", "fraction"]

  /// Every definition in reading order.
  static let definitions: [ParameterDefinition] = layers + steps + hedge + book + common

  private static let layers: [ParameterDefinition] = {
    let group = "Layers"
    return [
      .init(
        "layers.#.instrument", group, "Layer #, contract", units: ["instrument"],
        .word(StandingLayer.Instrument.allCases.map(\.rawValue))),
      .init(
        "layers.#.days", group, "Layer #, tenor", units: [calendarDays, daysAfterBook],
        .count(0...730)),
      .init(
        "layers.#.strike", group, "Layer #, strike",
        units: [delta, pointsAboveFuture, percentAboveSpot], .number(-100...1000)),
      .init(
        "layers.#.quantity", group, "Layer #, size",
        units: [contracts, percentOfHedge, percentOfNAV], .number(-1000...1000)),
      .init(
        "layers.#.perCondors", group, "Layer #, condors it is counted for", units: ["condors"],
        .count(1...1000)),
      .init(
        "layers.#.roll", group, "Layer #, replaced at", units: ["calendar days left"],
        .count(1...730)),
    ]
  }()

  private static let steps: [ParameterDefinition] = [
    .init(
      "steps.#.from", "Allocation", "Step #, from a VX future of", units: ["VIX points"],
      .number(0...1000)),
    .init(
      "steps.#.share", "Allocation", "Step #, premium at a roll", units: share, .number(0...1)),
  ]

  private static let hedge: [ParameterDefinition] = [
    .init(
      "hedge.notional", "Hedge", "Gross notional of the whole hedge", units: share, .number(0...1)),
    .init(
      "hedge.fromVIX", "Hedge", "Held from a VIX of", units: ["VIX points"], .number(0...200)),
  ]

  private static let book: [ParameterDefinition] = [
    .init("book.size", "Book", "Condors sold", units: share, .number(0...10)),
    .init("gates.#.from", "Book", "Gate #, from a VIX of", units: ["VIX points"], .number(0...200)),
    .init("gates.#.size", "Book", "Gate #, new condors", units: share, .number(0...10)),
  ]

  private static let common: [ParameterDefinition] = [
    .init(
      "tenorTolerance", "Contracts and cost", "Distance of a listed expiration at most",
      units: [calendarDays], .count(0...365)),
    .init(
      "reviewDays", "Contracts and cost", "Period of the carry", units: [calendarDays],
      .count(1...365)),
    .init(
      "commission", "Contracts and cost", "Commission", units: ["dollars per contract"],
      .number(0...100)),
    .init(
      "model.betaBase", "Model of the market", "β at expiration",
      units: ["points of future per point of VIX"], .number(0...5)),
    .init(
      "model.betaExponent", "Model of the market", "Decay of β with the tenor",
      units: ["power of 1 + days/30"], .number(0...5)),
  ]
}
