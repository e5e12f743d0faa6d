import Testing

@testable import SiteGenerator

@Suite struct ArchetypeTextTests {
  private func filled(
    _ text: String, _ values: [String: String]
  ) -> (result: String, problems: [String]) {
    collecting { ArchetypeText(file: "a.md", text: text).filled(with: values, into: &$0) }
  }

  @Test func marksAreReplacedAndReferencesStay() {
    let (text, problems) = filled(
      "<% title %> <%title%>, {{ vix.close }}\n<%  title  %>", ["title": "A"])
    #expect(text == "A A, {{ vix.close }}\nA")
    #expect(problems.isEmpty)
  }

  @Test func whatIsNoMarkStays() {
    for text in ["", "\n", "<%", "%>", "a <% b\n%>", "100 % > 5 <"] {
      #expect(filled(text, [:]).result == text)
    }
  }

  @Test func anUnknownMarkIsReportedAtItsPlace() {
    #expect(
      filled("a\n–<% titel %><% weather %>", ["title": "A", "date": "B"]).problems == [
        "a.md:2:2: error: the archetype names an unknown mark `titel`. Did you mean `title`?",
        "a.md:2:13: error: the archetype names an unknown mark `weather`. "
          + "Known marks: date, title.",
      ])
  }

  @Test func paragraphsThatPrintUnknownValuesAreLeftOut() {
    let front = "---\n# {{ x }} is left\ntitle: A\n---\n"
    let body = "\nA {{ a }}\nand {{ b }}.\n\nNone.\n\n{{x}} and {{ a }}\n\n{{ a }}\n"
    #expect(
      ArchetypeText.keepingParagraphs(of: front + body, printing: ["a", "b"])
        == front + "\nA {{ a }}\nand {{ b }}.\n\nNone.\n\n{{ a }}\n")
    #expect(
      ArchetypeText.keepingParagraphs(of: front + body, printing: []) == front + "\nNone.\n")
  }

  @Test func aTextWhoseValuesAreAllKnownStaysAsItIs() {
    let text = "---\ntitle: A\n---\n\n\nA {{ a }}\n\n\n    code\n\nB"
    #expect(ArchetypeText.keepingParagraphs(of: text, printing: ["a"]) == text)
  }

  @Test func aTextWithoutFrontMatterStays() {
    for text in ["", "a", "{{ x }}", "---\n{{ x }}"] {
      #expect(ArchetypeText.keepingParagraphs(of: text, printing: []) == text)
    }
  }
}
