import ALVH
import MarketData
import Quant

extension BookFile {
  /// Options on the S&P 500 index that a statement lists beside the book, by the statement's date.
  ///
  /// Of the other holdings those of the kind `option` whose symbol begins with SPX, SPXW or SPXPM.
  /// Rows of one symbol are added, so that lots which cancel each other are no position. Mini index
  /// and fund options (XSP, SPY) have another underlying and do not count.
  var optionsOutsideBook: [CalendarDate: [OptionOutsideBook]] {
    otherHoldings.compactMapValues { holdings in
      var quantities: [String: Double] = [:]
      for holding in holdings where Self.isIndexOption(holding) {
        quantities[holding.symbol, default: 0] += holding.quantity
      }
      let open = quantities.filter { $0.value != 0 }.keys.sorted()
      return open.isEmpty
        ? nil : open.map { OptionOutsideBook(expiration: Self.expiration(of: $0)) }
    }
  }

  private static func isIndexOption(_ holding: OtherHolding) -> Bool {
    let root = holding.symbol.split(separator: " ").first.map(String.init) ?? ""
    return holding.kind == "option" && ["SPX", "SPXW", "SPXPM"].contains(root)
  }

  /// The expiration in a symbol as the import writes it: `SPX 2022-01-31 4600 put`.
  private static func expiration(of symbol: String) -> CalendarDate? {
    symbol.split(separator: " ").dropFirst().lazy.compactMap { CalendarDate(String($0)) }.first
  }
}
