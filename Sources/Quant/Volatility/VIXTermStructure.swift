/// The VIX futures curve of one session, with spot VIX as its node at zero days.
///
/// Spot VIX is today's 30-day implied volatility of the S&P 500; a constant-maturity value from
/// futures is the 30-day volatility expected to rule that many days ahead. The two are not the same
/// thing. A contract is dropped on its expiration date, where its last price is the settlement value.
public struct VIXTermStructure: Sendable, Hashable, Codable {
  /// One contract on the curve.
  public struct Node: Sendable, Hashable, Codable {
    /// The date the contract expires.
    public let expiration: CalendarDate
    /// Calendar days to expiration, at least 1.
    public let days: Int
    /// Settlement price in VIX points.
    public let settle: Double
  }

  /// The shape of the front of the curve.
  public enum State: String, Sendable, Codable, CaseIterable {
    /// Second contract above the first, first above spot.
    case contango
    /// Second contract below the first, first below spot.
    case backwardation
    /// Anything else.
    case mixed
  }

  /// The session.
  public let date: CalendarDate
  /// Spot VIX at the close.
  public let spot: Double
  /// The contracts that expire after `date`, nearest first.
  public let nodes: [Node]

  /// Builds the curve from settlement prices in any order.
  ///
  /// Contracts that expire on or before `date` are left out. No contract at all is legal: everything
  /// computed from the curve is then `nil`.
  ///
  /// - Throws: ``SeriesError/parameterOutOfRange(name:)`` when spot is not positive and finite;
  ///   ``SeriesError/nonFinite(index:)``, ``SeriesError/nonPositivePrice(index:)`` or
  ///   ``SeriesError/duplicateDate(index:)`` with the index of the offending contract.
  public init(
    date: CalendarDate, spot: Double, contracts: [(expiration: CalendarDate, settle: Double)]
  ) throws(SeriesError) {
    guard spot.isFinite, spot > 0 else { throw .parameterOutOfRange(name: "spot") }
    var nodes: [Node] = []
    for (index, contract) in contracts.enumerated() where contract.expiration > date {
      guard contract.settle.isFinite else { throw .nonFinite(index: index) }
      guard contract.settle > 0 else { throw .nonPositivePrice(index: index) }
      // A curve has a dozen contracts at most; a scan is faster than a set.
      guard !nodes.contains(where: { $0.expiration == contract.expiration }) else {
        throw .duplicateDate(index: index)
      }
      nodes.append(
        Node(
          expiration: contract.expiration, days: date.days(until: contract.expiration),
          settle: contract.settle))
    }
    self.date = date
    self.spot = spot
    self.nodes = nodes.sorted { $0.days < $1.days }
  }

  /// Builds the curve from those of `settlements` that belong to `date`.
  ///
  /// - Throws: as ``init(date:spot:contracts:)``; indices count the settlements of `date`.
  public init(
    date: CalendarDate, spot: Double, settlements: [FuturesSettlement]
  ) throws(SeriesError) {
    try self.init(
      date: date, spot: spot,
      contracts: settlements.filter { $0.date == date }.map { ($0.expiration, $0.settle) })
  }

  /// F₂/F₁ − 1, the relative step from the first contract to the second.
  ///
  /// A fraction; `nil` with fewer than two contracts, or beyond the range of a double.
  public var contango12: Double? {
    nodes.count >= 2 ? Self.relativeStep(from: nodes[0].settle, to: nodes[1].settle) : nil
  }

  /// `contango12` per 30 calendar days between the two expirations.
  public var contango12Per30d: Double? {
    guard let contango12 else { return nil }
    return contango12 * 30 / Double(nodes[1].days - nodes[0].days)
  }

  /// F₁/VIX − 1, the relative basis of the first contract.
  ///
  /// A fraction; `nil` without a contract, or beyond the range of a double.
  public var basisFront: Double? {
    nodes.first.flatMap { Self.relativeStep(from: spot, to: $0.settle) }
  }

  private static func relativeStep(from first: Double, to second: Double) -> Double? {
    let step = second / first - 1
    return step.isFinite ? step : nil
  }

  /// Contango, backwardation or mixed; `nil` with fewer than two contracts.
  public var state: State? {
    guard nodes.count >= 2 else { return nil }
    let (first, second) = (nodes[0].settle, nodes[1].settle)
    if second > first && first > spot { return .contango }
    if second < first && first < spot { return .backwardation }
    return .mixed
  }
}
