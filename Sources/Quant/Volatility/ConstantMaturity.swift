#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A value of the VIX futures curve at a fixed number of days, and the nodes it lies between.
public struct ConstantMaturity: Sendable, Hashable, Codable {
  /// VIX points.
  public let value: Double
  /// Days of the nearer node; 0 is spot.
  public let nearDays: Int
  /// Days of the farther node.
  public let farDays: Int
  /// The weight of the nearer node, in [0, 1].
  public let nearWeight: Double

  /// Whether spot VIX served as a node because the target lies before the first expiration.
  public var usedSpot: Bool { nearDays == 0 }
}

extension VIXTermStructure {
  /// The curve at `days` calendar days ahead, linear in days between two nodes.
  ///
  /// Before the first expiration the nearer node is spot at day 0 (flagged `usedSpot`); beyond the
  /// last expiration, without a contract, or for negative days there is no value: the curve is never
  /// extrapolated. At an expiration the value is that contract's settlement price.
  public func constantMaturity(days: Int) -> ConstantMaturity? {
    guard let (near, far) = bracket(atDays: Double(days)) else { return nil }
    let weight = near.days == far.days ? 1 : Double(far.days - days) / Double(far.days - near.days)
    return ConstantMaturity(
      value: weight * near.settle + (1 - weight) * far.settle,
      nearDays: near.days, farDays: far.days, nearWeight: weight)
  }

  /// The curve at any number of days from 0 to the last expiration, spot at day 0 included.
  ///
  /// The same line as ``constantMaturity(days:)`` for fractions of a day; `nil` outside the curve.
  public func value(atDays days: Double) -> Double? {
    guard let (near, far) = bracket(atDays: days) else { return nil }
    guard near.days < far.days else { return near.settle }
    let weight = (Double(far.days) - days) / Double(far.days - near.days)
    return weight * near.settle + (1 - weight) * far.settle
  }

  /// The nodes on either side: spot at day 0 only before the first expiration, and the first
  /// contract twice where it is the only one and met exactly.
  private func bracket(atDays days: Double) -> (near: CurvePoint, far: CurvePoint)? {
    guard days >= 0, let index = nodes.firstIndex(where: { Double($0.days) >= days }) else {
      return nil
    }
    let far = CurvePoint(nodes[index])
    if index > 0 { return (CurvePoint(nodes[index - 1]), far) }
    guard Double(far.days) == days else { return (CurvePoint(days: 0, settle: spot), far) }
    return (far, nodes.count > 1 ? CurvePoint(nodes[1]) : far)
  }

  /// Points that a contract loses while `days` days pass on an unchanged curve.
  ///
  /// F(τ) − F(τ − days), positive in contango. `nil` when the expiration is not on the curve or less
  /// than `days` away.
  public func rollDown(expiration: CalendarDate, days: Int) -> Double? {
    guard let node = nodes.first(where: { $0.expiration == expiration }),
      let moved = constantMaturity(days: node.days - days)
    else { return nil }
    return node.settle - moved.value
  }

  /// Slope of ln F on days over the first four contracts, per 30 days.
  ///
  /// Ordinary least squares. With two or three contracts those are used; with fewer, `nil`.
  public var logSlopePer30d: Double? {
    let front = nodes.prefix(4)
    guard front.count >= 2 else { return nil }
    let count = Double(front.count)
    let meanDays = front.reduce(0) { $0 + Double($1.days) } / count
    let meanLog = front.reduce(0) { $0 + log($1.settle) } / count
    var covariance = 0.0
    var variance = 0.0
    for node in front {
      let offset = Double(node.days) - meanDays
      covariance += offset * (log(node.settle) - meanLog)
      variance += offset * offset
    }
    return 30 * covariance / variance
  }
}

/// A node of the curve, spot included.
private struct CurvePoint {
  let days: Int
  let settle: Double

  init(days: Int, settle: Double) {
    self.days = days
    self.settle = settle
  }

  init(_ node: VIXTermStructure.Node) {
    self.init(days: node.days, settle: node.settle)
  }
}
