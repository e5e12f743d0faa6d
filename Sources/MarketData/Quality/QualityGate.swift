public import Quant

/// Looks at values that were read without a fault for what no reader can see in a single row.
///
/// A gate never changes a value: it rejects or keeps it, and says so.
public struct QualityGate: Sendable {
  /// The sessions that a daily series should have.
  public let calendar: ExchangeCalendar
  /// The calendar is checked against published ones back to this date; earlier days are not judged.
  public static let calendarSince = CalendarDate(dayNumber: 10_227)  // 1998-01-01

  /// Creates a gate.
  public init(calendar: ExchangeCalendar = .nyse) {
    self.calendar = calendar
  }

  /// What is to be said about a series of one value a date.
  ///
  /// - Parameters:
  ///   - values: the series, ascending by date.
  ///   - name: what the values are, as messages show it.
  ///   - bounds: what they may be.
  ///   - isDaily: whether every session should have a value.
  ///   - expiration: the contract, for a series of one contract.
  /// - Returns: the findings by date, at most one value finding a date. Complexity: O(n + days).
  public func findings(
    of values: [DatedValue], name: String, bounds: SeriesBounds, isDaily: Bool,
    expiration: CalendarDate? = nil
  ) -> [QualityFinding] {
    var found: [QualityFinding] = []
    let inside = values.filter { value in
      guard !bounds.range.contains(value.value) else { return true }
      found.append(
        .rejected(
          .outOfBounds, value, expiration,
          "\(name) of \(value.date) is \(value.value), which no market has shown: it should lie "
            + "between \(bounds.range.lowerBound) and \(bounds.range.upperBound)"))
      return false
    }
    found += outliers(in: inside, name: name, factor: bounds.outlierFactor, expiration)
    found += UnitJumps.findings(in: inside, name: name, expiration)
    if isDaily {
      found += sessionFindings(
        of: values.map(\.date), name: name, needsSession: bounds.needsSession)
    }
    return found.sorted { $0.date < $1.date }
  }

  /// Gaps and days without a session in the dates of a daily series.
  ///
  /// - Parameters:
  ///   - dates: the dates, ascending; repeats are possible.
  ///   - name: what the values are, as messages show it.
  ///   - needsSession: whether a value on another day is of no use.
  /// - Returns: one finding for each run of sessions without a value and for each other day.
  public func sessionFindings(
    of dates: [CalendarDate], name: String, needsSession: Bool
  ) -> [QualityFinding] {
    var found: [QualityFinding] = []
    var previous: CalendarDate?
    for date in dates where date >= Self.calendarSince && date != previous {
      if let previous { found += gap(after: previous, before: date, name: name).map { [$0] } ?? [] }
      if !calendar.isSession(date) {
        found.append(
          QualityFinding(
            code: .notASession, severity: .warning,
            action: needsSession ? .rejected : .kept, date: date,
            message: "\(date) was no session of the exchange and has a value of \(name)",
            remedy: needsSession
              ? "The value is not used; remove the row."
              : "The value stays and no session uses it."))
      }
      previous = date
    }
    return found
  }

  /// Whether the last value of a series is too old at a date.
  ///
  /// - Parameters:
  ///   - last: the date of the last value, `nil` without any.
  ///   - name: what the values are, as messages show it.
  ///   - date: the session that is judged.
  ///   - limit: the days a value may be old.
  /// - Returns: a finding, `nil` when the series is fresh enough or empty.
  public func staleness(
    of last: CalendarDate?, name: String, at date: CalendarDate, limit: Int
  ) -> QualityFinding? {
    guard let last, last.days(until: date) > limit else { return nil }
    let age = last.days(until: date)
    return QualityFinding(
      code: .stale, severity: .warning, action: .kept, date: last,
      message: "the last value of \(name) is of \(last), \(age) days before \(date); at most "
        + "\(limit) are usual",
      remedy: "Import newer values, or expect the pages to say that it is stale.")
  }

  private func gap(
    after first: CalendarDate, before last: CalendarDate, name: String
  ) -> QualityFinding? {
    var missing: [CalendarDate] = []
    var date = first.adding(days: 1)
    while date < last {
      if calendar.isSession(date) { missing.append(date) }
      date = date.adding(days: 1)
    }
    guard let start = missing.first, let end = missing.last else { return nil }
    let span = start == end ? "\(start)" : "\(start) to \(end)"
    let count = missing.count == 1 ? "1 session has" : "\(missing.count) sessions have"
    return QualityFinding(
      code: .missingSession, severity: .warning, action: .kept, date: start,
      message: "\(count) no value of \(name): \(span)",
      remedy: "Import the missing values if you have them; nothing is filled in.")
  }

  /// A value that stands apart from two neighbours that agree.
  private func outliers(
    in values: [DatedValue], name: String, factor: Double, _ expiration: CalendarDate?
  ) -> [QualityFinding] {
    guard values.count >= 3 else { return [] }
    return (1..<(values.count - 1)).compactMap { index in
      let (before, value, after) = (values[index - 1], values[index], values[index + 1])
      let low = min(before.value, after.value)
      let high = max(before.value, after.value)
      // The neighbours agree within a third of the distance that makes an outlier.
      guard high <= low * (1 + (factor - 1) / 3),
        value.value > high * factor || value.value * factor < low
      else { return nil }
      // Kept: the value after it was not known on its day, and a day uses only what was known.
      return QualityFinding(
        code: .outlier, severity: .warning, action: .kept, date: value.date,
        expiration: expiration,
        message: "\(name) of \(value.date) is \(value.value), between \(before.value) of "
          + "\(before.date) and \(after.value) of \(after.date)",
        remedy: "The value is used as it stands; correct the row, or remove it to have it missing.")
    }
  }
}

extension QualityFinding {
  static func rejected(
    _ code: ProblemCode, _ value: DatedValue, _ expiration: CalendarDate?, _ message: String
  ) -> QualityFinding {
    QualityFinding(
      code: code, severity: .warning, action: .rejected, date: value.date, expiration: expiration,
      message: message, remedy: "The value is not used; correct the row or remove it.")
  }
}
