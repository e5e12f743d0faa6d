public import Quant

/// The VIX curve of one session.
public struct CurveState: Sendable, Hashable, Codable {
  /// One contract of the curve.
  public struct Node: Sendable, Hashable, Codable {
    /// Expiration of the contract.
    public var expiration: CalendarDate
    /// Calendar days to it.
    public var days: Int
    /// Settlement, VIX points.
    public var settle: Double
  }

  /// Spot VIX, points.
  public var spot: Double
  /// Listed contracts, nearest first.
  public var nodes: [Node]
  /// F₂/F₁ − 1.
  public var contango: Double?
  /// F₁/VIX − 1.
  public var basisFraction: Double?
  /// Shape by methodology 1.8.
  public var shape: VIXTermStructure.State?

  init(_ curve: VIXTermStructure) {
    spot = curve.spot
    nodes = curve.nodes.map { Node(expiration: $0.expiration, days: $0.days, settle: $0.settle) }
    contango = curve.contango12
    basisFraction = curve.basisFront
    shape = curve.state
  }
}

extension MarketHistory {
  /// The curve of a session's monthly contracts; `nil` without a VIX close, without settlements, or
  /// when a settlement is not a price.
  public func curve(
    on date: CalendarDate, calendar: ContractCalendar = .cboe
  ) -> CurveState? {
    let settlements = (futures[date] ?? []).filter {
      $0.expiration > date && calendar.isMonthlyVIX($0.expiration)
    }
    guard !settlements.isEmpty, let spot = vixClose(on: date) else { return nil }
    do {
      return CurveState(
        try VIXTermStructure(
          date: date, spot: spot,
          contracts: settlements.map { (expiration: $0.expiration, settle: $0.settle) }))
    } catch {
      return nil
    }
  }

  /// The VIX close of a session by binary search.
  private func vixClose(on date: CalendarDate) -> Double? {
    var low = 0
    var high = vix.count
    while low < high {
      let middle = (low + high) / 2
      if vix[middle].date < date { low = middle + 1 } else { high = middle }
    }
    return low < vix.count && vix[low].date == date ? vix[low].value : nil
  }
}
