import Foundation
import MarketData
import TestSupport
import Testing

@testable import SiteGenerator

/// `Templates/VALUES.md` lists every value that templates may print, and no other.
///
/// With `HEDGEBOOK_RECORD=1` the list is written anew; the meanings that stand in it are kept, and a new
/// value is left without one until somebody writes it.
@Suite struct TemplateValuesTests {
  private static let path = "Templates/VALUES.md"

  /// The small site with a text of every kind that it lacks.
  private static func content() throws -> InMemoryFileSystem {
    let disk = DiskFileSystem(root: try TestSite("Sites/small").folder)
    var files = InMemoryFileSystem([:])
    for path in try disk.files(under: "Content") { files.contents[path] = try disk.read(path) }
    func add(_ path: String, _ text: String) {
      files.contents["Content/\(path)"] = Array(text.utf8)
    }
    func page(_ name: String, _ template: String) {
      add(
        "pages/\(name).md",
        "---\ntitle: A\nsummary: A\ntemplate: \(template)\n---\n\n## B\n\nText.\n")
    }
    page("about/disclaimers", "disclaimers")
    page("about/corrections", "corrections")
    page("method", "method")
    page("method/profiles/seed-obv", "profile")
    add(
      "pages/method/contradictions.md",
      "---\ntitle: A\ntemplate: contradictions\nresolutions:\n  - contradiction: B\n"
        + "    parameters: [requireAlignment]\n  - contradiction: C\n---\n\n## B\n\n## C\n")
    add("pages/index.md", "---\ntitle: Home\n---\n\nWords.\n")
    add("pages/moved.md", "---\ntitle: Moved\naliases: [/old/]\n---\n\nWords.\n")
    add(
      "lessons/02-more.md",
      "---\ntitle: More\nsummary: A\norder: 2\nquestion: A?\ncouldBeWrong: A.\nsession: 2016-01-05\n"
        + "tags: [more]\nchecks:\n  - question: A?\n    answer: B.\n"
        + "sources:\n  - title: A\n---\n\nWords.\n")
    add(
      "glossary/more.md",
      "---\ntitle: Morning\nsummary: A\nrole: working\nsee: [pivot]\naka: [Dawn]\ntags: [more]\n"
        + "formula: a = b\nsources:\n  - title: A\n---\n\nWords.\n")
    add(
      "reports/2016-01-06.md",
      "---\ntitle: A day\ndate: 2016-01-06\ndecision: A.\nalternatives: A.\nfalsifier: A.\n"
        + "review: 2016-02-01\nloyaltyOrMotion: A.\nstewardOrPromoter: A.\ntags: [more]\n"
        + "sources:\n  - title: A\n    url: https://example.com/\n"
        + "corrections:\n  - date: 2016-01-08\n    kind: typo\n    what: A.\n---\n\nWords.\n")
    return files
  }

  private static func inventory() throws -> TemplateInventory {
    let product = DiskFileSystem(root: try Repository.root())
    var inventory = try TemplateInventory(templates: product)
    var problems: [Diagnostic] = []
    let files = try content()
    let read = try ContentReader(fileSystem: files, product: product, jobs: 2)
      .read(into: &problems)
    let content = try #require(read)
    let templates = try TemplateLibrary(site: files, product: product, into: &problems)
    // Hashes stand on the pages for servers alone.
    let site = SiteAssembly(
      content: content, templates: templates,
      assets: try SiteAssets(site: files, product: product), target: .web, version: "test"
    ).site(into: &problems)
    let plan = PagePlan(site: site)
    var pages = try plan.items.map {
      try PageRenderer.page($0.item, site: site, plan: plan, into: &problems)
    }
    pages += CalendarPages(site: site).pages() + ArchivePages(site: site).pages()
    pages += plan.aliases.map { RedirectPage(alias: $0, site: site).page() }
    #expect(problems.isEmpty, "\(problems.map(\.description))")
    for page in pages {
      inventory.record(
        PageFrame(site: site).context(of: page), own: page.values, template: page.template)
    }
    // Parts that many pages share are rendered once, with values of their own (`PageFrame`).
    let parts: [(String, TemplateContext)] = [
      ("partials/navigation", ["navigation": [Cells.link("Daily", "daily/", isCurrent: true)]]),
      (
        "partials/disclaimers",
        [
          "disclaimers": [
            ["id": "a", "version": "1", "title": "A", "bodyHTML": "<p>A</p>"],
            ["title": "B", "inTextHref": "#b"],
          ] as [TemplateContext]
        ]
      ),
    ]
    for (template, values) in parts {
      inventory.record(values, own: values, template: template)
    }
    return inventory
  }

