/// A holding of a book that the method does not work with: listed on the page, in no sum.
public struct OtherHolding: Sendable, Hashable, Codable {
  /// What kind of instrument it is, in the words of the file: `option`, `equity`, `future` or the
  /// broker's own.
  public var kind: String
  /// The symbol, for an option with expiration, strike and right.
  public var symbol: String
  /// Contracts or shares, negative when short.
  public var quantity: Double
  /// The currency of its prices.
  public var currency: String
  /// Why the method does not work with it.
  public var reason: String

  /// Creates a holding.
  public init(kind: String, symbol: String, quantity: Double, currency: String, reason: String) {
    self.kind = kind
    self.symbol = symbol
    self.quantity = quantity
    self.currency = currency
    self.reason = reason
  }
}

/// Reads the other holdings of a book: `kind,symbol,quantity,currency,reason`.
public enum OtherHoldingReader {
  /// The columns of the file.
  public static let columns = ["kind", "symbol", "quantity", "currency", "reason"]

  private static let layout = CSVLayout(required: columns, allowsNoRows: true)

  /// The holdings in file order; rows with a fault are left out and reported.
  public static func read(
    _ bytes: [UInt8], file: String, into problems: inout [Diagnostic]
  ) -> [OtherHolding] {
    var sheet = CSVSheet(bytes, file: file, layout: layout)
    let columns = columns.map { sheet.column($0) }
    var records: [OtherHolding] = []
    while sheet.advance() {
      guard let quantity = sheet.number(columns[2]) else { continue }
      let texts = columns.map { sheet.text($0) ?? "" }
      records.append(
        OtherHolding(
          kind: texts[0], symbol: texts[1], quantity: quantity, currency: texts[3],
          reason: texts[4]))
    }
    problems += sheet.problems
    return records
  }
}
