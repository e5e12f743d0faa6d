/// The price of all members together over their cash flow (methodology 1.11).
///
/// `Σ market capitalisation / Σ operating cash flow` over members that have both; a company with a
/// negative cash flow stays in the sum.
public struct PriceToCashFlow: Sendable, Hashable {
  /// The ratio; undefined without a complete member, or when the cash flows do not sum above zero.
  public let ratio: StatisticResult<Double>
  /// Members in both sums.
  public let members: Int
  /// Tickers left out because price, shares or cash flow is missing, ascending.
  public let missing: [String]

  /// The aggregate of one date's members.
  public init(_ snapshot: FundamentalsSnapshot) {
    var capitalisations: [Double] = []
    var cashFlows: [Double] = []
    var missing: [String] = []
    for member in snapshot.members {
      if let capitalisation = member.marketCapitalisation, let flow = member.operatingCashFlow {
        capitalisations.append(capitalisation)
        cashFlows.append(flow)
      } else {
        missing.append(member.ticker)
      }
    }
    self.missing = missing
    members = cashFlows.count
    ratio = Self.ratio(of: capitalisations, to: cashFlows)
  }

  private static func ratio(
    of capitalisations: [Double], to cashFlows: [Double]
  ) -> StatisticResult<Double> {
    guard !cashFlows.isEmpty else { return .undefined(.missingInput(name: "fundamentals")) }
    let numerator = scaledSum(capitalisations)
    let denominator = scaledSum(cashFlows)
    guard denominator.sum > 0 else {
      return .undefined(.denominatorNotPositive(name: "cfo_ttm"))
    }
    return StatisticResult(
      representable: numerator.sum / denominator.sum * (numerator.scale / denominator.scale))
  }

  /// A sum in units of its largest term, which cannot overflow.
  private static func scaledSum(_ values: [Double]) -> (sum: Double, scale: Double) {
    let scale = values.reduce(0) { max($0, $1.magnitude) }
    guard scale > 0 else { return (0, 1) }
    return (values.reduce(0) { $0 + $1 / scale }, scale)
  }
}
