import MarketData
import Testing

@testable import SiteGenerator

@Suite struct TemplateTagTests {
  @Test func tagsHaveKindNameAndPlace() {
    let text = """
      {{<base}}{{$main}}
      <h1>{{ title }}</h1>
      {{#rows}}{{.name}}{{{.valueHTML}}}{{&raw}}{{/rows}}
      {{^rows}}none{{/rows}}
        {{> partials/figure}}
      {{/main}}{{/base}}
      """
    #expect(
      TemplateTag.scan(text) == [
        TemplateTag(kind: .parent, name: "base", line: 1, column: 1),
        TemplateTag(kind: .block, name: "main", line: 1, column: 10),
        TemplateTag(kind: .variable, name: "title", line: 2, column: 5),
        TemplateTag(kind: .section, name: "rows", line: 3, column: 1),
        TemplateTag(kind: .variable, name: ".name", line: 3, column: 10),
        TemplateTag(kind: .variable, name: ".valueHTML", line: 3, column: 19),
        TemplateTag(kind: .variable, name: "raw", line: 3, column: 35),
        TemplateTag(kind: .close, name: "rows", line: 3, column: 43),
        TemplateTag(kind: .invertedSection, name: "rows", line: 4, column: 1),
        TemplateTag(kind: .close, name: "rows", line: 4, column: 14),
        TemplateTag(kind: .partial, name: "partials/figure", line: 5, column: 3),
        TemplateTag(kind: .close, name: "main", line: 6, column: 1),
        TemplateTag(kind: .close, name: "base", line: 6, column: 10),
      ])
  }

  @Test func commentsAndDelimitersAreLeftOut() {
    #expect(
      TemplateTag.scan("{{! a comment\nof two lines }}{{x}}").map { [$0.name, "\($0.line)"] }
        == [["x", "2"]])
  }

  @Test func aTransformStandsForWhatItIsAppliedTo() {
    #expect(
      TemplateTag.scan("{{#first()}}{{uppercased(name)}}{{/first()}}").map(\.name) == [
        ".", "name", ".",
      ])
  }

  @Test func textWithoutTagsHasNone() {
    #expect(TemplateTag.scan("") == [])
    #expect(TemplateTag.scan("{ {a} } }} {{") == [])
  }
}

@Suite struct TemplateLibraryTests {
  private func library(
    _ site: [String: String], product: [String: String]? = nil
  ) throws -> (result: TemplateLibrary, problems: [String]) {
    func files(_ texts: [String: String]) -> InMemoryFileSystem {
      InMemoryFileSystem(
        Dictionary(uniqueKeysWithValues: texts.map { ("Templates/\($0.key).mustache", $0.value) }))
    }
    return try collecting {
      try TemplateLibrary(site: files(site), product: product.map(files), into: &$0)
    }
  }

  /// What is said about names after the pages were rendered.
  private func complaints(
    _ templates: [String: String], _ pages: [[String: Any]], template: String = "page"
  ) throws -> [String] {
    let (library, problems) = try library(templates)
    #expect(problems.isEmpty)
    for page in pages { _ = library.render(page, template: template) }
    return DiagnosticList(library.diagnostics()).items.map(\.description)
  }

  @Test func aTemplateOfTheSiteReplacesTheProducts() throws {
    let library = try library(
      ["page": "site {{> part}}"], product: ["page": "product", "part": "of the product"]
    ).result
    #expect(library.render([:], template: "page") == "site of the product")
    #expect(library.render([:], template: "none") == nil)
    #expect(library.has("part") && !library.has("none"))
  }

  @Test func textValuesAreEscapedMarkupValuesAreNot() throws {
    let library = try library(["page": "{{a}}|{{{bHTML}}}"]).result
    let rendered = library.render(["a": "<b>&\"'", "bHTML": "<b>"], template: "page") ?? ""
    #expect(rendered.hasPrefix("&lt;b&gt;&amp;&quot;"))
    #expect(rendered.hasSuffix("|<b>"))
  }

  @Test func aValueIsNotATemplate() throws {
    let library = try library(["page": "{{a}}{{{b}}}"]).result
    #expect(
      library.render(["a": "{{c}}", "b": "{{c}}", "c": "!"], template: "page") == "{{c}}{{c}}")
  }

  @Test func indentationOfAnIncludeIsNotRepeated() throws {
    let library = try library(["page": "<pre>\n    {{> part}}\n</pre>", "part": "a\nb\n"]).result
    #expect(library.render([:], template: "page") == "<pre>\na\nb\n</pre>")
  }

  @Test func anIncludeThatDoesNotExistIsReportedAtItsPlace() throws {
    let problems = try library(["page": "a\n {{> figuer}}", "figure": "x"]).problems
    #expect(
      problems == [
        "Templates/page.mustache:2:2: error: the template includes `figuer`, which does not exist. "
          + "Did you mean `figure`?"
      ])
  }

  @Test func aSectionThatIsNotClosedIsReported() throws {
    let problems = try library(["page": "{{#a}}\nx\n"]).problems
    #expect(problems.count == 1)
    #expect(problems.first?.hasPrefix("Templates/page.mustache:") == true)
    #expect(problems.first?.contains("the template does not parse") == true)
  }

  @Test func aNameThatAPageProvidesIsKnown() throws {
    #expect(
      try complaints(
        ["page": "{{a}}{{b.c}}{{#d}}{{.}}{{/d}}"],
        [["a": "1", "b": ["c": "2"] as [String: Any], "d": ["x"]]]
      ).isEmpty)
  }

  @Test func aNameThatNoPageProvidesIsReportedWithTheNearest() throws {
    #expect(
      try complaints(["page": "{{heading}}\n  {{heding}} {{weather}}"], [["heading": "x"]]) == [
        "Templates/page.mustache:2:3: error: the template names an unknown value `heding`. "
          + "Did you mean `heading`?",
        "Templates/page.mustache:2:14: error: the template names an unknown value `weather`. "
          + "No page that uses the template provides it.",
      ])
  }

  @Test func onePageThatProvidesANameIsEnough() throws {
    #expect(try complaints(["page": "{{a}}"], [[:], ["a": "1"]]).isEmpty)
    #expect(try complaints(["page": "{{a}}"], [["a": "1"], [:]]).isEmpty)
  }

  @Test func namesInsideSectionsAndIncludesAreJudgedWhereTheyStand() throws {
    let templates = ["page": "{{#rows}}{{> row}}{{/rows}}", "row": "{{.name}}{{.nam}}"]
    let found = try complaints(templates, [["rows": [["name": "a"], ["name": "b"]] as [Any]]])
    #expect(found.count == 1)
    #expect(found.first?.hasPrefix("Templates/row.mustache:1:10: ") == true)
  }

  @Test func blocksOfAFrameAreJudgedWithThePagesValues() throws {
    let templates = [
      "page": "{{<base}}{{$main}}{{a}}{{b}}{{/main}}{{/base}}", "base": "{{c}}{{$main}}{{/main}}",
    ]
    #expect(try complaints(templates, [["a": "1", "c": "2"]]).count == 1)
  }

  @Test func aSectionThatNoPageEntersIsNotJudged() throws {
    #expect(try complaints(["page": "{{#rows}}{{x}}{{/rows}}"], [["rows": [Any]()]]).isEmpty)
  }

  /// The second page enters a section that was empty on the first.
  @Test func aSectionEnteredLaterIsJudged() throws {
    let pages: [[String: Any]] = [["rows": [Any]()], ["rows": [["name": "a"]] as [Any]]]
    #expect(try complaints(["page": "{{#rows}}{{.naem}}{{/rows}}"], pages).count == 1)
  }
}
