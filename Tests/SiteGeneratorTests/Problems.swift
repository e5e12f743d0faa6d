import MarketData
import ProseChecks
import Testing

@testable import SiteGenerator

/// What a piece of work returns, and the descriptions of the faults it reported.
func collecting<Result>(
  _ work: (inout [Diagnostic]) throws -> Result
) rethrows -> (result: Result, problems: [String]) {
  var problems: [Diagnostic] = []
  let result = try work(&problems)
  return (result, problems.map(\.description))
}

/// The fields of a YAML text that stands from the second line of `x.md`, as front matter does.
func fields(_ yaml: String) throws -> YAMLFields {
  var problems: [Diagnostic] = []
  let fields = YAMLFields(yaml: yaml, file: "x.md", lineOffset: 1, into: &problems)
  #expect(problems.isEmpty)
  return try #require(fields)
}

/// Values by name, read back from their prints.
func table(_ texts: [String: String]) -> ValueCatalogue {
  ValueCatalogue(texts: texts)
}

/// Prose whose first line is line `line` of `x.md`.
func prose(_ markdown: String, line: Int = 1) throws -> Prose {
  let front = Array(repeating: "#", count: max(0, line - 3)).joined(separator: "\n")
  let text = line < 3 ? "---\n---\n\(markdown)" : "---\n\(front)\n---\n\(markdown)"
  var problems: [Diagnostic] = []
  let document = ContentDocument(bytes: Array(text.utf8), path: "x.md", into: &problems)
  var prose = Prose(try #require(document))
  prose.line = line
  return prose
}

/// A site from texts by path, without templates and data.
func site(_ texts: [String: String] = [:], target: LinkTarget = .offline) throws -> Site {
  let files = InMemoryFileSystem(
    texts.merging(["Content/site.yml": "title: Notes\n"]) { own, _ in own })
  var problems: [Diagnostic] = []
  let content = try ContentReader(fileSystem: files, product: nil, jobs: 1).read(into: &problems)
  let templates = try TemplateLibrary(site: files, product: nil, into: &problems)
  let site = SiteAssembly(
    content: try #require(content), templates: templates,
    assets: try SiteAssets(site: files, product: nil), target: target, version: "test"
  ).site(into: &problems)
  #expect(problems.isEmpty, "\(problems)")
  return site
}

/// The start tags of a fragment of markup; a fragment that is not well-formed fails the test.
func tags(_ html: String) -> [XMLStartTag] {
  var problems: [Diagnostic] = []
  let document = Array("<fragment>\(html)</fragment>".utf8)
  let tags = XMLScanner.startTags(in: document, file: "fragment", into: &problems)
  #expect(problems.isEmpty, "\(problems)\n\(html.prefix(400))")
  return Array(tags.dropFirst())
}
