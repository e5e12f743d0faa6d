import TeXMath
import Testing

/// Places, order and form of the messages.
struct ErrorMessageTests {
  @Test func nothingIsNoFormula() {
    let message = "the formula is empty. Write a formula, or remove the math."
    #expect(MistakeText.of("") == ["1:1: \(message)"])
    #expect(MistakeText.of("  \n ") == ["2:2: \(message)"])
  }

  @Test func placesCountLinesAndScalars() {
    #expect(
      MistakeText.of("σ̂\n  + \\foo\n}") == [
        "1:2: the character U+0302 has no meaning in a formula. "
          + "Use a command, or put words into \\text{…}.",
        "2:5: unknown command `\\foo`. "
          + "Write \\operatorname{foo} for a function, or \\text{foo} for a word.",
        "3:1: `}` closes nothing. Remove it, or add the missing `{`.",
      ])
  }

  @Test func theListIsOneMistakeALine() {
    do {
      _ = try TeXFormula("} $")
      Issue.record("accepted")
    } catch {
      #expect(
        error.description
          == "1:1: `}` closes nothing. Remove it, or add the missing `{`.\n"
          + "1:3: `$` stands inside a formula. Write `\\$` for a dollar sign.")
    }
  }

  @Test func theSourceIsAnEscapedAnnotation() throws {
    let source = "a<b\n\\&c>d"
    let formula = try TeXFormula(source)
    #expect(formula.source == source)
    #expect(
      formula.mathML(display: false).hasSuffix(
        "<annotation encoding=\"application/x-tex\">a&lt;b\n\\&amp;c&gt;d</annotation>"
          + "</semantics></math>"))
  }
}
