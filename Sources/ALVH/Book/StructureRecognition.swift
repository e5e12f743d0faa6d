public import Quant

/// Divides a book into named structures (methodology 3.1).
public enum StructureRecognition {
  /// The structures of a book; together they hold exactly its net legs.
  ///
  /// Legs are netted by contract first; contracts that net to zero drop out. Structures never cross
  /// option classes or expirations. Within a series, in this order: boxes; short spreads, each short
  /// option with the nearest long one beyond it; condors, highest short put with lowest short call;
  /// then from what is left debit spreads, strangles, synthetics and single options. The result is
  /// ordered by series and within it by that order, and does not depend on the order of the input.
  public static func recognise(_ positions: [Position]) -> [RecognisedStructure] {
    let bySeries = Dictionary(grouping: BookLeg.net(positions), by: \.contract.series)
    return bySeries.sorted { $0.key < $1.key }.flatMap { _, legs in
      var inventory = LegInventory(legs)
      let boxes = inventory.takeBoxes()
      let putSpreads = inventory.takeShortSpreads(.put)
      let callSpreads = inventory.takeShortSpreads(.call)
      return boxes + CondorPairing.pair(putSpreads, callSpreads) + inventory.takeLeftovers()
    }
  }
}

/// Pairs short put spreads with short call spreads (methodology 3.1, step 3).
enum CondorPairing {
  /// Condors by minimum quantity, highest short put with lowest short call, then single spreads.
  static func pair(
    _ putSpreads: [RecognisedStructure], _ callSpreads: [RecognisedStructure]
  ) -> [RecognisedStructure] {
    var puts = putSpreads[...]
    var calls = callSpreads[...]
    var condors: [RecognisedStructure] = []
    while let put = puts.first, let call = calls.first {
      let quantity = min(put.quantity, call.quantity)
      condors.append(condor(put.resized(to: quantity), call.resized(to: quantity)))
      consume(quantity, from: &puts)
      consume(quantity, from: &calls)
    }
    return condors + puts + calls
  }

  private static func consume(_ quantity: Int, from spreads: inout ArraySlice<RecognisedStructure>)
  {
    guard let first = spreads.popFirst() else { return }
    if first.quantity > quantity {
      spreads = [first.resized(to: first.quantity - quantity)] + spreads
    }
  }

  private static func condor(
    _ put: RecognisedStructure, _ call: RecognisedStructure
  ) -> RecognisedStructure {
    RecognisedStructure(
      kind: kind(put, call), quantity: put.quantity, legs: put.legs + call.legs)
  }

  private static func kind(
    _ put: RecognisedStructure, _ call: RecognisedStructure
  ) -> StructureKind {
    if put.shortPutStrike == call.shortCallStrike { return .ironFly }
    return width(put) == width(call) ? .ironCondor : .brokenWingIronCondor
  }

  private static func width(_ spread: RecognisedStructure) -> Double {
    let strikes = spread.legs.map(\.contract.strike)
    return (strikes.max() ?? 0) - (strikes.min() ?? 0)
  }
}

extension RecognisedStructure {
  /// The same structure in another number.
  func resized(to quantity: Int) -> RecognisedStructure {
    RecognisedStructure(
      kind: kind, quantity: quantity,
      legs: legs.map { leg in
        var leg = leg
        leg.quantity = leg.quantity.signum() * quantity
        return leg
      })
  }
}
