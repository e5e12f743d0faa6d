import TestSupport
import Testing

@testable import SiteGenerator

/// Pages filled from a mould must be the pages that the templates would have given.
@Suite struct TemplateMouldTests {
  private func library(_ texts: [String: String]) throws -> TemplateLibrary {
    let files = InMemoryFileSystem(
      Dictionary(uniqueKeysWithValues: texts.map { ("Templates/\($0.key).mustache", $0.value) }))
    return try collecting { try TemplateLibrary(site: files, product: nil, into: &$0) }.0
  }

  private func pages(_ templates: [String: String], _ contexts: [TemplateContext]) throws
    -> [String]
  {
    let library = try library(templates)
    return contexts.map {
      String(decoding: library.page($0, template: "page") ?? [], as: UTF8.self)
    }
  }

  /// Every page equals the page of a library that has rendered nothing before, mould or not.
  private func expectUnchanged(
    _ templates: [String: String], _ contexts: [TemplateContext],
    sourceLocation: Testing.SourceLocation = #_sourceLocation
  ) throws {
    let direct = try contexts.map { try library(templates).render($0, template: "page") ?? "" }
    #expect(try pages(templates, contexts) == direct, sourceLocation: sourceLocation)
  }

  @Test func pagesOfOneShapeDifferInTheirTextsOnly() throws {
    let templates = [
      "page": "{{<base}}{{$main}}<h1>{{title}}</h1>{{{bodyHTML}}}{{/main}}{{/base}}",
      "base": "<title>{{title}} & {{&title}}</title>{{$main}}{{/main}}",
    ]
    let contexts = ["a", "<b> & \"c\" 'd'", "", "e{{title}}", "{{{bodyHTML}}}"].map {
      ["title": $0, "bodyHTML": "<p>\($0)</p>"] as TemplateContext
    }
    try expectUnchanged(templates, contexts)
  }

  @Test func listsGroupsAndFlagsTellShapesApart() throws {
    let templates = [
      "page": """
      {{#rows}}<li class="{{#first()}}first{{/first()}}">{{name}}{{#new}} new{{/new}}</li>{{/rows}}
      {{^rows}}none{{/rows}}{{#note}}{{note}}{{/note}}{{#tags}}{{.}},{{/tags}}{{group.inner}}
      """
    ]
    func context(_ rows: [TemplateContext], _ more: TemplateContext = [:]) -> TemplateContext {
      more.merging(["rows": rows]) { own, _ in own }
    }
    var contexts: [TemplateContext] = []
    for round in 0..<4 {
      let text = "<\(round)>"
      contexts += [
        context([]), context([["name": text]]), context([["name": text, "new": true]]),
        context([["name": text, "new": false]]), context([["name": text], ["name": text]]),
        context([], ["note": text]), context([], ["note": ""]),
        context([], ["tags": [text, text]]), context([], ["tags": [String]()]),
        context([], ["group": ["inner": text] as TemplateContext]),
      ]
    }
    try expectUnchanged(templates, contexts)
  }

  @Test func randomValuesComeOutAsTheTemplatesGiveThem() throws {
    let templates = [
      "page": "{{a}}{{#b}}[{{a}}{{{c}}}{{> part}}]{{/b}}{{^b}}-{{/b}}{{#d}}{{a}}{{/d}}",
      "part": "({{c}}{{#d}}!{{/d}}{{a}})",
    ]
    var random = SplitMix64(seed: 20_150_604)
    func text() -> String {
      String(
        (0..<Int.random(in: 0...3, using: &random)).map { _ in
          "ab<>&'\"é".randomElement(using: &random) ?? "a"
        })
    }
    let contexts = (0..<400).map { _ in
      var context: TemplateContext = ["a": text(), "c": text()]
      context["b"] =
        (0..<Int.random(in: 0...2, using: &random)).map { _ in
          Bool.random(using: &random) ? ["c": text()] : ["a": text(), "c": text()]
        } as [TemplateContext]
      if Bool.random(using: &random) { context["d"] = Bool.random(using: &random) }
      return context
    }
    try expectUnchanged(templates, contexts)
  }

  /// A quotation mark followed by an accent is one character but still ends an attribute.
  @Test func aTextCannotLeaveItsAttribute() throws {
    let context: TemplateContext = ["a": "x\"\u{301} onclick='\u{301}"]
    for page in try pages(["page": "<p title=\"{{a}}\">"], [context, context, context]) {
      #expect(page == "<p title=\"x&quot;\u{301} onclick=&#39;\u{301}\">")
    }
  }

  @Test func aTextThatLooksLikeAMarkStays() throws {
    let contexts = ["\u{01}0<\u{02}", "\u{01}1&lt;\u{02}", "\u{02}"].map {
      ["a": $0, "b": "B"] as TemplateContext
    }
    #expect(
      try pages(["page": "{{{a}}}{{{b}}}"], contexts)
        == ["\u{01}0<\u{02}B", "\u{01}1&lt;\u{02}B", "\u{02}B"])
  }

  @Test(arguments: [
    "{{uppercased(a)}}", "{{#reversed(b)}}{{.}}{{/reversed(b)}}", "{{> *a}}", "\u{01}0<\u{02}{{a}}",
    "{{=<% %>=}}<%uppercased(a)%>", "{{% CONTENT_TYPE:TEXT}}{{a}}",
    "{{#count(b)}}{{.}}{{/count(b)}}",
  ])
  func templatesThatExamineTextsAreRenderedEachTime(template: String) throws {
    let contexts = ["part", "other", "<c>", "part"].map {
      ["a": $0, "b": [$0, "z"]] as TemplateContext
    }
    try expectUnchanged(["page": template, "part": "P", "other": "O"], contexts)
  }

  @Test func valuesOfOtherKindsAreRenderedEachTime() throws {
    try expectUnchanged(
      ["page": "{{n}}{{#list}}{{.}}{{/list}}"],
      [1, 2, 3, 4].map { ["n": $0, "list": [$0, "x"] as [Any]] as TemplateContext })
  }

  @Test func anUnknownNameIsReportedOnceHoweverManyPagesLackIt() throws {
    let library = try library(["page": "{{a}}{{naem}}"])
    for index in 0..<1000 { _ = library.page(["a": "\(index)"], template: "page") }
    #expect(library.diagnostics().count == 1)
  }

  @Test func aNameThatALaterShapeProvidesIsKnown() throws {
    let library = try library(["page": "{{a}}{{b}}"])
    for index in 0..<10 { _ = library.page(["a": "\(index)"], template: "page") }
    _ = library.page(["a": "1", "b": "2"], template: "page")
    #expect(library.diagnostics().isEmpty)
  }

  @Test func aTemplateThatDoesNotExistGivesNoPage() throws {
    #expect(try library(["page": "x"]).page([:], template: "other") == nil)
  }
}
