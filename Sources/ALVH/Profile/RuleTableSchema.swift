import Quant

/// The parameters of a rule-table profile: what a file must set, and where each value goes.
enum RuleTableSchema {
  /// A definition with the place its value is written to; the index is that of a layer.
  struct Entry: Sendable {
    let definition: ParameterDefinition
    let assign: @Sendable (inout Profile, _ index: Int, _ value: Double) -> Void

    init(
      _ definition: ParameterDefinition,
      _ assign: @escaping @Sendable (inout Profile, Int, Double) -> Void
    ) {
      self.definition = definition
      self.assign = assign
    }
  }

  /// Every entry in reading order; keys with `#` stand for layers 1 to 3.
  static let entries: [Entry] =
    divergence + confirmation + context + states + bands + sizing + model

  private static let sessions = ["sessions"]
  private static let days = ["calendar days"]
  private static let share = ["%", "fraction"]

  private static let divergence: [Entry] = {
    let group = "Divergence"
    func bars(
      _ key: String, _ name: String, _ range: ClosedRange<Int>,
      _ path: any WritableKeyPath<DivergenceParameters, Int> & Sendable
    ) -> Entry {
      Entry(.init("divergence." + key, group, name, units: sessions, .count(range))) {
        $0.divergence[keyPath: path] = Int($2)
      }
    }
    return [
      bars("left", "Bars before a swing high", 1...60, \.left),
      bars("right", "Bars after a swing high", 0...60, \.right),
      bars("volumeWindow", "Window of the volume high, either side", 0...60, \.volumeWindow),
      bars("minSeparation", "Least distance of the two highs", 1...252, \.minSeparation),
      bars("maxSeparation", "Greatest distance of the two highs", 1...252, \.maxSeparation),
      Entry(
        .init("divergence.minRise", group, "Least rise in price", units: share, .number(0...0.5))
      ) { $0.divergence.minRise = $2 },
      bars("strengthWindow", "Bars that scale the strength", 2...252, \.strengthWindow),
      Entry(
        .init(
          "divergence.wideningFactor", group, "Widening of a chain",
          units: ["times the chain’s last strength"], .number(1...10))
      ) { $0.divergence.wideningFactor = $2 },
      bars("maxActiveSessions", "Life of a divergence", 1...252, \.maxActiveSessions),
    ]
  }()

  private static let confirmation: [Entry] = {
    let group = "Confirmation"
    func period(
      _ key: String, _ name: String,
      _ path: any WritableKeyPath<MomentumParameters, Int> & Sendable
    ) -> Entry {
      Entry(.init(key, group, name, units: sessions, .count(2...252))) {
        $0.momentum[keyPath: path] = Int($2)
      }
    }
    return [
      period("rsi.period", "RSI period", \.rsiPeriod),
      period("macd.fast", "MACD, faster average", \.macdFast),
      period("macd.slow", "MACD, slower average", \.macdSlow),
      period("macd.signal", "MACD, signal line", \.macdSignal),
      Entry(
        .init(
          "failureSwing.threshold", group, "RSI failure above", units: ["RSI points"],
          .number(1...99))
      ) { $0.failureSwing.threshold = $2 },
      Entry(
        .init(
          "failureSwing.delta", group, "Least swing in RSI", units: ["RSI points"], .number(0...50))
      ) { $0.failureSwing.delta = $2 },
      Entry(
        .init(
          "failureSwing.maxBars", group, "Longest failure swing", units: sessions, .count(1...252))
      ) { $0.failureSwing.maxBars = Int($2) },
    ]
  }()

  private static let context: [Entry] = {
    let group = "Context"
    let scores = ["standard deviations"]
    return [
      Entry(
        .init(
          "requireAlignment", group, "First layer waits for alignment", units: ["yes or no"], .flag)
      ) { $0.engine.requireAlignment = $2 != 0 },
      Entry(
        .init("context.catalystSessions", group, "Catalyst within", units: sessions, .count(1...60))
      ) { $0.context.catalystSessions = Int($2) },
      Entry(
        .init(
          "context.exchangeRateScore", group, "Exchange rate elevated from", units: scores,
          .number(0...10))
      ) { $0.context.exchangeRateScore = $2 },
      Entry(
        .init(
          "context.minSurprises", group, "Inflation surprises needed", units: ["releases"],
          .count(2...120))
      ) { $0.context.minSurprises = Int($2) },
      Entry(
        .init("context.surpriseDays", group, "Life of a surprise", units: days, .count(1...365))
      ) { $0.context.surpriseDays = Int($2) },
      Entry(
        .init(
          "context.surpriseScore", group, "Larger surprise at least", units: scores,
          .number(-10...10))
      ) { $0.context.surpriseScore = $2 },
      Entry(
        .init(
          "context.surpriseFloor", group, "Smaller surprise at least", units: scores,
          .number(-10...10))
      ) { $0.context.surpriseFloor = $2 },
    ]
  }()

