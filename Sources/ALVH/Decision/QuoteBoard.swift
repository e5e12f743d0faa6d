import Quant

/// A session's quotes of one kind of option, found by contract.
///
/// Sorted rather than hashed: a session asks for a handful of its quotes, and hashing all of them
/// would cost more than everything else the session does.
struct QuoteBoard: Sendable {
  /// The quotes in contract order, one per contract.
  let quotes: [OptionQuote]

  /// Takes quotes in any order; of several for one contract the last counts.
  init(_ quotes: [OptionQuote]) {
    var isSorted = true
    for index in quotes.indices.dropFirst()
    where quotes[index].contract <= quotes[index - 1].contract {
      isSorted = false
      break
    }
    self.quotes = isSorted ? quotes : Self.sorted(quotes)
  }

  private static func sorted(_ quotes: [OptionQuote]) -> [OptionQuote] {
    var last: [OptionContract: OptionQuote] = [:]
    for quote in quotes { last[quote.contract] = quote }
    return last.values.sorted { $0.contract < $1.contract }
  }

  /// The quote of a contract; O(log n).
  subscript(contract: OptionContract) -> OptionQuote? {
    let index = quotes.partitioningIndex { !($0.contract < contract) }
    guard index < quotes.endIndex, quotes[index].contract == contract else { return nil }
    return quotes[index]
  }

  /// The contracts quoted, in contract order.
  var contracts: some Sequence<OptionContract> { quotes.lazy.map(\.contract) }
}
