import MarketData
import Quant
import SVGCharts

/// Whether a site can have a write-up of a date: session, range of the site, data.
struct ReportSession {
  let date: CalendarDate
  let content: SiteContent
  private let calendar = ExchangeCalendar.nyse

  init(date: CalendarDate, content: SiteContent) {
    self.date = date
    self.content = content
  }

  /// Everything that stands against a write-up; empty when it can be written.
  func problems() -> [Diagnostic] {
    let configured = configurationProblems
    guard configured.isEmpty else { return configured }
    if let closed = closedProblem { return [closed] }
    return [rangeProblem, indexProblem].compactMap { $0 }
  }

  private func site(_ what: String, _ remedy: String) -> Diagnostic {
    .error(SourceLocation(file: SiteConfiguration.path), what, remedy)
  }

  private var configurationProblems: [Diagnostic] {
    var problems: [Diagnostic] = []
    if content.sources.isEmpty {
      problems.append(
        .error(
          SourceLocation(file: SourcesFile.path),
          "the site has no market data, so that no write-up can be computed",
          "Bring some in with `hedgebook import FILE`."))
    }
    if content.configuration.book == nil {
      problems.append(
        site(
          "the site follows no book",
          "Name a folder of Content/books with `book:`; "
            + "`hedgebook import --book mine --nav 150000 STATEMENT` makes one."))
    }
    if content.configuration.writeUps == nil {
      problems.append(
        site(
          "the site does not say which sessions have a write-up",
          "Give the first and the last of them with `from:` and `to:`."))
    }
    return problems
  }

  private var closedProblem: Diagnostic? {
    guard !calendar.isSession(date) else { return nil }
    let reason =
      calendar.holidayName(date).map { "the exchange is closed: \($0)" }
      ?? "it is a \(NumberText.weekdayName(date.weekday))"
    let (before, after) = (calendar.previous(before: date), calendar.next(after: date))
    return .error(
      SourceLocation(file: "\(date)"), "there is no session on this date, \(reason)",
      "The nearest sessions are \(before) and \(after).")
  }

  private var rangeProblem: Diagnostic? {
    guard let range = content.configuration.writeUps, !range.contains(date) else { return nil }
    let isEarly = date < range.lowerBound
    let (key, bound) = isEarly ? ("from", range.lowerBound) : ("to", range.upperBound)
    return site(
      "\(date) lies \(isEarly ? "before the first" : "after the last") write-up, \(bound)",
      "Write `\(key): \(date)` there.")
  }

  /// The index must have a bar of the session.
  private var indexProblem: Diagnostic? {
    let bars = content.history?.bars ?? []
    guard !bars.contains(where: { $0.date == date }) else { return nil }
    let file = content.sources.first { $0.id == "spx" }?.file.map { "Content/data/\($0)" }
    let place = SourceLocation(file: file ?? SourcesFile.path)
    guard let first = bars.first?.date, let last = bars.last?.date else {
      return .error(
        place, "the site has no prices of the index",
        "Bring them in with `hedgebook import --id spx FILE`.")
    }
    let remedy = "Bring the missing sessions in with `hedgebook import --id spx FILE`."
    if date > last { return .error(place, "the file ends on \(last), before \(date)", remedy) }
    if date < first { return .error(place, "the file begins on \(first), after \(date)", remedy) }
    return .error(place, "the file has no row for \(date)", remedy)
  }
}
