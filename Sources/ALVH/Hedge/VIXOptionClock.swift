import Quant

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Time and discounting of VIX options, which settle at 09:30 of their expiration date.
enum VIXOptionClock {
  /// Years to settlement; `nil` once expired.
  static func years(
    from date: CalendarDate, minute: Int = 960, to contract: OptionContract
  ) -> Double? {
    YearFraction.years(
      from: date, minute: minute, to: contract.expiration,
      settleMinute: contract.series.settleMinute())
  }

  /// e^(−rT).
  static func discount(rate: Double, years: Double) -> Double { exp(-rate * years).bounded }
}
