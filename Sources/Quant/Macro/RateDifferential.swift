/// The difference of two interest rates at every session (methodology 1.12).
///
/// Both are joined as of the session: the last value known by its close, unless it is stale. Units:
/// those of the series. A change compares what was known then with what is known now.
public struct RateDifferential: Sendable, Hashable {
  /// Sessions of the change.
  public static let changeSessions = 63
  /// Sessions of the z-score's window, the newest included.
  public static let scoreSessions = 756

  /// The differential at the close of one session.
  public struct Reading: Sendable, Hashable {
    /// The session.
    public let date: CalendarDate
    /// First rate minus second rate, in the unit of the series.
    public let value: StatisticResult<Double>
    /// Change over 63 sessions, in the unit of the series.
    public let change: StatisticResult<Double>
    /// Deviations of the value from its mean over 756 sessions; every one must have a value.
    public let score: StatisticResult<Double>
  }

  /// The sessions, ascending.
  public let sessions: [CalendarDate]
  /// The series subtracted from.
  public let minuend: RateSeries
  /// The series subtracted.
  public let subtrahend: RateSeries
  private let values: [StatisticResult<Double>]

  /// Joins two series to a list of sessions, in O(rows log rows + sessions).
  ///
  /// - Parameters:
  ///   - minuend: The series subtracted from; the methodology's default is `DGS10`.
  ///   - subtrahend: The series subtracted; by default a foreign ten-year rate.
  ///   - sessions: The sessions, ascending.
  /// - Throws: `unsortedDates`, `duplicateDate` for the sessions.
  public init(
    minuend: RateSeries, subtrahend: RateSeries, sessions: [CalendarDate]
  ) throws(SeriesError) {
    try SeriesValidation.requireAscending(sessions)
    self.sessions = sessions
    self.minuend = minuend
    self.subtrahend = subtrahend
    var first = AsOfCursor(minuend.values)
    var second = AsOfCursor(subtrahend.values)
    var values: [StatisticResult<Double>] = []
    values.reserveCapacity(sessions.count)
    for date in sessions {
      let newest = (first.advance(to: date), second.advance(to: date))
      do throws(SeriesError) {
        let rates = (
          try minuend.checked(newest.0, on: date), try subtrahend.checked(newest.1, on: date)
        )
        values.append(StatisticResult(representable: rates.0.value - rates.1.value))
      } catch {
        values.append(.undefined(Self.reason(error)))
      }
    }
    self.values = values
  }

  /// The differential on one date.
  ///
  /// - Throws: `missingInput` or `stale` naming the series at fault, the minuend first;
  ///   `parameterOutOfRange("rateDifferential")` when the difference overflows.
  public static func value(
    of minuend: RateSeries, less subtrahend: RateSeries, on date: CalendarDate
  ) throws(SeriesError) -> Double {
    let difference = try minuend.value(on: date).value - subtrahend.value(on: date).value
    guard difference.isFinite else { throw .parameterOutOfRange(name: "rateDifferential") }
    return difference
  }

  /// The reading at the close of a session, in O(756); `index` must be one of `sessions`.
  public func reading(at index: Int) -> Reading {
    Reading(
      date: sessions[index], value: values[index], change: change(at: index),
      score: score(at: index))
  }

  private func change(at index: Int) -> StatisticResult<Double> {
    guard case .defined(let now) = values[index] else { return values[index] }
    guard index >= Self.changeSessions else {
      return .undefined(.tooFewValues(known: index + 1, needed: Self.changeSessions + 1))
    }
    switch values[index - Self.changeSessions] {
    case .defined(let then): return StatisticResult(representable: now - then)
    case .undefined(let reason): return .undefined(reason)
    }
  }

  private func score(at index: Int) -> StatisticResult<Double> {
    guard case .defined = values[index] else { return values[index] }
    let window = values[max(0, index - Self.scoreSessions + 1)...index]
    return SampleSpread.scoreOfLast(in: window.compactMap(\.value), needed: Self.scoreSessions)
  }

  private static func reason(_ error: SeriesError) -> UndefinedStatistic {
    switch error {
    case .stale(let name, let asOf): .stale(name: name, asOf: asOf)
    case .missingInput(let name): .missingInput(name: name)
    default: preconditionFailure("a join reports only missing and stale inputs")
    }
  }
}
