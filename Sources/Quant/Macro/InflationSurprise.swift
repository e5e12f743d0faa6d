/// How far an inflation release was from the consensus published before it (methodology 1.12).
public struct InflationSurprise: Sendable, Hashable, Codable {
  /// The series released.
  public var series: InflationSeries
  /// The day of the release.
  public var releaseDate: CalendarDate
  /// The month described, `YYYY-MM`.
  public var period: String
  /// First print less consensus, percentage points month on month.
  public var percentagePoints: Double
  /// The surprise in sample deviations of the earlier ones, dimensionless; its mean is not removed.
  public var z: Double
  /// Earlier surprises in the deviation, at most 60.
  public var pastSurprises: Int
}

/// An inflation print against its own recent past, for want of a consensus (methodology 1.12).
///
/// It is not a surprise against what anyone expected and must be labelled naive wherever shown.
public struct NaiveInflationSurprise: Sendable, Hashable, Codable {
  /// The series released.
  public var series: InflationSeries
  /// The day of the release.
  public var releaseDate: CalendarDate
  /// The month described, `YYYY-MM`.
  public var period: String
  /// First print less the mean of the three months before, percentage points month on month.
  public var percentagePoints: Double
}

/// Whether recent CPI and PPI releases reinforce a divergence, with both surprises.
public struct InflationReinforcement: Sendable, Hashable {
  /// The newest CPI surprise.
  public let cpi: StatisticResult<InflationSurprise>
  /// The newest PPI surprise.
  public let ppi: StatisticResult<InflationSurprise>

  /// The greater z must reach this.
  public static let minimumOfGreater = 0.5
  /// The smaller z must not be below this.
  public static let minimumOfSmaller = -0.5

  /// Whether the greater z is at least +0.5 and the smaller at least −0.5.
  public var reinforces: StatisticResult<Bool> {
    reinforces(greaterAtLeast: Self.minimumOfGreater, smallerAtLeast: Self.minimumOfSmaller)
  }

  /// Whether the greater and the smaller z reach limits of one's own.
  ///
  /// Undefined when either surprise is, with the reason of the CPI first: missing data never passes.
  public func reinforces(
    greaterAtLeast greater: Double, smallerAtLeast smaller: Double
  ) -> StatisticResult<Bool> {
    switch (cpi, ppi) {
    case (.defined(let cpi), .defined(let ppi)):
      .defined(max(cpi.z, ppi.z) >= greater && min(cpi.z, ppi.z) >= smaller)
    case (.undefined(let reason), _), (_, .undefined(let reason)): .undefined(reason)
    }
  }
}
