import ALVH
import Quant
import SVGCharts

/// The indexes of write-ups: all years, a year, a month.
struct CalendarPages {
  let site: Site

  func pages() -> [Page] {
    guard site.hasWriteUps else { return [] }
    let years = Dictionary(grouping: site.decisions, by: \.date.year)
    var pages = [allYears(years)]
    for year in years.keys.sorted() {
      let decisions = years[year] ?? []
      pages.append(self.year(year, decisions))
      let months = Dictionary(grouping: decisions, by: \.date.month)
      for month in months.keys.sorted() {
        pages.append(self.month(year, month, months[month] ?? []))
      }
    }
    return pages
  }

  private func page(
    _ path: PagePath, _ template: String, _ heading: String, date: String = "",
    _ values: TemplateContext
  ) -> Page {
    var traits: Set<PageTrait> = [.page, .options]
    if site.content.book?.mode == .example { traits.insert(.examplePositions) }
    if site.hasModelledPrices { traits.insert(.modelledPrices) }
    var values = values
    values["heading"] = heading
    let description = "\(heading): hedge write-ups by session."
    return Page(
      path: path, template: template, title: heading, description: description,
      pageClass: template == "pages/month" ? "month" : "year", traits: traits, values: values,
      section: PagePath("daily/"),
      search: SearchText(kind: .page, title: heading, date: date, parts: [description]))
  }

  private func allYears(_ years: [Int: [DailyDecision]]) -> Page {
    let path = PagePath("daily/")
    let list = years.keys.sorted(by: >).map { year -> TemplateContext in
      let decisions = years[year] ?? []
      return [
        "href": site.link(from: path, to: Site.path(year: year)), "year": String(year),
        "summary": "\(decisions.count) sessions",
        "months": Set(decisions.map(\.date.month)).sorted().map { month in
          Cells.link(
            NumberText.monthName(month),
            site.link(from: path, to: Site.path(year: year, month: month)))
        },
      ]
    }
    let recent = site.decisions.suffix(10).reversed().map {
      DayEntry(site: site).context($0, from: path)
    }
    var values: TemplateContext = [
      "years": list,
      "recent": ["heading": "Latest", "entries": Array(recent)] as TemplateContext,
    ]
    if ArchivePages.exist(on: site) {
      let archive = Markup.link("archive", to: site.link(from: path, to: ArchivePages.path))
      values["introHTML"] = "<p>The \(archive) lists every write-up with its state.</p>"
    }
    return page(path, "pages/daily-index", "Daily write-ups", values)
  }

  private func year(_ year: Int, _ decisions: [DailyDecision]) -> Page {
    let path = Site.path(year: year)
    let months = Dictionary(grouping: decisions, by: \.date.month)
    let rows = months.keys.sorted().map { month in
      monthSummary(year, month, months[month] ?? [], from: path)
    }
    let years = Set(site.decisions.map(\.date.year)).sorted()
    var days: TemplateContext = [:]
    if let before = years.last(where: { $0 < year }) {
      days["previous"] = Cells.link(
        String(before), site.link(from: path, to: Site.path(year: before)))
    }
    if let after = years.first(where: { $0 > year }) {
      days["next"] = Cells.link(String(after), site.link(from: path, to: Site.path(year: after)))
    }
    return page(
      path, "pages/year", String(year), date: String(year), ["days": days, "months": rows])
  }

  private func monthSummary(
    _ year: Int, _ month: Int, _ decisions: [DailyDecision], from path: PagePath
  ) -> TemplateContext {
    let levels = decisions.compactMap(vix)
    let hedged = decisions.filter { $0.step.stageAfter.isHedged }
    var row: TemplateContext = [
      "href": site.link(from: path, to: Site.path(year: year, month: month)),
      "name": NumberText.monthName(month), "sessions": String(decisions.count),
      "written": String(decisions.count { site.content.reports[$0.date] != nil }),
      "stages": hedged.isEmpty
        ? "no hedge" : "a layer on \(hedged.count) of \(decisions.count)",
      "vixLow": NumberText.optional(levels.min(), decimals: 2),
      "vixHigh": NumberText.optional(levels.max(), decimals: 2),
    ]
    if let first = decisions.first, let last = decisions.last,
      let before = first.dashboard.first(where: { $0.quantity == .spx })?.previous,
      let close = last.dashboard.first(where: { $0.quantity == .spx })?.latest
    {
      row["spxChange"] = NumberText.percent(close / before - 1, decimals: 2, signed: true)
    }
    let spark = Sparkline(
      values: levels, title: "VIX in \(NumberText.monthName(month)) \(year)")
    row.set("sparkSVG", spark.svg(idPrefix: "vix-\(year)-\(month)-"))
    return row
  }

