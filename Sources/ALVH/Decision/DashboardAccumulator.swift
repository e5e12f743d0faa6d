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

    mutating func append(_ value: Double?, previousDate: CalendarDate?) {
      if latest != nil { lastKnown = previousDate }
      previous = latest
      latest = value
      year.append(value)
    }

    var row: DashboardRow {
      DashboardRow(
        quantity: quantity, latest: latest, previous: previous,
        percentile: DashboardAccumulator.isLevel(quantity) ? year.percentile : nil,
        provenance: provenance, lastKnown: latest == nil ? lastKnown : nil)
    }
  }

  private let calendar: ContractCalendar
  private var columns: [Column]
  private var date: CalendarDate?

  /// Creates the columns of the series that a site declares.
  init(_ declared: ContextSeries, calendar: ContractCalendar) {
    self.calendar = calendar
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
    let front = FrontSettlements(session, calendar: calendar)
    for index in columns.indices {
      columns[index].append(
        Self.value(columns[index].quantity, session, front, signals), previousDate: date)
    }
    date = session.bar.date
  }

  /// The rows after the last session.
  var rows: [DashboardRow] { columns.map(\.row) }

  private static func value(
    _ quantity: DashboardRow.Quantity, _ session: SessionData, _ front: FrontSettlements,
    _ signals: SignalState
  ) -> Double? {
    switch quantity {
    case .spx: return session.bar.close
    case .vix: return session.vix
    case .vx1: return front.first
    case .vx2: return front.second
    case .contango:
      guard let first = front.first, let second = front.second, first > 0 else { return nil }
      let step = second / first - 1
      return step.isFinite ? step : nil
    case .realisedVolatility: return signals.realisedVolatility
    case .onBalanceVolume: return signals.onBalanceVolume
    case .advanceDecline: return signals.advanceDeclineLine
    case .rsi: return signals.rsi
    case .macd:
      guard let macd = signals.macd, let signal = signals.macdSignal else { return nil }
      return (macd - signal).bounded
    case .exchangeRate: return nil
    }
  }

  /// Whether the series' level can be compared over a year; running sums cannot.
  private static func isLevel(_ quantity: DashboardRow.Quantity) -> Bool {
    quantity != .onBalanceVolume && quantity != .advanceDecline && quantity != .spx
  }
}

/// Settlements of the two nearest monthly contracts that still trade.
private struct FrontSettlements {
  private(set) var first: Double?
  private(set) var second: Double?

  init(_ session: SessionData, calendar: ContractCalendar) {
    var nearest: FuturesSettlement?
    var next: FuturesSettlement?
    for contract in session.futures
    where contract.expiration > session.bar.date && calendar.isMonthlyVIX(contract.expiration) {
      if nearest.map({ contract.expiration < $0.expiration }) ?? true {
        next = nearest
        nearest = contract
      } else if next.map({ contract.expiration < $0.expiration }) ?? true {
        next = contract
      }
    }
    first = nearest?.settle
    second = next?.settle
  }
}

/// The newest value of a series and the 252 before it.
private struct YearWindow: Sendable {
  private static let length = 253
  private var ring: [Double?] = []
  private var next = 0
  private var missing = 0
  private var newest: Double?

  mutating func append(_ value: Double?) {
    newest = value
    if value == nil { missing += 1 }
    guard ring.count == Self.length else {
      ring.append(value)
      return
    }
    if ring[next] == nil { missing -= 1 }
    ring[next] = value
    next = (next + 1) % Self.length
  }

  /// Share of the 252 earlier values below the newest; `nil` unless all of them are there.
  var percentile: Double? {
    guard let newest, ring.count == Self.length, missing == 0 else { return nil }
    var lower = 0
    for case let value? in ring where value < newest { lower += 1 }
    return Double(lower) / Double(Self.length - 1)
  }
}
