import Quant

/// Values a book at a session's close.
enum BookReader {
  static func state(of layout: BookLayout, in market: SessionMarket) -> BookState {
    let valuation = BookValuation(
      legs: layout.legs, market: market.indexMarket
    ) { market.indexQuotes[$0] }
    return BookState(
      snapshot: layout.snapshot.date, valuation: valuation, structures: layout.structures,
      profiles: layout.profiles, creditDollars: layout.creditDollars,
      widthPoints: layout.widthPoints, breakEvenWinRate: layout.breakEvenWinRate,
      optionsOutside: market.account.optionsOutside(at: market.date))
  }
}