  private func month(_ year: Int, _ month: Int, _ decisions: [DailyDecision]) -> Page {
    let path = Site.path(year: year, month: month)
    let heading = "\(NumberText.monthName(month)) \(year)"
    let entries = decisions.map { DayEntry(site: site).context($0, from: path) }
    return page(
      path, "pages/month", heading, date: "\(year)-\(month < 10 ? "0" : "")\(month)",
      [
        "days": monthNavigation(year, month, path),
        "weekdays": ["Mon", "Tue", "Wed", "Thu", "Fri"],
        "weeks": weeks(year, month, decisions, path),
        "list": ["heading": "Write-ups", "entries": entries] as TemplateContext,
        "legendHTML": "● commentary was written. Stage at the close, VIX below it.",
      ])
  }

  private func monthNavigation(_ year: Int, _ month: Int, _ path: PagePath) -> TemplateContext {
    let months = Set(site.decisions.map { $0.date.year * 12 + $0.date.month - 1 }).sorted()
    let own = year * 12 + month - 1
    func link(_ value: Int) -> TemplateContext {
      let (year, month) = (value / 12, value % 12 + 1)
      return Cells.link(
        "\(NumberText.monthName(month)) \(year)",
        site.link(from: path, to: Site.path(year: year, month: month)))
    }
    var days: TemplateContext = [
      "month": Cells.link(String(year), site.link(from: path, to: Site.path(year: year)))
    ]
    if let before = months.last(where: { $0 < own }) { days["previous"] = link(before) }
    if let after = months.first(where: { $0 > own }) { days["next"] = link(after) }
    return days
  }

  /// Weeks from Monday to Friday; a day outside the month is blank.
  private func weeks(
    _ year: Int, _ month: Int, _ decisions: [DailyDecision], _ path: PagePath
  ) -> [TemplateContext] {
    guard let first = CalendarDate(year: year, month: month, day: 1) else { return [] }
    let last = first.adding(days: CalendarDate.daysIn(month: month, year: year) - 1)
    let byDate = Dictionary(decisions.map { ($0.date, $0) }) { first, _ in first }
    var monday = first.adding(days: 1 - first.weekday.rawValue)
    var weeks: [TemplateContext] = []
    while monday <= last {
      let days = (0..<5).map { offset -> TemplateContext in
        day(monday.adding(days: offset), within: first...last, byDate, path)
      }
      if days.contains(where: { $0["number"] != nil }) { weeks.append(["days": days]) }
      monday = monday.adding(days: 7)
    }
    return weeks
  }

  private func day(
    _ date: CalendarDate, within month: ClosedRange<CalendarDate>,
    _ byDate: [CalendarDate: DailyDecision], _ path: PagePath
  ) -> TemplateContext {
    guard month.contains(date) else { return [:] }
    var day: TemplateContext = ["number": String(date.day)]
    guard let decision = byDate[date] else {
      day["closed"] = site.calendar.exchange.holidayName(date) ?? "no write-up"
      return day
    }
    day["href"] = site.link(from: path, to: Site.path(of: date))
    day["stage"] = decision.step.stageAfter.isHedged ? decision.step.stageAfter.words : "–"
    day["stageClass"] = decision.step.stageAfter.styleClass
    if let vix = vix(decision) { day["vix"] = NumberText.fixed(vix, decimals: 1) }
    if site.content.reports[date] != nil { day["mark"] = "●" }
    return day
  }

  /// The session's VIX close, known also where no futures give a curve.
  private func vix(_ decision: DailyDecision) -> Double? {
    decision.dashboard.first { $0.quantity == .vix }?.latest
  }
}
