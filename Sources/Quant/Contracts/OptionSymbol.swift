/// Why a text is not an option symbol.
public enum OptionSymbolError: Error, Equatable, Sendable {
  /// The text is not root, date, right and strike.
  case malformed(String)
  /// The six date digits are not a date.
  case invalidDate(String)
  /// The strike is zero, or not a number of thousandths with five digits before the point.
  case invalidStrike(String)
  /// The symbol is sound, but its root is not one of ``OptionRoot``.
  case unsupportedRoot(String)
}

extension OptionSymbolError: CustomStringConvertible {
  /// One plain sentence without a full stop.
  public var description: String {
    switch self {
    case .malformed(let text):
      "\"\(text)\" is not an option symbol of the form root, yymmdd, C or P, strike"
    case .invalidDate(let digits): "\"\(digits)\" in the option symbol is not a date yymmdd"
    case .invalidStrike(let text):
      "\"\(text)\" in the option symbol is not a strike between 0.001 and 99999.999"
    case .unsupportedRoot(let root):
      "the option root \"\(root)\" is not supported; use SPX, SPXW or VIX"
    }
  }
}

/// The symbol of a listed option in the form of the Options Symbology Initiative (OSI).
///
/// Twenty-one characters: the root padded with spaces to six, the expiration as yymmdd, C or P, and
/// the strike in thousandths as eight digits. Years are 2000 to 2099.
public struct OptionSymbol: Sendable, Hashable {
  /// The root, one to six capital letters and digits.
  public let root: String
  /// The date in the symbol; for S&P 500 monthlies before February 2015 a Saturday.
  public let expiration: CalendarDate
  /// Call or put.
  public let right: OptionRight
  /// The strike in thousandths of a point, 1 to 99,999,999.
  public let strikeThousandths: Int

  /// The strike in points.
  public var strike: Double { Double(strikeThousandths) / 1000 }

  /// Reads a symbol of any root.
  ///
  /// Accepts the 21-character form, the same without padding, an optional leading dot, and the form
  /// with the strike in points (`SPXW260317P6660`, `.VIX260520C22.5`). Eight strike digits without a
  /// point are thousandths.
  ///
  /// - Throws: ``OptionSymbolError`` with the offending part of the text.
  public init(_ text: String) throws(OptionSymbolError) {
    var bytes = Array(text.utf8)
    if bytes.first == UInt8(ascii: ".") { bytes.removeFirst() }
    guard
      let rightIndex = bytes.lastIndex(where: { $0 == UInt8(ascii: "C") || $0 == UInt8(ascii: "P") }
      ),
      rightIndex >= 7, bytes.count > rightIndex + 1,
      let root = Self.root(bytes[..<(rightIndex - 6)])
    else { throw .malformed(text) }
    let date = bytes[(rightIndex - 6)..<rightIndex]
    guard date.allSatisfy(\.isDigit) else { throw .malformed(text) }
    let number = date.decimalValue
    guard
      let expiration = CalendarDate(
        year: 2000 + number / 10_000, month: number / 100 % 100, day: number % 100)
    else { throw .invalidDate(String(decoding: date, as: UTF8.self)) }
    let digits = bytes[(rightIndex + 1)...]
    guard digits.allSatisfy({ $0.isDigit || $0 == UInt8(ascii: ".") }) else {
      throw .malformed(text)
    }
    guard let thousandths = Self.thousandths(digits) else {
      throw .invalidStrike(String(decoding: digits, as: UTF8.self))
    }
    self.root = root
    self.expiration = expiration
    right = bytes[rightIndex] == UInt8(ascii: "C") ? .call : .put
    strikeThousandths = thousandths
  }

  /// The symbol of a contract; `nil` when its strike is not a whole number of thousandths between
  /// 0.001 and 99999.999 or its year is outside 2000 to 2099.
  public init?(_ contract: OptionContract) {
    let scaled = (contract.strike * 1000).rounded()
    guard scaled >= 1, scaled <= 99_999_999, abs(scaled / 1000 - contract.strike) < 1e-9,
      (2000...2099).contains(contract.expiration.year)
    else { return nil }
    root = contract.root.rawValue
    expiration = contract.expiration
    right = contract.right
    strikeThousandths = Int(scaled)
  }

