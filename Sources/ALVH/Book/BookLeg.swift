public import Quant

/// The net holding of one contract.
public struct BookLeg: Hashable, Sendable, Codable {
  /// The contract.
  public var contract: OptionContract
  /// Net number of contracts; positive is long, negative is short, never zero in a netted book.
  public var quantity: Int
  /// Net cash paid per contract held, index points.
  ///
  /// The average entry price when every lot has the same sign. With lots of both signs it also
  /// carries the result of the part that was closed and may be negative.
  public var entryPrice: Double

  /// Creates a leg.
  public init(contract: OptionContract, quantity: Int, entryPrice: Double) {
    self.contract = contract
    self.quantity = quantity
    self.entryPrice = entryPrice
  }

  /// Nets positions by contract and drops contracts that net to zero.
  ///
  /// A net quantity beyond the range of an integer is the greatest of its sign. The result is in contract order. Complexity: O(n log n).
  public static func net(_ positions: [Position]) -> [BookLeg] {
    var quantities: [OptionContract: Int128] = [:]
    var cash: [OptionContract: Double] = [:]
    for position in positions {
      quantities[position.contract, default: 0] += Int128(position.quantity)
      let paid = Double(position.quantity) * position.entryPrice
      cash[position.contract] = (cash[position.contract, default: 0] + paid.bounded).bounded
    }
    return quantities.filter { $0.value != 0 }
      .map { contract, quantity in
        BookLeg(
          contract: contract, quantity: Int(boundedCount: quantity),
          entryPrice: cash[contract, default: 0] / Double(quantity))
      }
      .sorted { $0.contract < $1.contract }
  }
}
