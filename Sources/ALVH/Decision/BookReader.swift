import Quant

/// Values a book snapshot at a session's close.
enum BookReader {
  static func state(of snapshot: BookSnapshot, in market: SessionMarket) -> BookState {
    let valuation = BookValuation(
      positions: snapshot.positions, quotes: market.indexQuotes.quotes,
      market: BookMarket(
        date: market.date, spot: market.spot, rate: market.account.rate,
        dividendYield: market.account.dividendYield, calendar: market.calendar.exchange))
    let structures = StructureRecognition.recognise(snapshot.positions)
    let credit = snapshot.positions.reduce(0.0) {
      $0 - Double($1.quantity) * $1.entryPrice * $1.contract.root.multiplier
    }
    let condor = structures.first { $0.kind.isCondor }
    let width = condor.flatMap { condor -> Double? in
      guard let short = condor.shortPutStrike, let long = condor.longPutStrike else { return nil }
      return short - long
    }
    return BookState(
      snapshot: snapshot.date, valuation: valuation, structures: structures,
      profiles: PayoffProfile.perSeries(snapshot.positions),
      creditDollars: credit, widthPoints: width,
      breakEvenWinRate: condor.flatMap { condor in
        width.flatMap { $0 > 0 ? 1 - condor.credit / $0 : nil }
      })
  }
}
