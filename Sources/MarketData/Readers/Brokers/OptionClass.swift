import Quant

/// The class of an option whose statement names only the underlying.
///
/// SPX is the morning-settled monthly, listed for third Fridays alone; every other S&P 500 date is
/// SPXW, which is listed for third Fridays too. VIX is the monthly, VIXW every other Wednesday
/// (methodology 2.6).
enum OptionClass: Equatable {
  /// The class.
  case root(String)
  /// The class depends on what the statement does not tell.
  case unclear(BrokerFault)

  /// The class of an option from a statement that tells no more than underlying and expiration.
  static func of(
    _ underlying: String, expiring date: CalendarDate, contracts: ContractCalendar
  ) -> OptionClass {
    switch underlying {
    case "SPX" where isMonthly(date, contracts): .unclear(monthly(date))
    case "SPX": .root("SPXW")
    case "VIX": .root(vix(date, contracts))
    default: .root(underlying)
    }
  }

  /// The class of an option from a statement that marks weeklies and quarterlies with a tag.
  static func of(
    _ underlying: String, tagged tag: String?, expiring date: CalendarDate,
    contracts: ContractCalendar
  ) -> OptionClass {
    guard underlying == "SPX" else {
      return of(underlying, expiring: date, contracts: contracts)
    }
    guard let tag else {
      let monthly = contracts.spxMonthly(year: date.year, month: date.month)
      return date == monthly ? .root("SPX") : .unclear(untagged(date))
    }
    let isKnown = ["weeklys", "quarterlys"].contains(tag.lowercased())
    return isKnown ? .root("SPXW") : .unclear(unknown(tag))
  }

  /// Some statements date morning-settled options by their last day of trading.
  private static func isMonthly(_ date: CalendarDate, _ contracts: ContractCalendar) -> Bool {
    date == contracts.spxMonthly(year: date.year, month: date.month)
      || date == contracts.spxMonthlyLastTradingDay(year: date.year, month: date.month)
  }

  private static func vix(_ date: CalendarDate, _ contracts: ContractCalendar) -> String {
    date == contracts.vixExpiration(year: date.year, month: date.month) ? "VIX" : "VIXW"
  }

  private static func monthly(_ date: CalendarDate) -> BrokerFault {
    BrokerFault(
      message: "an SPX option of \(date) may settle in the morning (SPX) or in the afternoon "
        + "(SPXW), and the row does not tell",
      remedy: "Export the positions with their full option symbols.", code: .invalidValue)
  }

  private static func untagged(_ date: CalendarDate) -> BrokerFault {
    BrokerFault(
      message: "SPX has no monthly expiration on \(date), and the row is not marked (Weeklys) or "
        + "(Quarterlys)", remedy: "Correct the row, or import an account statement instead.",
      code: .invalidValue)
  }

  private static func unknown(_ tag: String) -> BrokerFault {
    BrokerFault(
      message: "the mark \(ShownText.quoted("(\(tag))")) of an SPX option is unknown",
      remedy: "Known marks are (Weeklys) and (Quarterlys).", code: .invalidValue)
  }
}
