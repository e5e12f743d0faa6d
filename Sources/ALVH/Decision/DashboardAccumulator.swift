import Quant

/// The dashboard's series session by session: the last value, the one before it, and a year of them.
struct DashboardAccumulator: Sendable {
  private struct Column {
    let quantity: DashboardRow.Quantity
    let provenance: Provenance
    var year = YearWindow()
    var latest: Double?
    var previous: Double?
    var lastKnown: CalendarDate?
    var percentile: Double?

    mutating func append(_ value: Double?, previousDate: CalendarDate?) {
      if latest != nil { lastKnown = previousDate }
      previous = latest
      latest = value
      percentile = DashboardAccumulator.isLevel(quantity) ? year.percentile(of: value) : nil
      year.append(value)
    }

    var row: DashboardRow {
      DashboardRow(
        quantity: quantity, latest: latest, previous: previous, percentile: percentile,
        provenance: provenance, lastKnown: latest == nil ? lastKnown : nil)
    }
  }

  private var columns: [Column]
  private var date: CalendarDate?

  /// Creates the columns of the series that a site declares.
  init(_ declared: ContextSeries) {
    let source = declared.provenance
    func derived(_ tag: Provenance) -> Provenance { max(tag, .derived) }
    var columns: [(DashboardRow.Quantity, Provenance)] = [(.spx, source.bars), (.vix, source.vix)]
    if declared.declaresFutures {
      columns += [
        (.vx1, source.futures), (.vx2, source.futures), (.contango, derived(source.futures)),
      ]
    }
    columns += [
      (.realisedVolatility, derived(source.bars)), (.onBalanceVolume, derived(source.bars)),
    ]
    if declared.declaresBreadth { columns.append((.advanceDecline, derived(source.breadth))) }
    columns += [(.rsi, derived(source.bars)), (.macd, derived(source.bars))]
    self.columns = columns.map { Column(quantity: $0.0, provenance: $0.1) }
  }

  /// Appends one session.
  mutating func append(_ session: SessionData, signals: SignalState) {
    for index in columns.indices {
      columns[index].append(
        Self.value(columns[index].quantity, session, signals), previousDate: date)
    }
    date = session.bar.date
  }

  /// The rows after the last session.
  var rows: [DashboardRow] { columns.map(\.row) }

  private static func value(
    _ quantity: DashboardRow.Quantity, _ session: SessionData, _ signals: SignalState
  ) -> Double? {
    switch quantity {
    case .spx: return session.bar.close
    case .vix: return session.vix
    case .vx1: return settle(0, session)
    case .vx2: return settle(1, session)
    case .contango:
      guard let first = settle(0, session), let second = settle(1, session), first > 0 else {
        return nil
      }
      return second / first - 1
    case .realisedVolatility: return signals.realisedVolatility
    case .onBalanceVolume: return signals.onBalanceVolume
    case .advanceDecline: return signals.advanceDeclineLine
    case .rsi: return signals.rsi
    case .macd:
      guard let macd = signals.macd, let signal = signals.macdSignal else { return nil }
      return macd - signal
    case .exchangeRate: return nil
    }
  }

  /// The settlement of the nearest contract but `rank` that still trades.
  private static func settle(_ rank: Int, _ session: SessionData) -> Double? {
    let listed = session.futures.filter { $0.expiration > session.bar.date }
      .sorted { $0.expiration < $1.expiration }
    return rank < listed.count ? listed[rank].settle : nil
  }

  /// Whether the series' level can be compared over a year; running sums cannot.
  private static func isLevel(_ quantity: DashboardRow.Quantity) -> Bool {
    quantity != .onBalanceVolume && quantity != .advanceDecline && quantity != .spx
  }
}

/// The last 252 values of a series.
private struct YearWindow: Sendable {
  private static let length = 252
  private var ring: [Double?] = []
  private var next = 0
  private var missing = 0

  mutating func append(_ value: Double?) {
    if value == nil { missing += 1 }
    guard ring.count == Self.length else {
      ring.append(value)
      return
    }
    if ring[next] == nil { missing -= 1 }
    ring[next] = value
    next = (next + 1) % Self.length
  }

  /// Share of the window's values below `value`; `nil` without it, or unless all 252 are there.
  func percentile(of value: Double?) -> Double? {
    guard let value, ring.count == Self.length, missing == 0 else { return nil }
    var lower = 0
    for case let earlier? in ring where earlier < value { lower += 1 }
    return Double(lower) / Double(Self.length)
  }
}
