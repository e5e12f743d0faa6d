import ALVH
import Quant

/// The indicator series that the charts draw, with a look-up by date.
///
/// A chart of session t reads indices up to t only; events are filtered by the day they were known.
struct ChartTrack: Sendable {
  let dates: [CalendarDate]
  let close: [Double]
  let onBalanceVolume: [Double]
  let rsi: IndicatorSeries
  let macd: IndicatorSeries
  let signal: IndicatorSeries
  let macdCrossUnders: [Int]
  let failureSwings: [FailureSwing]
  let indexByDate: [CalendarDate: Int]

  init(_ track: SignalTrack) {
    dates = track.dates
    close = track.close
    onBalanceVolume = track.onBalanceVolume
    rsi = track.rsi
    macd = track.macd.macd
    signal = track.macd.signal
    macdCrossUnders = track.macdCrossUnders
    failureSwings = track.failureSwings
    indexByDate = Dictionary(uniqueKeysWithValues: zip(track.dates, track.dates.indices))
  }
}