  /// The root without its padding; `nil` unless it is one to six capital letters and digits that
  /// begin with a letter.
  private static func root(_ bytes: ArraySlice<UInt8>) -> String? {
    let padded = bytes.last == UInt8(ascii: " ")
    guard !padded || bytes.count == 6 else { return nil }
    let end = bytes.lastIndex { $0 != UInt8(ascii: " ") }.map { $0 + 1 } ?? bytes.startIndex
    let root = bytes[bytes.startIndex..<end]
    guard let first = root.first, first.isCapital, root.count <= 6,
      root.allSatisfy({ $0.isCapital || $0.isDigit })
    else { return nil }
    return String(decoding: root, as: UTF8.self)
  }

  /// The strike in thousandths from eight digits, or from points with up to three decimals.
  private static func thousandths(_ bytes: ArraySlice<UInt8>) -> Int? {
    let parts = bytes.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    let value: Int
    switch parts.count {
    case 1 where bytes.count == 8:
      value = bytes.decimalValue
    case 1 where bytes.count <= 7:
      value = bytes.decimalValue * 1000
    case 2 where (1...7).contains(parts[0].count) && (1...3).contains(parts[1].count):
      let scale = [100, 10, 1][parts[1].count - 1]
      value = parts[0].decimalValue * 1000 + parts[1].decimalValue * scale
    default:
      return nil
    }
    return (1...99_999_999).contains(value) ? value : nil
  }
}

extension UInt8 {
  fileprivate var isDigit: Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) }
  fileprivate var isCapital: Bool { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(self) }
}

extension Sequence<UInt8> {
  /// The number the ASCII digits spell; callers have checked that they are at most eight digits.
  fileprivate var decimalValue: Int { reduce(0) { $0 * 10 + Int($1) - 0x30 } }
}

extension OptionSymbol: CustomStringConvertible {
  /// The 21-character form.
  public var description: String {
    let (year, month, day) = expiration.components
    let date = ((year % 100) * 100 + month) * 100 + day
    return root + String(repeating: " ", count: max(0, 6 - root.count))
      + Self.padded(date, 6) + (right == .call ? "C" : "P") + Self.padded(strikeThousandths, 8)
  }

  /// Reads the symbol of a contract this library can price.
  ///
  /// A Saturday date, which S&P 500 monthlies carried until January 2015, becomes the last session
  /// before it. ``format(_:)`` writes the date of the contract, not that Saturday.
  ///
  /// - Throws: ``OptionSymbolError``; a sound symbol of any root but SPX, SPXW and VIX throws
  ///   ``OptionSymbolError/unsupportedRoot(_:)``.
  public static func parse(_ text: String) throws(OptionSymbolError) -> OptionContract {
    let symbol = try OptionSymbol(text)
    guard let root = OptionRoot(rawValue: symbol.root) else {
      throw .unsupportedRoot(symbol.root)
    }
    let expiration =
      symbol.expiration.weekday == .saturday
      ? ExchangeCalendar.nyse.previous(before: symbol.expiration) : symbol.expiration
    return OptionContract(
      root: root, expiration: expiration, strike: symbol.strike, right: symbol.right)
  }

  /// The 21-character symbol of a contract.
  ///
  /// A contract OSI cannot express (see ``init(_:)-(OptionContract)``) is written with its strike in
  /// points in place of the eight digits, a text that stays readable but is not an OSI symbol.
  public static func format(_ contract: OptionContract) -> String {
    if let symbol = OptionSymbol(contract) { return symbol.description }
    let (year, month, day) = contract.expiration.components
    return contract.root.rawValue + padded((year % 100 * 100 + month) * 100 + day, 6)
      + (contract.right == .call ? "C" : "P") + "\(contract.strike)"
  }

  private static func padded(_ value: Int, _ width: Int) -> String {
    let digits = String(value)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}
