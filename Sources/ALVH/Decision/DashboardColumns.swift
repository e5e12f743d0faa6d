import Quant

/// The dashboard's series over the whole history, aligned with the bars.
struct DashboardColumns {
  private let columns:
    [(quantity: DashboardRow.Quantity, values: [Double?], provenance: Provenance)]
  private let dates: [CalendarDate]
  private let history: MarketHistory

  init(_ history: MarketHistory, track: SignalTrack) {
    let dates = track.dates
    self.dates = dates
    self.history = history
    var vixByDate: [CalendarDate: Double] = [:]
    for value in history.vix { vixByDate[value.date] = value.value }
    var first: [Double?] = []
    var second: [Double?] = []
    for date in dates {
      let listed = (history.futures[date] ?? []).filter { $0.expiration > date }
      first.append(listed.first?.settle)
      second.append(listed.count > 1 ? listed[1].settle : nil)
    }
    let contango = zip(first, second).map { pair -> Double? in
      guard let first = pair.0, let second = pair.1, first > 0 else { return nil }
      return second / first - 1
    }
    let histogram = zip(track.macd.macd, track.macd.signal).map { pair -> Double? in
      guard let macd = pair.0, let signal = pair.1 else { return nil }
      return macd - signal
    }
    let source = history.provenance
    func derived(_ tag: Provenance) -> Provenance { max(tag, .derived) }
    var columns: [(DashboardRow.Quantity, [Double?], Provenance)] = [
      (.spx, track.close.map { $0 }, source.bars),
      (.vix, dates.map { vixByDate[$0] }, source.vix),
    ]
    if !history.futures.isEmpty {
      columns += [
        (.vx1, first, source.futures), (.vx2, second, source.futures),
        (.contango, contango, derived(source.futures)),
      ]
    }
    columns.append((.realisedVolatility, track.realisedVolatility, derived(source.bars)))
    columns.append((.onBalanceVolume, track.onBalanceVolume.map { $0 }, derived(source.bars)))
    if !history.breadth.isEmpty {
      columns.append((.advanceDecline, track.advanceDeclineLine, derived(source.breadth)))
    }
    columns.append((.rsi, track.rsi, derived(source.bars)))
    columns.append((.macd, histogram, derived(source.bars)))
    self.columns = columns.map { (quantity: $0.0, values: $0.1, provenance: $0.2) }
  }

  /// The rows at the close of bar `index`; a declared series without values is shown as missing.
  func rows(at index: Int, declaresExchangeRate: Bool) -> [DashboardRow] {
    var rows = columns.map { column in
      let values = column.values
      let lastKnown = values[index] == nil ? values[..<index].lastIndex { $0 != nil } : nil
      return DashboardRow(
        quantity: column.quantity, latest: values[index],
        previous: index > 0 ? values[index - 1] : nil,
        percentile: Self.isLevel(column.quantity) ? percentile(values, at: index) : nil,
        provenance: column.provenance, lastKnown: lastKnown.map { dates[$0] })
    }
    if declaresExchangeRate {
      let known = history.realEffectiveExchangeRate.filter { $0.known <= dates[index] }
      rows.append(
        DashboardRow(
          quantity: .exchangeRate, latest: known.last?.value,
          previous: known.dropLast().last?.value, percentile: nil, provenance: .quoted,
          lastKnown: nil))
    }
    return rows
  }

  /// Whether the series' level can be compared over a year; running sums cannot.
  private static func isLevel(_ quantity: DashboardRow.Quantity) -> Bool {
    quantity != .onBalanceVolume && quantity != .advanceDecline && quantity != .spx
  }

  private func percentile(_ values: [Double?], at index: Int) -> Double? {
    guard index >= 252, let latest = values[index] else { return nil }
    var lower = 0
    for earlier in values[(index - 252)..<index] {
      guard let earlier else { return nil }
      if earlier < latest { lower += 1 }
    }
    return Double(lower) / 252
  }
}
