import Quant

/// Lists what is scheduled on the sessions after a date.
struct SessionCalendar {
  private let policy: [CalendarDate: [PolicyEvent]]
  private let releases: [CalendarDate: [MacroRelease]]
  private let contracts: ContractCalendar

  init(_ context: ContextSeries, contracts: ContractCalendar) {
    policy = Dictionary(grouping: context.policy, by: \.date)
    releases = Dictionary(grouping: context.releases, by: \.releaseDate)
    self.contracts = contracts
  }

  /// The next `count` sessions with their events.
  func days(
    after date: CalendarDate, count: Int, book: BookSnapshot?, hedge: [HedgeLine]
  ) -> [CalendarDay] {
    var days: [CalendarDay] = []
    var session = date
    for _ in 0..<count {
      session = contracts.exchange.next(after: session)
      days.append(CalendarDay(date: session, events: events(on: session, book: book, hedge: hedge)))
    }
    return days
  }

  private func events(
    on date: CalendarDate, book: BookSnapshot?, hedge: [HedgeLine]
  ) -> [CalendarDay.Event] {
    var events: [CalendarDay.Event] = []
    events += (policy[date] ?? []).map { .policy($0.kind) }
    for series in [InflationSeries.cpi, .ppi] {
      events += (releases[date] ?? []).filter { $0.series == series }.map {
        .release(series, period: $0.period, time: $0.releaseTime)
      }
    }
    if contracts.spxMonthly(year: date.year, month: date.month) == date {
      events.append(.spxExpiration)
    }
    if contracts.vixExpiration(year: date.year, month: date.month) == date {
      events.append(.vixExpiration)
    }
    if book?.positions.contains(where: { $0.contract.expiration == date }) == true {
      events.append(.bookExpiration)
    }
    for expiration in Set(hedge.filter { $0.rollFrom == date }.map(\.position.contract.expiration))
      .sorted()
    {
      events.append(.hedgeRoll(expiration: expiration))
    }
    if let reason = contracts.exchange.earlyClose(date) { events.append(.earlyClose(reason)) }
    return events
  }
}