  /// The meanings in the list, by template and value, and those of a name on its own.
  private struct Meanings {
    var exact: [String: String] = [:]
    var byName: [String: String] = [:]

    init(_ text: String) {
      var template = ""
      for line in text.split(separator: "\n") {
        if line.hasPrefix("## ") { template = line.filter { $0 != "#" && $0 != "`" && $0 != " " } }
        let cells = line.split(separator: "|", omittingEmptySubsequences: false)
          .map { $0.trimmingCharacters(in: .whitespaces) }
        guard line.hasPrefix("| `"), cells.count >= 5 else { continue }
        let path = cells[1].filter { $0 != "`" }
        exact["\(template) \(path)"] = cells[3]
        let name = path.split(separator: ".").last.map(String.init) ?? path
        if byName[name, default: ""].isEmpty { byName[name] = cells[3] }
      }
    }

    func of(_ path: String, in template: String) -> String {
      exact["\(template) \(path)"]
        ?? byName[path.split(separator: ".").last.map(String.init) ?? path] ?? ""
    }
  }

  private static func list(_ inventory: TemplateInventory, _ meanings: Meanings) -> String {
    var text = """
      # Values of the templates

      Every value that a page gives to its template, with what it holds and what it means. A test keeps this list
      true: a value that is missing here, or that no page has, fails it. `a.b` is the value `b` of the group, or of each
      group of the list, `a`. What holds *sometimes* is there on some sites only.

      | shape | names in it |
      |---|---|

      """
    for shape in TemplateInventory.shapes {
      let allowed = shape.allowed.sorted().map { "`\($0)`" }.joined(separator: ", ")
      text +=
        "| \(shape.name) | \(shape.required.sorted().map { "`\($0)`" }.joined(separator: ", ")); "
        + "sometimes \(allowed) |\n"
    }
    // Partials that no template includes are rendered by the build, with values of their own.
    let alone = inventory.partials.filter(\.users.isEmpty).map(\.name)
    let templates = ["base"] + alone + inventory.templates.filter { $0.hasPrefix("pages/") }
    for template in templates {
      text += "\n## `\(template)`\n\n| value | holds | meaning |\n|---|---|---|\n"
      for value in inventory.values(of: template) {
        text += "| `\(value.path)` | \(value.type) | \(meanings.of(value.path, in: template)) |\n"
      }
    }
    text += "\n## Partials\n\n| partial | included by | meaning |\n|---|---|---|\n"
    for (partial, users) in inventory.partials {
      let names = users.isEmpty ? "the build" : users.map { "`\($0)`" }.joined(separator: ", ")
      text += "| `\(partial)` | \(names) | \(meanings.of(partial, in: "Partials")) |\n"
    }
    return text
  }

  @Test func theListIsWhatPagesGive() throws {
    let file = try Repository.root().appendingPathComponent(Self.path)
    let accepted = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
    let computed = Self.list(try Self.inventory(), Meanings(accepted))
    if ProcessInfo.processInfo.environment["HEDGEBOOK_RECORD"] != nil {
      try computed.write(to: file, atomically: true, encoding: .utf8)
    }
    let (old, new) = (Set(accepted.split(separator: "\n")), Set(computed.split(separator: "\n")))
    for line in new.subtracting(old).sorted() { Issue.record("not listed: \(line)") }
    for line in old.subtracting(new).sorted() { Issue.record("no page has: \(line)") }
    #expect(accepted == computed)
    let empty = computed.split(separator: "\n").filter { $0.hasSuffix("|  |") }
    #expect(empty.isEmpty, "without a meaning: \(empty.joined(separator: "\n"))")
  }

  /// What a site’s template may name although no page has it is in the list as well.
  @Test func everyOptionalNameIsListed() throws {
    let file = try Repository.root().appendingPathComponent(Self.path)
    let text = try String(contentsOf: file, encoding: .utf8)
    let names = Set(
      text.split(separator: "`").flatMap { $0.split(separator: ".").map(String.init) })
    #expect(TemplateVocabulary.optional.subtracting(names).sorted() == [])
  }
}
