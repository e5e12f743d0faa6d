import MarketData
import Testing

@testable import SiteGenerator

@Suite struct IncludeCyclesTests {
  private func problems(_ templates: [String: String]) -> [String] {
    IncludeCycles.find(
      templates.mapValues { TemplateNode.tree(TemplateTag.scan($0)) },
      files: Dictionary(
        uniqueKeysWithValues: templates.keys.map { ($0, "Templates/\($0).mustache") })
    ).map(\.description)
  }

  @Test func aTemplateThatIncludesItselfIsReportedAtTheTag() {
    #expect(
      problems(["a": "x\n  {{> a}}"]) == [
        "Templates/a.mustache:2:3: error: the template includes itself. "
          + "Take the include out of one of the templates."
      ])
  }

  @Test func aCycleThroughOthersIsReportedInEach() {
    let found = problems(["a": "{{#list}}{{> b}}{{/list}}", "b": "{{> c}}", "c": "{{> a}}"])
    #expect(found.count == 3)
    #expect(found[0].contains("the template includes itself through `b`"))
  }

  @Test func sharedPartialsAreNoCycle() {
    #expect(problems(["a": "{{> c}}{{> b}}", "b": "{{> c}}", "c": "text"]) == [])
  }
}
