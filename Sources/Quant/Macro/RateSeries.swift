/// A named series of interest rates with its publication rhythm (methodology 1.12).
///
/// Values are in the series' own unit, percent in FRED's files, ascending by date. A value may be
/// known later than the date it refers to, and the known dates need not ascend. Several rows of one
/// date are vintages, ascending by the day they became known: each counts until the next is known.
public struct RateSeries: Sendable, Hashable {
  /// How often the series is published, which decides when its newest value is too old.
  public enum Frequency: String, Sendable, Hashable, Codable, CaseIterable {
    /// One value a business day.
    case daily
    /// One value a month, dated by any day of the month.
    case monthly

    /// Calendar days after which the newest value is stale: 7 daily, 45 monthly.
    public var maximumAgeDays: Int { self == .daily ? 7 : 45 }
  }

  /// The name used in labels and errors, for example `DGS10`.
  public let name: String
  /// How often it is published.
  public let frequency: Frequency
  /// The values.
  public let values: [DatedValue]

  /// Creates a series.
  ///
  /// - Throws: `unsortedDates`, `duplicateDate`, `nonFinite`. No value at all is legal.
  public init(
    name: String, frequency: Frequency, values: [DatedValue]
  ) throws(SeriesError) {
    try SeriesValidation.requireAscendingVintages(values)
    for (index, value) in values.enumerated() where !value.value.isFinite {
      throw .nonFinite(index: index)
    }
    self.name = name
    self.frequency = frequency
    self.values = values
  }

  /// The series as it was known at the close of a date.
  public func prefix(through date: CalendarDate) -> RateSeries {
    RateSeries(known: values.filter { $0.known <= date }, of: self)
  }

  private init(known values: [DatedValue], of series: RateSeries) {
    name = series.name
    frequency = series.frequency
    self.values = values
  }

  /// Calendar days a value is old on a date.
  ///
  /// A monthly value's age counts from the end of its month, whichever day of it the series dates
  /// it by: counted from a first of the month, the next publication would always come too late.
  public func ageDays(of value: DatedValue, on date: CalendarDate) -> Int {
    switch frequency {
    case .daily: value.date.days(until: date)
    case .monthly: PublicationMonth.lastDay(ofMonthOf: value.date).days(until: date)
    }
  }

  /// The newest value known by a date.
  ///
  /// - Throws: `missingInput` with the name when nothing is known, `stale` when it is too old.
  public func value(on date: CalendarDate) throws(SeriesError) -> DatedValue {
    let end = values.partitioningIndex { $0.date > date }
    return try checked(values[..<end].last { $0.known <= date }, on: date)
  }

  func checked(_ newest: DatedValue?, on date: CalendarDate) throws(SeriesError) -> DatedValue {
    guard let newest else { throw .missingInput(name: name) }
    guard ageDays(of: newest, on: date) <= frequency.maximumAgeDays else {
      throw .stale(name: name, asOf: newest.date)
    }
    return newest
  }
}

/// The newest value of a series known by each of a rising sequence of dates, in amortised O(1).
struct AsOfCursor {
  private let values: [DatedValue]
  private let inOrderOfKnowledge: [Int]
  private var position = 0
  private var newest: Int?

  init(_ values: [DatedValue]) {
    self.values = values
    inOrderOfKnowledge = values.indices.sorted {
      (values[$0].known, $0) < (values[$1].known, $1)
    }
  }

  /// Moves to a date not earlier than the last one.
  mutating func advance(to date: CalendarDate) -> DatedValue? {
    while position < inOrderOfKnowledge.count {
      let index = inOrderOfKnowledge[position]
      guard values[index].known <= date else { break }
      newest = Swift.max(newest ?? index, index)
      position += 1
    }
    return newest.map { values[$0] }
  }
}
