public import Quant

/// One line of a broker's statement: what an account held at a date.
public struct BrokerHolding: Sendable, Hashable, Codable {
  /// What kind of instrument it is.
  public enum Instrument: Sendable, Hashable, Codable {
    /// A listed option. `root` is the option class, `multiplier` the units of the underlying each
    /// contract delivers.
    case option(
      root: String, expiration: CalendarDate, strike: Double, right: OptionRight,
      multiplier: Double)
    /// A share, fund or trust.
    case equity(symbol: String)
    /// A future; expiration and multiplier are `nil` when the statement does not tell them.
    case future(symbol: String, expiration: CalendarDate?, multiplier: Double?)
    /// Anything else: bonds, currencies, options on futures; `category` is the broker's word.
    case other(symbol: String, category: String)
  }

  /// The account, masked because a site is public.
  ///
  /// It is `…` and at most the last four characters, such as `…4567`; empty when the file names no
  /// account. Accounts of one file that would look the same are numbered: `…4567`, `…4567 (2)`.
  public var account: String
  /// The date of the statement, New York.
  public var date: CalendarDate
  /// What is held.
  public var instrument: Instrument
  /// Contracts or shares, negative when short; fractions of shares are possible.
  public var quantity: Double
  /// Price per unit paid or received when opened, in the instrument's points; `nil` when not told.
  public var entryPrice: Double?
  /// The day it was opened; `nil` when the statement does not tell.
  public var entryDate: CalendarDate?
  /// The broker's mark at the date, in points, which is not a quote; `nil` when not told.
  public var mark: Double?
  /// The currency of prices, ISO 4217.
  public var currency: String

  /// Creates a holding.
  public init(
    account: String, date: CalendarDate, instrument: Instrument, quantity: Double,
    entryPrice: Double?, entryDate: CalendarDate?, mark: Double?, currency: String = "USD"
  ) {
    self.account = account
    self.date = date
    self.instrument = instrument
    self.quantity = quantity
    self.entryPrice = entryPrice
    self.entryDate = entryDate
    self.mark = mark
    self.currency = currency
  }

  /// The contract, when it is an SPX, SPXW or VIX option of the usual multiplier.
  public var contract: OptionContract? {
    guard
      case .option(let name, let expiration, let strike, let right, let multiplier) = instrument,
      let root = OptionRoot(rawValue: name), root.multiplier == multiplier
    else { return nil }
    return OptionContract(root: root, expiration: expiration, strike: strike, right: right)
  }

  /// The symbol or, for an option, its class.
  public var symbol: String {
    switch instrument {
    case .option(let root, _, _, _, _): root
    case .equity(let symbol), .future(let symbol, _, _), .other(let symbol, _): symbol
    }
  }
}
