import ALVH
import Quant

extension DailySections {
  /// What search is told of the write-up.
  ///
  /// What was corrected, the bottom line, commentary and decision, and what the rules made of the day;
  /// text written after the outcome is none of it. The report has the day's values printed and is `nil` on a quiet day.
  func searchText(
    report: Report? = nil, headings: [String] = [], commentary: String = ""
  ) -> SearchText {
    let texts = [report?.decision, report?.alternatives, report?.falsifier].compactMap { $0 }
    return SearchText(
      kind: .daily, title: headline, date: decision.date.description, headings: headings,
      terms: firedRules + ["rule \(decision.step.rule.number)", ActionWords.short(decision.step)]
        + (report?.tags ?? []),
      parts: corrections.map(\.sentence) + [bottomLine, commentary] + texts)
  }
}
