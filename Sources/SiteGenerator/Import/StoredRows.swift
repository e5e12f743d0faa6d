import MarketData
import Quant

/// Typed records as rows of the project's own formats.
enum StoredRows {
  /// Bars.
  static func bars(_ bars: [DailyBar]) -> StoredTable? {
    table(
      .yahooBars,
      bars.map {
        [
          $0.date.description, CSVText.number($0.open), CSVText.number($0.high),
          CSVText.number($0.low), CSVText.number($0.close), $0.volume.map(CSVText.number) ?? "",
        ]
      })
  }

  /// Dated values; the date they became known is written where it is another day.
  static func series(_ values: [DatedValue]) -> StoredTable? {
    table(
      .series,
      values.map {
        [
          $0.date.description, CSVText.number($0.value),
          $0.known == $0.date ? "" : $0.known.description,
        ]
      })
  }

  /// Futures settlements.
  static func settlements(_ settlements: [FuturesSettlement]) -> StoredTable? {
    table(
      .futuresSettlements,
      settlements.map {
        [$0.date.description, $0.expiration.description, CSVText.number($0.settle)]
      })
  }

  /// Option quotes.
  static func quotes(_ quotes: [OptionQuote]) -> StoredTable? {
    table(
      .optionQuotes,
      quotes.map {
        [
          $0.date.description, $0.contract.root.rawValue, $0.contract.expiration.description,
          CSVText.number($0.contract.strike), $0.contract.right == .call ? "call" : "put",
          CSVText.number($0.bid), CSVText.number($0.ask),
        ]
      })
  }

  /// Advances and declines.
  static func breadth(_ counts: [BreadthCount]) -> StoredTable? {
    table(
      .breadth,
      counts.map { [$0.date.description, String($0.advances), String($0.declines), ""] })
  }

  /// Policy dates.
  static func policy(_ events: [PolicyEvent]) -> StoredTable? {
    table(.policyEvents, events.map { [$0.date.description, $0.kind.rawValue, ""] })
  }

  /// What companies filed.
  static func fundamentals(_ records: [FundamentalRecord]) -> StoredTable? {
    let text: (Double?) -> String = { $0.map(CSVText.number) ?? "" }
    return table(
      .fundamentals,
      records.map {
        [
          $0.known.description, $0.ticker, $0.sector, text($0.price), text($0.shares),
          text($0.operatingCashFlow), text($0.priceToEarnings),
        ]
      })
  }

  private static func table(_ format: SourceFormat, _ rows: [[String]]) -> StoredTable? {
    StoredTable.Layout(format).map { StoredTable(layout: $0, rows: rows) }
  }
}
