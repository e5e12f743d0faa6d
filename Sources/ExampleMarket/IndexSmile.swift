#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

public import Quant

/// The volatility smile of SPXW options, anchored on the VIX.
///
/// At the money, variance reverts from the VIX to a slow level within about 60 days:
/// a(T)² = (θ² + (VIX² − θ²)·m(T)/m(30 days))/1.16², m(T) = (1 − e^(−T/τ))/(T/τ), τ = 60 days,
/// θ = 1.5 points above the 126-session mean of the VIX. The factor 1.16 makes the replicated
/// 30-day variance of this smile about equal to the VIX. Across strikes, with
/// z = ln(K/F)/(a·√T): σ = a·(1 − 0.22z + 0.02z²), below z = −2.5 continued with the same slope, which
/// then fades: σ = a·(1.675 + 0.32u/(1 + u/10)), u = −2.5 − z, and flat above z = 5.5. Puts trade above
/// the at-the-money volatility and calls below.
public struct IndexSmile: Sendable, Hashable {
  private let state: SessionState
  private let rate: Double

  /// Creates the smile of one session.
  public init(_ state: SessionState) {
    self.state = state
    rate = ModelPeriod.rate(on: state.date)
  }

  /// At-the-money volatility for a time to expiration, per √year; `years` above zero.
  public func atTheMoney(years: Double) -> Double {
    let level = state.vix / 100
    let longRun = (state.slowVIX + 1.5) / 100
    let weight = Self.meanReversion(years) / Self.meanReversion(30.0 / 365)
    let variance = longRun * longRun + (level * level - longRun * longRun) * weight
    return sqrt(max(variance, level * level / 4)) / 1.16
  }

  /// The volatility of one strike, per √year; `years` above zero.
  public func volatility(strike: Double, years: Double) -> Double {
    let forward = state.spot * exp((rate - ModelPeriod.dividendYield) * years)
    let atTheMoney = atTheMoney(years: years)
    return atTheMoney * Self.shape(log(strike / forward) / (atTheMoney * sqrt(years)))
  }

  /// Price and sensitivities of one option, or `nil` when it has expired.
  ///
  /// Time runs from the 16:00 close to the close of the expiration date.
  public func value(_ contract: OptionContract) -> OptionValue? {
    let settleMinute = ExchangeCalendar.nyse.closeMinute(contract.expiration)
    guard
      let years = YearFraction.years(
        from: state.date, to: contract.expiration, settleMinute: settleMinute)
    else { return nil }
    return BlackScholesMerton.value(
      contract.right, spot: state.spot, strike: contract.strike, rate: rate,
      dividendYield: ModelPeriod.dividendYield,
      volatility: volatility(strike: contract.strike, years: years), years: years)
  }

  private static func shape(_ z: Double) -> Double {
    let slope = -0.22
    let curvature = 0.02
    let wing = -2.5
    if z < wing {
      let excess = wing - z
      return 1 + slope * wing + curvature * wing * wing
        - (slope + 2 * curvature * wing) * excess / (1 + excess / 10)
    }
    let inner = min(z, -slope / (2 * curvature))
    return 1 + slope * inner + curvature * inner * inner
  }

  private static func meanReversion(_ years: Double) -> Double {
    let scaled = years * 365 / 60
    return (1 - exp(-scaled)) / scaled
  }
}
