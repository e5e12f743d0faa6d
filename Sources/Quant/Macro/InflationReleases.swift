/// A calendar of inflation releases, read point in time (methodology 1.12).
///
/// A release counts from its own day, whose print appears at 08:30, before the close. Prints must
/// be first prints; revised values are look-ahead that no test here can see.
///
/// The deviation that scales a surprise is that of the *earlier* surprises of its series. Including
/// the newest one would not look ahead, but would bound z by (n − 1)/√n and measure an extraordinary
/// surprise with itself.
public struct InflationReleases: Sendable, Hashable {
  /// Earlier surprises in the deviation at most.
  public static let maximumPast = 60

  private let printed: [InflationSeries: [MacroRelease]]

  /// Checks a calendar once, so that each date costs only a search and its window.
  ///
  /// - Parameter releases: Releases of any series, ascending by release date; several a day are
  ///   legal. One without a print is scheduled or missing and counts as not released.
  /// - Throws: `unsortedDates`, and `nonFinite` for a print or consensus.
  public init(_ releases: [MacroRelease]) throws(SeriesError) {
    var printed: [InflationSeries: [MacroRelease]] = [:]
    var previous: CalendarDate?
    for (index, release) in releases.enumerated() {
      if let previous, release.releaseDate < previous { throw .unsortedDates(index: index) }
      previous = release.releaseDate
      guard release.actual?.isFinite ?? true, release.consensus?.isFinite ?? true else {
        throw .nonFinite(index: index)
      }
      if release.actual != nil { printed[release.series, default: []].append(release) }
    }
    self.printed = printed
  }

  /// Surprises of a series known by a date, the newest included; O(releases known).
  public func knownSurprises(of series: InflationSeries, at date: CalendarDate) -> Int {
    released(series, at: date).count { $0.consensus != nil }
  }

  /// The surprise of the newest release of a series.
  ///
  /// A newest release without consensus hides the ones before it: the old surprise is no longer the
  /// latest word.
  ///
  /// - Parameters:
  ///   - series: The index.
  ///   - date: The session at whose close it is asked.
  ///   - maximumAgeDays: Calendar days after its release on which it still counts.
  ///   - minimumPast: Fewest earlier surprises for a deviation, at least 2.
  /// - Returns: The surprise; undefined without a release, when it is too old, without consensus,
  ///   with too few earlier surprises, or when those do not vary.
  public func surprise(
    of series: InflationSeries, at date: CalendarDate, maximumAgeDays: Int = 30,
    minimumPast: Int = 12
  ) -> StatisticResult<InflationSurprise> {
    precondition(minimumPast >= 2, "a sample deviation needs two values")
    let released = released(series, at: date)
    guard let newest = released.last, let actual = newest.actual else {
      return .undefined(.missingInput(name: series.rawValue))
    }
    guard newest.releaseDate.days(until: date) <= maximumAgeDays else {
      return .undefined(.stale(name: series.rawValue, asOf: newest.releaseDate))
    }
    guard let consensus = newest.consensus else {
      return .undefined(.missingInput(name: "\(series.rawValue) consensus"))
    }
    let past = Self.surprises(of: released.dropLast())
    guard past.count >= minimumPast else {
      return .undefined(.tooFewValues(known: past.count, needed: minimumPast))
    }
    guard past.allSatisfy(\.isFinite) else { return .undefined(.notRepresentable) }
    guard let spread = SampleSpread(past) else { return .undefined(.zeroVariance) }
    let score = StatisticResult(representable: spread.deviations(of: actual - consensus))
    return score.map {
      InflationSurprise(
        series: series, releaseDate: newest.releaseDate, period: newest.period,
        percentagePoints: actual - consensus, z: $0, pastSurprises: past.count)
    }
  }

  /// The newest print less the mean of the prints of the three months before it.
  ///
  /// Undefined without a release, and when any of those three months has no print yet known.
  public func naiveSurprise(
    of series: InflationSeries, at date: CalendarDate
  ) -> StatisticResult<NaiveInflationSurprise> {
    let released = released(series, at: date)
    guard let newest = released.last, let actual = newest.actual,
      let month = PublicationMonth(period: newest.period)?.number
    else { return .undefined(.missingInput(name: series.rawValue)) }
    let before = released.dropLast().suffix(12).compactMap { release -> Double? in
      guard let other = PublicationMonth(period: release.period)?.number else { return nil }
      return (month - 3..<month).contains(other) ? release.actual : nil
    }
    guard before.count == 3 else {
      return .undefined(.tooFewValues(known: before.count, needed: 3))
    }
    let difference = actual - before.reduce(0) { $0 + $1 / 3 }
    return StatisticResult(representable: difference).map {
      NaiveInflationSurprise(
        series: series, releaseDate: newest.releaseDate, period: newest.period,
        percentagePoints: $0)
    }
  }

  /// Whether the newest CPI and PPI releases reinforce a divergence at a date.
  ///
  /// Headline indices, both released within `maximumAgeDays`.
  public func reinforcement(
    at date: CalendarDate, maximumAgeDays: Int = 30, minimumPast: Int = 12
  ) -> InflationReinforcement {
    InflationReinforcement(
      cpi: surprise(
        of: .cpi, at: date, maximumAgeDays: maximumAgeDays, minimumPast: minimumPast),
      ppi: surprise(
        of: .ppi, at: date, maximumAgeDays: maximumAgeDays, minimumPast: minimumPast))
  }

  private func released(
    _ series: InflationSeries, at date: CalendarDate
  ) -> ArraySlice<MacroRelease> {
    let all = printed[series] ?? []
    return all[..<all.partitioningIndex { $0.releaseDate > date }]
  }

  private static func surprises(of released: ArraySlice<MacroRelease>) -> [Double] {
    var newestFirst: [Double] = []
    for release in released.reversed() where newestFirst.count < maximumPast {
      guard let actual = release.actual, let consensus = release.consensus else { continue }
      newestFirst.append(actual - consensus)
    }
    return newestFirst.reversed()
  }
}
