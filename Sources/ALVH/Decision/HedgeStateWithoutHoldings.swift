extension HedgeState {
  private static let noExposure = [5.0, 10].map { RisenExposure(rise: $0, dollarsPerVIXPoint: 0) }

  /// The state on a session without a holding, as most are: what the sums over no line give.
  init(withoutHoldings book: BookState?) {
    let vega = book?.hedgeableVegaDollarsPerVolPoint ?? 0
    self.init(
      lines: [], unpriced: [], contracts: 0, dollarsPerVIXPoint: 0, spikeDollarsPerVIXPoint: 0,
      dollarsPerVIXPointAfterRise: Self.noExposure, coverage: vega < 0 ? 0 : nil,
      notionalFraction: book.flatMap { $0.notionalDollars > 0 ? 0 : nil }, valueDollars: 0)
  }
}
