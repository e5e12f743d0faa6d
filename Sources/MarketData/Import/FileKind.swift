/// The kinds of file that `hedgebook import` recognises; the raw values are stable names.
public enum FileKind: String, Sendable, Hashable, Codable, CaseIterable {
  // Prices and series.
  /// A Cboe index history, `DATE,OPEN,HIGH,LOW,CLOSE` or `DATE,VVIX`.
  case cboeIndex = "cboe-index"
  /// Yahoo-style bars, with or without open, high, low and volume.
  case yahooBars = "yahoo-ohlcv"
  /// Stooq's bars, one symbol or bulk.
  case stooqBars = "stooq-ohlcv"
  /// A FRED series, old, new or API-like header.
  case fred
  /// Unicorn's headerless NYSE breadth files.
  case nyseBreadth = "nyse-breadth"
  /// A date column and one or more columns of numbers.
  case datedColumns = "dated-columns"

  // VX futures.
  /// One VX contract as the exchange publishes it.
  case cfeContract = "cfe-contract"
  /// Futures by rank: `VX1` to `VX8`, `M1` to `M8`.
  case vxRankPanel = "vx-rank-panel"
  /// Futures by contract month: `2008_01`.
  case vxContractPanel = "vx-contract-panel"
  /// The exchange's daily list of settlements.
  case cfeSettlementList = "cfe-settlement-list"
  /// The exchange's archive of final settlements.
  case cfeFinalSettlements = "cfe-final-settlements"
  /// The exchange's volume and open interest by product.
  case cfeVolume = "cfe-volume"

  // Option chains.
  /// Cboe's delayed quotes of one underlying.
  case cboeDelayedQuotes = "cboe-delayed-quotes"
  /// Cboe DataShop's end-of-day quotes.
  case dataShopQuotes = "datashop-eod"
  /// The daily files of historicaloptiondata.com.
  case historicalOptionData = "historical-option-data"

  // Brokers.
  /// An Interactive Brokers Flex statement.
  case ibkrFlex = "ibkr-flex"
  /// A thinkorswim account statement.
  case thinkorswimAccount = "thinkorswim-account"
  /// A thinkorswim position statement.
  case thinkorswimPositions = "thinkorswim-positions"
  /// A tastytrade positions export.
  case tastytradePositions = "tastytrade-positions"

  // Companies and meetings.
  /// Fundamentals of the members of an index.
  case constituents
  /// A list of FOMC meetings.
  case fomcMeetings = "fomc-meetings"

  // The project's own.
  /// `date,value[,known_date]`.
  case series
  /// `date,expiration,settle`.
  case futuresSettlements = "vx-settlements"
  /// `date,root,expiration,strike,right,bid,ask`.
  case optionQuotes = "option-quotes"
  /// `date,advances,declines[,unchanged]`.
  case breadth
  /// Inflation releases.
  case releases
  /// `date,event[,source]`.
  case policyEvents = "fomc"
  /// Fundamentals as filed.
  case fundamentals
  /// `symbol,quantity,entry_price,entry_date`.
  case positions
}
