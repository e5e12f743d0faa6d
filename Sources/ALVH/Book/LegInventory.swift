import Quant

/// The legs of one series that are not yet part of a structure.
struct LegInventory {
  private var legs: [BookLeg]

  /// Starts with all legs of one series.
  init(_ legs: [BookLeg]) {
    self.legs = legs.sorted { $0.contract < $1.contract }
  }

  /// Step 1: long call and short put at one strike against short call and long put at another.
  mutating func takeBoxes() -> [RecognisedStructure] {
    var boxes: [RecognisedStructure] = []
    let strikes = Set(legs.map(\.contract.strike)).sorted()
    for long in strikes {
      for short in strikes where short != long {
        let members = [
          index(.call, long, sign: 1), index(.put, long, sign: -1),
          index(.call, short, sign: -1), index(.put, short, sign: 1),
        ]
        if let box = take(.box, members) { boxes.append(box) }
      }
    }
    return boxes
  }

  /// Step 2: every short option with the nearest long one beyond it, nearest the money first.
  mutating func takeShortSpreads(_ right: OptionRight) -> [RecognisedStructure] {
    takeSpreads(
      right == .put ? .bullPutSpread : .bearCallSpread, right, firstSign: -1)
  }

  /// Step 4: debit spreads, strangles, synthetics, then single options.
  mutating func takeLeftovers() -> [RecognisedStructure] {
    takeSpreads(.bearPutSpread, .put, firstSign: 1)
      + takeSpreads(.bullCallSpread, .call, firstSign: 1)
      + takePairs(.shortStrangle, putSign: -1, callSign: -1)
      + takePairs(.longStrangle, putSign: 1, callSign: 1)
      + takePairs(.syntheticLong, putSign: -1, callSign: 1, sameStrike: true)
      + takePairs(.syntheticShort, putSign: 1, callSign: -1, sameStrike: true)
      + takeSingles()
  }

  /// Pairs options of `firstSign` with the nearest of the other sign below (puts) or above (calls).
  ///
  /// Works from the highest put or the lowest call.
  private mutating func takeSpreads(
    _ kind: StructureKind, _ right: OptionRight, firstSign: Int
  ) -> [RecognisedStructure] {
    var spreads: [RecognisedStructure] = []
    let order = nearestFirst(right)
    for first in order where legs[first].quantity.signum() == firstSign {
      let beyond = order.drop { !isBeyond($0, first) }
      for second in beyond where legs[second].quantity.signum() == -firstSign {
        if let spread = take(kind, [first, second]) { spreads.append(spread) }
      }
    }
    return spreads
  }

  /// Pairs puts with calls, highest put and lowest call first, or at one strike.
  private mutating func takePairs(
    _ kind: StructureKind, putSign: Int, callSign: Int, sameStrike: Bool = false
  ) -> [RecognisedStructure] {
    var pairs: [RecognisedStructure] = []
    for put in nearestFirst(.put) where legs[put].quantity.signum() == putSign {
      for call in nearestFirst(.call) where legs[call].quantity.signum() == callSign {
        if sameStrike && legs[put].contract.strike != legs[call].contract.strike { continue }
        if let pair = take(kind, [put, call]) { pairs.append(pair) }
      }
    }
    return pairs
  }

  private mutating func takeSingles() -> [RecognisedStructure] {
    (nearestFirst(.put) + nearestFirst(.call)).compactMap { member in
      let long = legs[member].quantity > 0
      let isPut = legs[member].contract.right == .put
      return take(
        isPut ? (long ? .longPut : .nakedShortPut) : (long ? .longCall : .nakedShortCall), [member])
    }
  }

  /// Moves the smallest common quantity of the members into a structure; `nil` if one is used up.
  private mutating func take(_ kind: StructureKind, _ members: [Int?]) -> RecognisedStructure? {
    let present = members.compactMap(\.self)
    guard present.count == members.count,
      let quantity = present.map({ abs(legs[$0].quantity) }).min(), quantity > 0
    else { return nil }
    let taken = present.sorted(by: putsFirst).map { member in
      var leg = legs[member]
      leg.quantity = leg.quantity.signum() * quantity
      return leg
    }
    for member in present { legs[member].quantity -= legs[member].quantity.signum() * quantity }
    return RecognisedStructure(kind: kind, quantity: quantity, legs: taken)
  }

  private func putsFirst(_ lhs: Int, _ rhs: Int) -> Bool {
    let (left, right) = (legs[lhs].contract, legs[rhs].contract)
    return left.right != right.right ? left.right == .put : left.strike < right.strike
  }

  private func index(_ right: OptionRight, _ strike: Double, sign: Int) -> Int? {
    legs.firstIndex {
      $0.contract.right == right && $0.contract.strike == strike && $0.quantity.signum() == sign
    }
  }

  /// Indices of one right: puts by falling strike, calls by rising strike.
  private func nearestFirst(_ right: OptionRight) -> [Int] {
    let indices = legs.indices.filter { legs[$0].contract.right == right }
    return right == .put ? indices.reversed() : indices
  }

  private func isBeyond(_ candidate: Int, _ first: Int) -> Bool {
    let contract = legs[first].contract
    return contract.right == .put
      ? legs[candidate].contract.strike < contract.strike
      : legs[candidate].contract.strike > contract.strike
  }
}
