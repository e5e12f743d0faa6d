import MarketData
import Quant
import SVGCharts

/// A change made to a write-up after it was published: dated, of a kind, and told in words.
struct Correction: Hashable, Sendable {
  /// How grave the change is (`Content/pages/about/corrections.md` explains the four).
  enum Kind: String, Sendable, CaseIterable {
    case typo, clarification, correction, withdrawal

    /// The word on the page's badge.
    var badge: String { self == .withdrawal ? "Withdrawn" : "Corrected" }
  }

  /// The day on which the text was changed.
  var date: CalendarDate
  var kind: Kind
  /// What was changed, as plain text.
  var what: String

  /// One sentence for the page's notice and the feeds.
  var sentence: String {
    let kind =
      self.kind == .correction || self.kind == .withdrawal ? "" : " (\(self.kind.rawValue))"
    return "\(self.kind.badge) on \(NumberText.long(date))\(kind): \(what)"
  }

  /// The list `corrections` of a write-up's front matter, the earliest first.
  ///
  /// A correction that is dated before its write-up is reported.
  static func read(
    _ fields: inout YAMLFields, of report: CalendarDate?, into problems: inout [Diagnostic]
  ) -> [Correction] {
    var corrections: [Correction] = []
    for entry in fields.list("corrections", into: &problems) {
      var entry = entry
      let date = entry.requiredValue(
        "date", "a date of the form YYYY-MM-DD", example: "2016-01-12", into: &problems
      ) { CalendarDate($0) }
      let kinds = Kind.allCases.map(\.rawValue).joined(separator: ", ")
      let kind = entry.requiredValue(
        "kind", "one of \(kinds)", example: "correction", into: &problems
      ) { Kind(rawValue: $0) }
      let what = entry.requiredText(
        "what", example: "The old and the new value, in one sentence.", into: &problems)
      entry.finish(into: &problems)
      guard let date, let kind else { continue }
      if let report, date < report {
        problems.append(
          .error(
            entry.location(of: "date"),
            "the correction of \(date) lies before the write-up of \(report)",
            "Give the day on which the text was changed."))
      }
      corrections.append(Correction(date: date, kind: kind, what: what))
    }
    return corrections.enumerated().sorted {
      ($0.element.date, $0.offset) < ($1.element.date, $1.offset)
    }.map(\.element)
  }
}
