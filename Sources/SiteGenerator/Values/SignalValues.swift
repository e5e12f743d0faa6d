import ALVH
import MarketData
import Quant

extension DailySections {
  /// Volume, breadth, momentum and the divergence that leads.
  func signalValues(_ origins: ValueOrigins, into list: inout ValueList) {
    let bars = origins.derived(.indexBars)
    list.number(
      "obv", "On-balance volume; only its changes mean anything",
      .init(unit: .billionShares, decimals: 2), bars, .onBalanceVolume,
      before: row(.onBalanceVolume)?.previous.map { $0 * 1e-9 }
    ) { $0.row(.onBalanceVolume)?.latest.map { $0 * 1e-9 } }
    state(of: .onBalanceVolume, "obv", "Whether a divergence is active", bars, &list)
    let breadth = origins.derived(.breadth)
    list.number(
      "ad", "Advance-decline line", .init(unit: .thousandIssues, decimals: 2), breadth,
      .advanceDecline, before: row(.advanceDecline)?.previous.map { $0 * 1e-3 }
    ) { $0.row(.advanceDecline)?.latest.map { $0 * 1e-3 } }
    state(of: .advanceDecline, "ad", "Whether breadth confirms", breadth, &list)
    momentumValues(bars, into: &list)
    divergenceValues(bars, into: &list)
  }

  private func momentumValues(_ bars: ValueOrigin, into list: inout ValueList) {
    list.number(
      "rsi", "RSI, \(site.profile.momentum.rsiPeriod) sessions", .init(unit: .none, decimals: 1),
      bars, .rsi, before: row(.rsi)?.previous
    ) { $0.signals.rsi }
    percentile(of: .rsi, "rsi", "RSI", bars, into: &list)
    state(of: .rsi, "rsi", "What RSI says", bars, &list)
    let signed = ValueList.Style(unit: .indexPoints, decimals: 2, signed: true)
    list.number("macd", "MACD", signed, bars, .macd) { $0.signals.macd }
    list.number("macd.signal", "Signal line of MACD", signed, bars, .macdSignal) {
      $0.signals.macdSignal
    }
    list.number(
      "macd.histogram", "MACD less its signal", .indexLevel, bars, .macdHistogram,
      before: row(.macd)?.previous
    ) { $0.row(.macd)?.latest }
    percentile(of: .macd, "macd", "MACD less its signal", bars, into: &list)
    state(of: .macd, "macd", "MACD against its signal", bars, &list)
  }

  private func divergenceValues(_ bars: ValueOrigin, into list: inout ValueList) {
    list.date("divergence.reference", "Earlier high of the divergence", bars, .divergence) {
      $0.signals.lead?.reference
    }
    list.date("divergence.pivot", "Later high of the divergence", bars, .divergence) {
      $0.signals.lead?.pivot
    }
    list.date("divergence.known", "Session on which it became known", bars, .divergence) {
      $0.signals.lead?.known
    }
    list.number(
      "divergence.strength", "Strength of the divergence", .init(unit: .none, decimals: 2), bars,
      .divergenceStrength
    ) { $0.signals.lead?.strength }
    list.words("divergence.band", "Strength of the divergence in a word", bars, .divergenceBand) {
      $0.signals.lead?.band.rawValue
    }
    guard decision.signals.lead != nil else { return }
    list.date("macd.confirmed", "MACD crossed under its signal", bars, .macdConfirmation) {
      $0.signals.macdConfirmed
    }
    list.date("rsi.confirmed", "RSI failure swing known", bars, .rsiConfirmation) {
      $0.signals.rsiConfirmed
    }
    let breadth = ValueOrigins(site.content.sources).derived(.breadth)
    list.date("ad.confirmed", "Breadth confirms since", breadth, .breadthConfirmation) {
      $0.signals.breadthConfirmed
    }
    list.date("catalyst", "Next policy event near enough", .published, .catalyst) {
      $0.context.catalyst?.date
    }
  }
}
