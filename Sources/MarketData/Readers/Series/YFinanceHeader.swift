/// The three header lines that the Python package yfinance writes:
/// `Price,Close,High,Low,Open,Volume`, `Ticker,^GSPC,^GSPC,…`, `Date,,,,,`.
///
/// The first two may stand in either order. Every column has a name and a ticker, and a file may hold
/// several tickers.
struct YFinanceHeader {
  /// The tickers in the order of their first columns.
  private(set) var tickers: [String] = []
  /// The columns after the date: name in lower case, and ticker.
  private var columns: [Column] = []

  private struct Column: Hashable {
    let name: String
    let ticker: String

    /// Whether name and ticker are such as the package writes; messages show both.
    var isSound: Bool {
      name != "date" && Self.isPlain(name) && Self.isPlain(ticker)
    }

    private static func isPlain(_ text: String) -> Bool {
      (1...24).contains(text.utf8.count) && text.utf8.allSatisfy { (0x20...0x7E).contains($0) }
    }
  }

  /// The lines before the first row of prices.
  static let lineCount = 3
  /// The prices that a bar needs.
  private static let prices = ["open", "high", "low", "close"]

  /// The header at the start of a file, `nil` for any other start.
  ///
  /// A column that is there twice or has no ticker, or a ticker without all four prices, is no such
  /// header. Complexity: O(length of the first lines).
  init?(_ sample: FileSample) {
    guard sample.cells.count >= Self.lineCount else { return nil }
    let lines = sample.cells.prefix(Self.lineCount)
    let marks = lines.map { $0.first?.lowercased() ?? "" }
    guard marks == ["price", "ticker", "date"] || marks == ["ticker", "price", "date"],
      lines[0].count == lines[1].count, lines[2].dropFirst().allSatisfy(\.isEmpty)
    else { return nil }
    let (names, owners) = marks[0] == "price" ? (lines[0], lines[1]) : (lines[1], lines[0])
    columns = zip(names, owners).dropFirst().map { Column(name: $0.lowercased(), ticker: $1) }
    let known = Set(columns)
    guard known.count == columns.count, columns.allSatisfy(\.isSound) else { return nil }
    for column in columns where tickers.last != column.ticker && !tickers.contains(column.ticker) {
      guard
        Self.prices.allSatisfy({ known.contains(Column(name: $0, ticker: column.ticker)) })
      else { return nil }
      tickers.append(column.ticker)
    }
    guard !tickers.isEmpty else { return nil }
  }

  /// The names of all columns in their order, each once: `Close`, or `Close ^GSPC` where there are
  /// several tickers.
  var names: [String] { ["Date"] + columns.map { name($0.name, of: $0.ticker) } }

  /// The name of a ticker's column in messages.
  func name(_ plain: String, of ticker: String) -> String {
    let words = plain.split(separator: " ").map { $0.prefix(1).uppercased() + $0.dropFirst() }
    return words.joined(separator: " ") + (tickers.count > 1 ? " \(ticker)" : "")
  }

  /// Whether a ticker has a column.
  func has(_ plain: String, of ticker: String) -> Bool {
    columns.contains(Column(name: plain, ticker: ticker))
  }
}
