import Markdown
import MarketData

/// A fenced block `quiz`: a question with options and a folded answer, without a script.
///
/// Keys: `question`, `options` (two to twelve), `answer` (the number of the right option, from 1),
/// `why`. All texts are Markdown.
struct QuizDirective {
  private static let optionCounts = 2...12

  private let rendering: ProseRendering
  private let origin: TextOrigin

  init(_ rendering: ProseRendering, origin: TextOrigin) {
    self.rendering = rendering
    self.origin = origin
  }

  /// The question; `nil` after reporting what is wrong with the block.
  func render(_ fields: inout YAMLFields, into problems: inout [Diagnostic]) -> String? {
    let question = fields.requiredText("question", example: "What is asked?", into: &problems)
    let options = options(&fields, into: &problems)
    let range = 1...(options.isEmpty ? Self.optionCounts.upperBound : options.count)
    let answer = fields.requiredValue(
      "answer", "the number of an option, 1 to \(range.upperBound)", example: "1",
      into: &problems
    ) { text in Int(text).flatMap { range.contains($0) ? $0 : nil } }
    let why = fields.requiredText("why", example: "Why the answer is right.", into: &problems)
    fields.finish(into: &problems)
    guard let answer, !options.isEmpty, !question.isEmpty, !why.isEmpty else { return nil }
    let items = options.indices.map { index in
      let markup = markup(options[index], fields, "options", item: index)
      return "<li>\(markup.withoutSingleParagraph)</li>\n"
    }
    return "<div class=\"quiz\">\n\(markup(question, fields, "question"))<ol>\n"
      + "\(items.joined())</ol>\n<details><summary>Answer</summary>\n"
      + "<p><b>Option \(answer).</b></p>\n\(markup(why, fields, "why"))</details>\n</div>\n"
  }

  private func options(
    _ fields: inout YAMLFields, into problems: inout [Diagnostic]
  ) -> [String] {
    let count = problems.count
    let options = fields.texts("options", into: &problems)
    guard problems.count == count else { return [] }
    guard Self.optionCounts.contains(options.count) else {
      problems.append(
        .error(
          fields.location(of: "options"),
          "a quiz has \(Self.optionCounts.lowerBound) to \(Self.optionCounts.upperBound) options, "
            + "this one has \(options.count)",
          "List them below `options:`, each on a line that begins with a hyphen."))
      return []
    }
    return options
  }

  private func markup(
    _ text: String, _ fields: YAMLFields, _ key: String, item: Int? = nil
  ) -> String {
    rendering.markup(
      of: text, origin: origin.text(fields.place(ofText: key, item: item)),
      part: .remark(rendering.nextBox()))
  }
}
