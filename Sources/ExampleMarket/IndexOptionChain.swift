public import Quant

/// The SPXW quotes of one tranche of the book on one session.
///
/// Quoted are strikes every 25 points from 15 % below the spot to 8 % above on their
/// out-of-the-money side, both sides within 3 % of the spot (for put-call parity), and from the
/// entry on the four legs held and the puts 5, 15 and 20 points below the short put, to which a put
/// spread can be moved. The chain starts five sessions before the entry and ends with the exit.
public struct IndexOptionChain: Sendable {
  private let tranche: CondorTranche

  /// Creates the chain of a tranche.
  public init(_ tranche: CondorTranche) {
    self.tranche = tranche
  }

  /// The quotes of a session in contract order; empty outside the chain's time.
  public func quotes(_ state: SessionState, calendar: ExchangeCalendar = .nyse) -> [OptionQuote] {
    let first = calendar.adding(sessions: -5, to: tranche.entry)
    guard (first...tranche.exit).contains(state.date) else { return [] }
    var contracts = Set(thinChain(spot: state.spot))
    if state.date >= tranche.entry { contracts.formUnion(heldAndWider) }
    let smile = IndexSmile(state)
    return contracts.sorted().compactMap { contract in
      guard let value = smile.value(contract) else { return nil }
      let (bid, ask) = QuoteTicks.indexOptions.quote(mid: value.price)
      return OptionQuote(date: state.date, contract: contract, bid: bid, ask: ask)
    }
  }

  private var heldAndWider: [OptionContract] {
    tranche.legs.map(\.contract)
      + [5, 15, 20].map { tranche.contract(.put, tranche.shortPut - $0) }
  }

  private func thinChain(spot: Double) -> [OptionContract] {
    let lowest = Int((spot * 0.85 / 25).rounded(.up))
    let highest = Int((spot * 1.08 / 25).rounded(.down))
    return (lowest...highest).flatMap { step -> [OptionContract] in
      let strike = Double(step) * 25
      let nearTheMoney = abs(strike / spot - 1) <= 0.03
      var contracts: [OptionContract] = []
      if strike <= spot || nearTheMoney { contracts.append(tranche.contract(.put, strike)) }
      if strike > spot || nearTheMoney { contracts.append(tranche.contract(.call, strike)) }
      return contracts
    }
  }
}
