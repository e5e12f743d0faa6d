import ALVH
import Quant
import SVGCharts

extension DailySections {
  /// What was changed since the write-up was published, the earliest first.
  var corrections: [Correction] { site.corrections(of: decision.date) }

  /// The number of the text that is shown: 1, and one more for each correction.
  var revision: String { "revision \(corrections.count + 1)" }

  /// The lines above the headline that say that the text is no longer the first one.
  var notices: [TemplateContext] {
    guard let latest = corrections.last else { return [] }
    let isWithdrawn = corrections.contains { $0.kind == .withdrawal }
    return [
      [
        "class": isWithdrawn ? "withdrawn" : "correction",
        "textHTML": Markup.escaped(latest.sentence) + " "
          + Markup.link("All corrections of this page", to: "#corrections"),
      ]
    ]
  }

  /// The badge of a corrected or withdrawn write-up; `nil` for one that stands as published.
  var correctionBadge: String? {
    (corrections.last { $0.kind == .withdrawal } ?? corrections.last)?.kind.badge
  }

  /// The list at the foot, without the words that stand there when it is empty.
  var correctionItems: [TemplateContext] {
    corrections.map { correction in
      [
        "date": NumberText.long(correction.date), "dateISO": correction.date.description,
        "kind": correction.kind.rawValue, "reasonHTML": Markup.escaped(correction.what),
      ]
    }
  }
}

extension Site {
  /// Whether a page lists all corrections: one of the content, or one made from the templates.
  var hasCorrectionsPage: Bool {
    templates.has(CorrectionsPage.template)
      || content.pages.contains { ReadingPages.path(of: $0) == CorrectionsPage.path }
  }

  /// The corrections of a session's write-up, the earliest first.
  func corrections(of date: CalendarDate) -> [Correction] {
    content.reports[date]?.corrections ?? []
  }

  /// The day on which a write-up was last changed: its session, or that of its last correction.
  func modified(_ date: CalendarDate) -> CalendarDate {
    corrections(of: date).last.map { max($0.date, date) } ?? date
  }
}
