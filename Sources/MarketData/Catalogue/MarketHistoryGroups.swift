import Quant

extension MarketHistory {
  /// Puts each session's settlements in order of expiration and its quotes in contract order.
  mutating func sortGroups() {
    for date in Array(futures.keys) {
      futures[date]?.sort { $0.expiration < $1.expiration }
    }
    vixOptions = vixOptions.mapValues(Self.inContractOrder)
    indexOptions = indexOptions.mapValues(Self.inContractOrder)
  }

  private static func inContractOrder(_ quotes: [OptionQuote]) -> [OptionQuote] {
    let isSorted = zip(quotes, quotes.dropFirst()).allSatisfy { $0.contract < $1.contract }
    return isSorted ? quotes : quotes.sorted { $0.contract < $1.contract }
  }
}

extension InputProvenance {
  /// Lowers an input's provenance to that of one more of its sources.
  mutating func lower(_ input: MarketInput, to provenance: Provenance) {
    switch input {
    case .indexBars: bars = max(bars, provenance)
    case .vix: vix = max(vix, provenance)
    case .futures: futures = max(futures, provenance)
    case .vixOptions: vixOptions = max(vixOptions, provenance)
    case .indexOptions: indexOptions = max(indexOptions, provenance)
    case .breadth: breadth = max(breadth, provenance)
    case .releases, .policy, .realEffectiveExchangeRate: break
    }
  }
}
