import MarketData

/// How a value came about; different words on the page, and the raw value is that word.
enum ValueOrigin: String, Sendable, CaseIterable {
  /// A bid, an ask or their midpoint in a market.
  case quoted
  /// Settled by an exchange.
  case settled
  /// Published by a vendor or an agency, or written down by the author.
  case published
  /// Computed by a formula from values that are quoted, settled or published.
  case derived
  /// Computed by a model, or from what a model gave.
  case modelled
  /// Chosen by the profile or the book.
  case assumed
}

/// The origins of what a site's sources hold and of what is computed from them.
struct ValueOrigins: Sendable {
  private var kinds: [MarketInput: SourceKind] = [:]

  /// Reads the kinds of the declared sources; of several for one input the modelled one counts.
  init(_ sources: [SourceEntry]) {
    for entry in sources {
      guard let input = MarketInput(feeding: entry) else { continue }
      if kinds[input] != .modelled { kinds[input] = entry.kind }
    }
  }

  /// The origin of a value that stands in a source; `published` when none is declared.
  func row(_ input: MarketInput) -> ValueOrigin {
    switch kinds[input] ?? .published {
    case .quoted: .quoted
    case .settled: .settled
    case .published: .published
    case .modelled: .modelled
    }
  }

  /// The origin of what a formula makes of values of these inputs.
  func derived(_ inputs: MarketInput...) -> ValueOrigin {
    inputs.contains { kinds[$0] == .modelled } ? .modelled : .derived
  }
}
