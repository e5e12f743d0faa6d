import Markdown
import MarketData
import ProseChecks

/// A fenced block `assert`: Markdown that stands on the page while conditions hold.
///
/// Keys: `that`, a condition or a list of conditions that must all hold; `text`, the Markdown.
struct AssertDirective {
  private let rendering: ProseRendering
  private let origin: TextOrigin
  private let values: ValueTable

  init(_ rendering: ProseRendering, origin: TextOrigin, values: ValueTable) {
    self.rendering = rendering
    self.origin = origin
    self.values = values
  }

  /// The text; `nil` after reporting what keeps it from standing there.
  func render(_ fields: inout YAMLFields, into problems: inout [Diagnostic]) -> String? {
    let isList = fields.hasList("that")
    let conditions =
      isList
      ? fields.texts("that", into: &problems)
      : [fields.requiredText("that", example: "vix.close > 20", into: &problems)]
    let text = fields.requiredText(
      "text", example: "What the page says while it holds.", into: &problems)
    fields.finish(into: &problems)
    guard !text.isEmpty else { return nil }
    let words = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    for (index, condition) in conditions.enumerated() where !condition.isEmpty {
      let place = fields.place(ofText: "that", item: isList ? index : nil)
      do throws(ProseFault) {
        let assertion = try Assertion(condition: condition)
        if let contradiction = try assertion.contradiction(words: words, values) {
          problems.append(diagnostic(contradiction, place, fields.file))
        }
      } catch {
        problems.append(diagnostic(error, place, fields.file))
      }
    }
    return rendering.markup(
      of: text, origin: origin.text(fields.place(ofText: "text")),
      part: .box(rendering.nextBox()))
  }

  private func diagnostic(_ fault: ProseFault, _ text: TextPlace, _ file: String) -> Diagnostic {
    let (line, column) = text.place(line: 1, column: fault.offset + 1)
    return .error(
      SourceLocation(file: file, line: line, column: column), fault.message, fault.remedy)
  }
}
