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
    self.quotes = Self.isSorted(quotes) ? quotes : Self.sorted(quotes)
  }

  /// Whether the contracts ascend; asked for every session, so the usual case comes first.
  private static func isSorted(_ quotes: [OptionQuote]) -> Bool {
    quotes.withUnsafeBufferPointer { quotes in
      guard var left = quotes.first?.contract else { return true }
      for index in 1..<quotes.count {
        let right = quotes[index].contract
        let isNextStrike =
          left.root == right.root && left.expiration == right.expiration
          && left.strike < right.strike
        guard isNextStrike || left < right else { return false }
        left = right
      }
      return true
    }
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
