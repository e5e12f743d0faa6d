import Quant

/// The option symbol in a chain's field.
///
/// The compact OSI form, which is all that Cboe writes, is read from the bytes; any other form goes
/// through `OptionSymbol`, which also names what is wrong.
struct ChainSymbol: Equatable {
  /// What a symbol tells.
  enum Reading: Equatable {
    case symbol(ChainSymbol)
    /// A sound symbol of an option class that is not used.
    case unsupported(root: String)
    case unreadable(OptionSymbolError)
  }

  let root: OptionRoot
  /// The date in the symbol, which may be the Saturday after expiration.
  let date: CalendarDate
  let right: OptionRight
  /// The strike in thousandths of a point.
  let strikeThousandths: Int

  /// Reads the symbol of a field.
  static func read(_ table: CSVTable, _ field: CSVTable.Field) -> Reading {
    if let symbol = compact(table.bytes, from: Int(field.start), to: Int(field.end)) {
      return .symbol(symbol)
    }
    do throws(OptionSymbolError) {
      let symbol = try OptionSymbol(table.text(of: field))
      guard let root = OptionRoot(rawValue: symbol.root) else {
        return .unsupported(root: symbol.root)
      }
      return .symbol(
        ChainSymbol(
          root: root, date: symbol.expiration, right: symbol.right,
          strikeThousandths: symbol.strikeThousandths))
    } catch {
      return .unreadable(error)
    }
  }

  /// Root, yymmdd, C or P and eight digits without padding; `nil` for any other form or root.
  private static func compact(_ bytes: [UInt8], from start: Int, to end: Int) -> ChainSymbol? {
    let tail = end - 15
    guard tail > start, let root = root(bytes, from: start, to: tail),
      let day = ChainDate.digits(bytes, from: tail, count: 6),
      let date = CalendarDate(
        year: 2000 + day / 10_000, month: day / 100 % 100, day: day % 100),
      let strike = ChainDate.digits(bytes, from: tail + 7, count: 8), strike > 0
    else { return nil }
    let right: OptionRight
    switch bytes[tail + 6] {
    case UInt8(ascii: "C"): right = .call
    case UInt8(ascii: "P"): right = .put
    default: return nil
    }
    return ChainSymbol(root: root, date: date, right: right, strikeThousandths: strike)
  }

  /// The option class the bytes spell; `nil` for any other.
  static func root(_ bytes: [UInt8], from start: Int, to end: Int) -> OptionRoot? {
    for (root, name) in roots where name.count == end - start {
      var index = 0
      while index < name.count, bytes[start + index] == name[index] { index += 1 }
      if index == name.count { return root }
    }
    return nil
  }

  private static let roots = OptionRoot.allCases.map { ($0, Array($0.rawValue.utf8)) }

  /// What to say about a row of a class that is not used.
  ///
  /// Weekly VIX options have no future of their own date among the monthly ones, and the layers are
  /// chosen among monthly expirations (methodology 2.6).
  static func unused(_ root: String) -> String {
    let why =
      root == "VIXW"
      ? "VIXW options expire weekly and the layers are monthly" : "\(root) options are not used"
    return "\(why); the row is skipped"
  }

  /// The strike in points.
  var strike: Double { Double(strikeThousandths) / 1000 }

  /// The contract's expiration: the date, or the session before a Saturday.
  var expiration: CalendarDate { Self.expiration(ofDate: date) }

  /// The day an option of this symbol date expires: the session before a Saturday, which S&P 500
  /// monthlies carried until January 2015, else the date itself.
  static func expiration(ofDate date: CalendarDate) -> CalendarDate {
    date.weekday == .saturday ? ExchangeCalendar.nyse.previous(before: date) : date
  }

  /// Whether the symbol is that of the column's date, which may also be the day of expiration.
  func agrees(with columnDate: CalendarDate) -> Bool {
    date == columnDate || expiration == columnDate
  }
}
