/// One candidate's figures, per contract, as the search uses them.
struct SizingLeg {
  var vega: Double
  var notional: Double
  var drag: Double
  /// Whether every contract moves both shortfalls and the drag by more than rounding.
  var isRegular: Bool
}

/// Exposure, notional and drag of some contracts together.
struct SizingTotals {
  var vega = 0.0
  var notional = 0.0
  var drag = 0.0

  /// These contracts and `count` of another candidate.
  @inline(__always)
  func adding(_ count: Int, of leg: SizingLeg) -> SizingTotals {
    let count = Double(count)
    return SizingTotals(
      vega: vega + count * leg.vega, notional: notional + count * leg.notional,
      drag: drag + count * leg.drag)
  }
}

/// What two candidates could reach at best if fractions of a contract could be bought.
///
/// Each limit alone bounds the exposure, and the better of the two exchange rates bounds what an
/// exposure or a notional costs; no combination of the two does better.
struct SizingBound {
  /// The greatest exposure any combination inside the limits can have, dollars per VIX point.
  let greatestVega: Double
  private let dragPerVega: Double
  private let dragPerNotional: Double

  /// Bounds the combinations of two candidates.
  init(_ first: SizingLeg, _ second: SizingLeg, _ limits: SizingSearch.Limits) {
    func best(_ ratio: (SizingLeg) -> Double) -> Double { max(ratio(first), ratio(second)) }
    let tolerance = SizingSearch.capTolerance
    var greatest = Double(limits.contracts) * best(\.vega)
    if limits.drag.isFinite {
      greatest = min(greatest, (limits.drag + tolerance) * best { Self.ratio($0.vega, $0.drag) })
    }
    if limits.notional.isFinite {
      greatest = min(
        greatest, (limits.notional + tolerance) * best { Self.ratio($0.vega, $0.notional) })
    }
    greatestVega = greatest
    dragPerVega = 1 / best { Self.ratio($0.vega, $0.drag) }
    dragPerNotional = 1 / best { Self.ratio($0.notional, $0.drag) }
  }

  /// The least drag, dollars, of a combination that reaches an exposure and a notional.
  func leastDrag(vega: Double, notional: Double) -> Double {
    max(vega > 0 ? vega * dragPerVega : 0, notional > 0 ? notional * dragPerNotional : 0)
  }

  private static func ratio(_ gain: Double, _ cost: Double) -> Double {
    cost > 0 ? gain / cost : .infinity
  }
}
