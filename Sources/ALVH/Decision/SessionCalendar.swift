import Quant

/// Lists what is scheduled on the sessions after a date.
struct SessionCalendar {
  let history: MarketHistory
  let contracts: ContractCalendar

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
    events += history.policy.filter { $0.date == date }.map { .policy($0.kind) }
    for series in [InflationSeries.cpi, .ppi] {
      events += history.releases.filter { $0.series == series && $0.releaseDate == date }.map {
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
