import SVGCharts

/// The units in which values of a session are told; the raw value is the word in the JSON.
enum QuantityUnit: String, Sendable, CaseIterable {
  /// A number without a unit, a date or words.
  case none
  /// Points of the S&P 500.
  case indexPoints
  /// Points of the VIX or of a VIX future.
  case vixPoints
  /// Dollars.
  case dollars
  /// Dollars for each point of the book's implied volatilities.
  case dollarsPerVolPoint
  /// Dollars for each point of the VIX.
  case dollarsPerVIXPoint
  /// Dollars for each point of the index.
  case dollarsPerIndexPoint
  /// Dollars for each point of the index, squared.
  case dollarsPerIndexPointSquared
  /// Dollars a calendar day.
  case dollarsPerDay
  /// A fraction of one, printed as percent.
  case fraction
  /// A rank among the values of the past year, 0…100.
  case percentile
  /// Calendar days.
  case days
  /// Contracts.
  case contracts
  /// Thousand million shares.
  case billionShares
  /// Thousand issues.
  case thousandIssues

  /// The unit in words; empty when there is none.
  var words: String {
    switch self {
    case .none: ""
    case .indexPoints: "index points"
    case .vixPoints: "VIX points"
    case .dollars: "dollars"
    case .dollarsPerVolPoint: "dollars per vol point"
    case .dollarsPerVIXPoint: "dollars per VIX point"
    case .dollarsPerIndexPoint: "dollars per index point"
    case .dollarsPerIndexPointSquared: "dollars per point²"
    case .dollarsPerDay: "dollars a day"
    case .fraction: "percent"
    case .percentile: "percentile of a year"
    case .days: "days"
    case .contracts: "contracts"
    case .billionShares: "bn shares"
    case .thousandIssues: "thousand issues"
    }
  }

  /// A finite number as the pages print it in this unit.
  ///
  /// `decimals` is in 0…15, for a fraction those of the percent; `signed` puts a plus before a
  /// positive number.
  func text(_ value: Double, decimals: Int, signed: Bool = false) -> String {
    func dollars(_ suffix: String = "") -> String {
      NumberText.dollars(value, decimals: decimals, signed: signed) + suffix
    }
    return switch self {
    case .fraction: NumberText.percent(value, decimals: decimals, signed: signed)
    case .dollars: dollars()
    case .dollarsPerVolPoint: dollars(" per vol point")
    case .dollarsPerVIXPoint: dollars(" per VIX point")
    case .dollarsPerIndexPoint: dollars(" per index point")
    case .dollarsPerIndexPointSquared: dollars(" per point²")
    case .dollarsPerDay: dollars(" a day")
    default: NumberText.fixed(value, decimals: decimals, signed: signed)
    }
  }
}
