import Quant

/// The kinds of structure a book is divided into (methodology 3.1).
public enum StructureKind: String, Sendable, Codable, CaseIterable {
  /// A short put spread and a short call spread of equal width.
  case ironCondor
  /// A short put spread and a short call spread of different width.
  case brokenWingIronCondor
  /// A short put spread and a short call spread with the same short strike.
  case ironFly
  /// Long call and short put at one strike, short call and long put at another.
  case box
  /// A short put and a long put below it.
  case bullPutSpread
  /// A long put and a short put below it.
  case bearPutSpread
  /// A short call and a long call above it.
  case bearCallSpread
  /// A long call and a short call above it.
  case bullCallSpread
  /// A short put and a short call without protection.
  case shortStrangle
  /// A long put and a long call.
  case longStrangle
  /// A long call and a short put at one strike: a synthetic long future.
  case syntheticLong
  /// A short call and a long put at one strike: a synthetic short future.
  case syntheticShort
  /// A short put without protection.
  case nakedShortPut
  /// A short call without protection.
  case nakedShortCall
  /// A put held alone.
  case longPut
  /// A call held alone.
  case longCall

  /// Whether the structure is a condor in the wide sense: two short spreads.
  public var isCondor: Bool {
    self == .ironCondor || self == .brokenWingIronCondor || self == .ironFly
  }
}

/// A number of equal structures found in a book, with the legs they are made of.
public struct RecognisedStructure: Hashable, Sendable, Codable {
  /// What the legs form.
  public var kind: StructureKind
  /// How many of them; always positive.
  public var quantity: Int
  /// The legs, with signed quantities ±`quantity`, puts before calls, then by strike.
  public var legs: [BookLeg]

  /// Creates a structure.
  public init(kind: StructureKind, quantity: Int, legs: [BookLeg]) {
    self.kind = kind
    self.quantity = quantity
    self.legs = legs
  }

  /// The class and expiration all legs share; `nil` only for a structure without legs.
  public var series: OptionSeries? { legs.first?.contract.series }

  /// Net premium received at entry per structure, index points; negative when paid.
  ///
  /// A figure beyond the range of a double is the greatest finite number of its sign. 0 for a
  /// structure of no quantity.
  public var credit: Double {
    guard quantity != 0 else { return 0 }
    return -legs.boundedSum { Double($0.quantity) * $0.entryPrice } / Double(quantity)
  }

  /// The strike of the short put; the highest when there are several.
  public var shortPutStrike: Double? { strikes(.put, long: false).max() }

  /// The strike of the long put; the lowest when there are several.
  public var longPutStrike: Double? { strikes(.put, long: true).min() }

  /// The strike of the short call; the lowest when there are several.
  public var shortCallStrike: Double? { strikes(.call, long: false).min() }

  /// The strike of the long call; the highest when there are several.
  public var longCallStrike: Double? { strikes(.call, long: true).max() }

  private func strikes(_ right: OptionRight, long: Bool) -> [Double] {
    legs.filter { $0.contract.right == right && ($0.quantity > 0) == long }.map(\.contract.strike)
  }
}
