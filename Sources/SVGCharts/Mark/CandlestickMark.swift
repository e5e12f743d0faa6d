/// Candlesticks of sessions: a rule from low to high, a body from open to close.
///
/// Rising bodies are hollow and falling ones filled, so that they differ without colour.
enum CandlestickMark {
  /// One session in pixels, y downward.
  struct Candle: Sendable {
    /// Middle of the session.
    var x: Double
    /// Positions of the four prices.
    var open: Double
    var high: Double
    var low: Double
    var close: Double
  }

  /// Rules, hollow bodies and filled bodies of all candles whose prices are finite.
  static func paths(
    _ candles: some Sequence<Candle>, width: Double
  ) -> (rules: PathData, rising: PathData, falling: PathData) {
    var rules = PathData(movesRelatively: true)
    var (rising, falling) = (rules, rules)
    for candle in candles
    where
      [candle.open, candle.high, candle.low, candle.close, candle.x].allSatisfy(\.isFinite)
    {
      let top = min(candle.open, candle.close)
      let bottom = max(candle.open, candle.close)
      // The body is not crossed by its rule, or a hollow one would look filled.
      if candle.high < top { rules.vertical(candle.x, candle.high, to: top) }
      if candle.low > bottom { rules.vertical(candle.x, bottom, to: candle.low) }
      let left = candle.x - width / 2
      if bottom - top < 0.5 {
        rules.horizontal(left, candle.close, to: left + width)
      } else {
        let body = Box(minX: left, minY: top, maxX: left + width, maxY: bottom)
        if candle.close <= candle.open {
          rising.rectangle(body)
        } else {
          falling.rectangle(body)
        }
      }
    }
    return (rules, rising, falling)
  }
}