  private static let states: [Entry] = {
    let group = "State machine"
    func counter(
      _ key: String, _ name: String, _ range: ClosedRange<Int>,
      _ path: any WritableKeyPath<EngineParameters, Int> & Sendable
    ) -> Entry {
      Entry(.init("engine." + key, group, name, units: sessions, .count(range))) {
        $0.engine[keyPath: path] = Int($2)
      }
    }
    return [
      counter("minDwell", "Least time between two layers", 0...60, \.minDwell),
      counter("rebalanceMin", "Rebalance by band after", 1...60, \.rebalanceMin),
      counter("rebalanceMax", "Rebalance in any case after", 1...60, \.rebalanceMax),
      counter("timeStop", "Time stop without reinforcement", 1...252, \.timeStop),
      counter("rollSessions", "Roll when this close to expiration", 0...60, \.rollSessions),
      counter("expirySessions", "Forced exit before expiration", 0...60, \.expirySessions),
    ]
  }()

  private static let bands: [Entry] = {
    let group = "Layer bands"
    func bound(
      _ key: String, _ name: String, _ limit: Double,
      _ path: any WritableKeyPath<LayerBand, Double> & Sendable
    ) -> Entry {
      Entry(.init("bands.#." + key, group, "Layer #, " + name, units: share, .number(0...limit))) {
        $0.bands[$1 - 1][keyPath: path] = $2
      }
    }
    return [
      bound("coverageMin", "least coverage", 5, \.coverageMin),
      bound("coverageMax", "greatest coverage", 5, \.coverageMax),
      bound("notionalMin", "least notional", 1, \.notionalMin),
      bound("notionalMax", "greatest notional", 1, \.notionalMax),
    ]
  }()

  private static let sizing: [Entry] = {
    let group = "Contracts and cost"
    func tenor(
      _ key: String, _ name: String,
      _ path: any WritableKeyPath<SizingParameters, Int> & Sendable
    ) -> Entry {
      Entry(.init("sizing." + key, group, name, units: days, .count(1...730))) {
        $0.sizing[keyPath: path] = Int($2)
      }
    }
    let delta = ["per point of the future"]
    return [
      tenor("minDays", "Fewest days to expiration of a call", \.minDays),
      tenor("maxDays", "Most days to expiration of a call", \.maxDays),
      tenor("rollMinDays", "Fewest days of a call rolled into", \.rollMinDays),
      tenor("rollMaxDays", "Most days of a call rolled into", \.rollMaxDays),
      Entry(
        .init("sizing.minDelta", group, "Least delta of a call", units: delta, .number(0...1))
      ) { $0.sizing.minDelta = $2 },
      Entry(
        .init("sizing.maxDelta", group, "Greatest delta of a call", units: delta, .number(0...1))
      ) { $0.sizing.maxDelta = $2 },
      Entry(.init("sizing.dragLimit", group, "Drag cap", units: share, .number(0...1))) {
        $0.sizing.dragLimit = $2
      },
      tenor("reviewDays", "Review period of the drag", \.reviewDays),
      Entry(
        .init(
          "sizing.maxContracts", group, "Most contracts", units: ["contracts"], .count(0...1000))
      ) { $0.sizing.maxContracts = Int($2) },
      Entry(
        .init(
          "sizing.commission", group, "Commission", units: ["dollars per contract"],
          .number(0...100))
      ) { $0.sizing.commission = $2 },
    ]
  }()

  private static let model: [Entry] = {
    let group = "Model of the market"
    return [
      Entry(
        .init(
          "model.betaBase", group, "β at expiration",
          units: ["points of future per point of VIX"], .number(0...5))
      ) { $0.model.beta.base = $2 },
      Entry(
        .init(
          "model.betaExponent", group, "Decay of β with the tenor", units: ["power of 1 + days/30"],
          .number(0...5))
      ) { $0.model.beta.exponent = $2 },
      Entry(
        .init(
          "model.vixElasticity", group, "Response of VIX to the index",
          units: ["change of ln VIX per log return"], .number(-50...0))
      ) { $0.model.vixElasticity = $2 },
      Entry(
        .init(
          "model.vixFloor", group, "Lowest VIX of a scenario", units: ["VIX points"],
          .number(1...100))
      ) { $0.model.vixFloor = $2 },
    ]
  }()
}
