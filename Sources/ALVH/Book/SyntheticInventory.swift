import Quant

/// The synthetic futures of one series that are not yet part of a finding.
struct SyntheticInventory {
  private struct Synthetic {
    var strike: Double
    /// Pairs: positive is long call and short put, negative the reverse.
    var pairs: Int
    /// Call less put at entry, points.
    var callLessPut: Double
  }

  private let series: OptionSeries
  private let discount: Double
  private var synthetics: [Synthetic] = []

  /// Pairs calls with puts of the opposite sign at one strike, ascending by strike.
  init(series: OptionSeries, legs: [BookLeg], discount: Double) {
    self.series = series
    self.discount = discount
    for call in legs where call.contract.right == .call {
      let strike = call.contract.strike
      guard
        let put = legs.first(where: { $0.contract.right == .put && $0.contract.strike == strike }),
        call.quantity.signum() == -put.quantity.signum()
      else { continue }
      synthetics.append(
        Synthetic(
          strike: strike,
          pairs: call.quantity.signum() * min(abs(call.quantity), abs(put.quantity)),
          callLessPut: (call.entryPrice - put.entryPrice).bounded))
    }
    synthetics.sort { $0.strike < $1.strike }
  }

  /// Pairs long with short synthetics, lowest strikes first.
  mutating func takeBoxes() -> [ConversionFinding] {
    var boxes: [ConversionFinding] = []
    while let long = synthetics.firstIndex(where: { $0.pairs > 0 }),
      let short = synthetics.firstIndex(where: { $0.pairs < 0 })
    {
      let pairs = min(synthetics[long].pairs, -synthetics[short].pairs)
      let (low, high) = (synthetics[long], synthetics[short])
      let unit =
        (discounted(high.strike - low.strike) - low.callLessPut).bounded + high.callLessPut
      boxes.append(
        finding(.box, low.strike, pairs, secondStrike: high.strike, unit: unit.bounded))
      synthetics[long].pairs -= pairs
      synthetics[short].pairs += pairs
    }
    return boxes
  }

  /// Matches synthetics with an underlying of the opposite direction, and uses up its capacity.
  mutating func takeConversions(
    _ holding: UnderlyingHolding, capacity: inout Double
  ) -> [ConversionFinding] {
    var found: [ConversionFinding] = []
    let perPair = series.root.multiplier
    for index in synthetics.indices {
      let synthetic = synthetics[index]
      guard synthetic.pairs != 0, capacity != 0, (synthetic.pairs > 0) == (capacity < 0) else {
        continue
      }
      // A share count times points per share may fall short of a whole pair by rounding.
      let room = min(abs(capacity) / perPair + 1e-9, Double(Int32.max))
      let pairs = min(abs(synthetic.pairs), Int(room))
      guard pairs > 0 else { continue }
      let direction = synthetic.pairs < 0 ? 1.0 : -1.0
      let unit =
        discounted(synthetic.strike - holding.entryForward) + synthetic.callLessPut
      found.append(
        finding(
          direction > 0 ? .conversion : .reversal, synthetic.strike, pairs,
          underlying: holding.label, unit: direction * unit.bounded))
      synthetics[index].pairs += Int(direction) * pairs
      capacity -= direction * Double(pairs) * perPair
    }
    return found
  }

  /// What is left: synthetic futures.
  mutating func takeRest() -> [ConversionFinding] {
    defer { synthetics = [] }
    return synthetics.filter { $0.pairs != 0 }.map {
      finding($0.pairs > 0 ? .syntheticLong : .syntheticShort, $0.strike, abs($0.pairs))
    }
  }

  private func finding(
    _ kind: ConversionFinding.Kind, _ strike: Double, _ pairs: Int, secondStrike: Double? = nil,
    underlying: String? = nil, unit: Double? = nil
  ) -> ConversionFinding {
    ConversionFinding(
      kind: kind, series: series, strike: strike, secondStrike: secondStrike, pairs: pairs,
      underlying: underlying,
      lockedDollars: unit.map { (Double(pairs) * series.root.multiplier * $0).bounded })
  }

  private func discounted(_ points: Double) -> Double { (discount * points.bounded).bounded }
}
