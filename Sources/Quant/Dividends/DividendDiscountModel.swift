/// A share's value as the sum of its discounted dividends (methodology 3.8).
///
/// Dividends are annual; the last one has just been paid and the next comes in exactly one year.
/// Returns and growth are annually compounded decimals. A model's price, not a market's: small
/// changes of return or growth move it a lot when they are close together.
public protocol DividendDiscountModel: Sendable {
  /// Growth of dividends for ever after, decimal per year, above −1.
  var growthLong: Double { get }

  /// Price and modified duration −P′/P at a required return.
  ///
  /// - Parameter requiredReturn: decimal per year, above `growthLong`.
  /// - Returns: finite figures.
  /// - Throws: `parameterOutOfRange("requiredReturn")` for a return that is not finite,
  ///   `growthNotBelowReturn`, `overflow`.
  func value(requiredReturn: Double) throws(DividendModelError) -> DividendValuation
}

/// A model's price and its sensitivity at one required return.
public struct DividendValuation: Sendable, Hashable, Codable {
  /// Value per share, in the unit of the dividend.
  public var price: Double
  /// −dP/P per unit of required return: modified duration, years.
  public var modifiedDurationYears: Double

  /// Creates a valuation.
  public init(price: Double, modifiedDurationYears: Double) {
    self.price = price
    self.modifiedDurationYears = modifiedDurationYears
  }
}

extension DividendDiscountModel {
  /// The greatest required return considered, decimal per year.
  public static var greatestReturn: Double { 5 }

  /// The required return at which the model gives a market price, decimal per year.
  ///
  /// Bisection to rounding on (growthLong, 5], where the price falls strictly. `nil` when the
  /// market price is below the price at 500 %, or the growth leaves no interval.
  ///
  /// - Parameter price: market price per share, positive.
  /// - Returns: the return, if there is one in the interval.
  /// - Throws: `parameterOutOfRange("price")`.
  public func impliedReturn(price: Double) throws(DividendModelError) -> Double? {
    guard price.isFinite, price > 0 else { throw .parameterOutOfRange(name: "price") }
    var low = growthLong
    var high = Self.greatestReturn
    guard low < high, !exceeds(price, requiredReturn: high) else { return nil }
    while true {
      let middle = low + (high - low) / 2
      guard middle > low, middle < high else { return high }
      if exceeds(price, requiredReturn: middle) { low = middle } else { high = middle }
    }
  }

  /// Whether the model's price is above another; a price too large to represent is.
  private func exceeds(_ price: Double, requiredReturn: Double) -> Bool {
    do throws(DividendModelError) {
      return try value(requiredReturn: requiredReturn).price > price
    } catch {
      return true
    }
  }
}

/// The checks shared by the models.
enum DividendParameters {
  /// The required return less the long-run growth, positive.
  static func spread(
    _ requiredReturn: Double, over growthLong: Double
  ) throws(DividendModelError) -> Double {
    guard requiredReturn.isFinite else { throw .parameterOutOfRange(name: "requiredReturn") }
    guard requiredReturn > growthLong else { throw .growthNotBelowReturn }
    return requiredReturn - growthLong
  }

  /// A valuation of finite figures.
  static func finite(
    price: Double, modifiedDurationYears: Double
  ) throws(DividendModelError) -> DividendValuation {
    guard price.isFinite, modifiedDurationYears.isFinite else { throw .overflow }
    return DividendValuation(price: price, modifiedDurationYears: modifiedDurationYears)
  }

  /// Requires a positive, finite dividend.
  static func requireDividend(_ dividend: Double) throws(DividendModelError) {
    guard dividend.isFinite, dividend > 0 else { throw .parameterOutOfRange(name: "dividend") }
  }

  /// Requires a finite growth above −100 %.
  static func requireGrowth(_ growth: Double, name: String) throws(DividendModelError) {
    guard growth.isFinite, growth > -1 else { throw .parameterOutOfRange(name: name) }
  }
}
