import ALVH
import Foundation
import MarketData
import TestSupport
import Testing

@testable import SiteGenerator

/// Schemas for editors and the readers of the build know the same keys.
@Suite struct SchemaTests {
  /// The same keys, the same that must be there, the same words.
  private func expectAgreement(
    _ schema: EditorSchema, _ reader: ReaderKeys,
    _ location: Testing.SourceLocation = #_sourceLocation
  ) {
    #expect(schema.keys == reader.keys, sourceLocation: location)
    #expect(schema.required == reader.required, sourceLocation: location)
    #expect(schema.words == reader.words, sourceLocation: location)
    #expect(schema.isClosed, sourceLocation: location)
    #expect(schema.undescribed.isEmpty, sourceLocation: location)
  }

  @Test func theSite() throws {
    expectAgreement(try EditorSchema("site"), try .file("Content/site.yml", enumerated: ["search"]))
  }

  @Test func reports() throws {
    let path = "Content/reports/2016-01-04.md"
    let schema = try EditorSchema("report")
    expectAgreement(schema, try .frontMatter(path, enumerated: ["glossary"]))
    expectAgreement(
      try schema.inner("corrections"),
      try .frontMatter(
        path, within: "title: A\ndate: 2016-01-04\ncorrections:\n  - ", enumerated: ["kind"]))
    expectAgreement(
      try schema.inner("sources"),
      try .frontMatter(path, within: "title: A\ndate: 2016-01-04\nsources:\n  - "))
  }

  @Test func lessons() throws {
    let path = "Content/lessons/01-a.md"
    let schema = try EditorSchema("lesson")
    expectAgreement(schema, try .frontMatter(path, enumerated: ["glossary"]))
    let outer = "title: A\nsummary: A\norder: 1\nquestion: A\ncouldBeWrong: A\n"
    for key in ["checks", "sources"] {
      expectAgreement(
        try schema.inner(key), try .frontMatter(path, within: "\(outer)\(key):\n  - "))
    }
  }

  @Test func terms() throws {
    let path = "Content/glossary/a.md"
    let schema = try EditorSchema("term")
    expectAgreement(schema, try .frontMatter(path, enumerated: ["glossary", "role"]))
    expectAgreement(
      try schema.inner("sources"),
      try .frontMatter(
        path, within: "title: A\nsummary: A\nrole: working\nsources:\n  - "))
  }

  @Test func pages() throws {
    let path = "Content/pages/a.md"
    let schema = try EditorSchema("page")
    expectAgreement(schema, try .frontMatter(path, enumerated: ["glossary", "template"]))
    expectAgreement(
      try schema.inner("resolutions"),
      try .frontMatter(
        path, within: "title: A\ntemplate: contradictions\nresolutions:\n  - "))
  }

  @Test func sources() throws {
    let path = "Content/data/sources.yml"
    let schema = try EditorSchema("sources")
    expectAgreement(schema, try .file(path))
    let entry = try schema.inner("sources")
    expectAgreement(
      entry, try .file(path, within: "sources:\n  - ", enumerated: ["format", "kind"]))
    let outer = ["id: a", "kind: quoted", "title: A", "publisher: A", "licence: A", "imports:"]
    expectAgreement(
      try entry.inner("imports"),
      try .file(
        path, within: "sources:\n  - " + outer.joined(separator: "\n    ") + "\n      - "))
  }

  @Test func books() throws {
    expectAgreement(
      try EditorSchema("book"),
      try .file(
        "Content/books/mine/book.yml", enumerated: ["mode", "kind"],
        site: "title: Notes\nbook: mine\n"))
  }

  @Test func profiles() throws {
    let path = "Content/profiles/mine.yml"
    let schema = try EditorSchema("profile")
    expectAgreement(schema, try .file(path, enumerated: ["kind"]))
    expectAgreement(
      try schema.definition("parameter"),
      try .file(
        path,
        within: "id: mine\nversion: 1\nkind: rule-table\nsummary: A\n"
          + "parameters:\n  rsi.period:\n    ",
        enumerated: ["origin"]))
  }

  /// The parameters of both kinds of profile; `#` stands for a number.
  @Test func parametersOfProfiles() throws {
    let parameters = try EditorSchema("profile").inner("parameters")
    let known = Set(ProfileSource.Kind.allCases.flatMap(ProfileCompiler.keys))
    #expect(parameters.keys == known.filter { !$0.contains("#") }.sorted())
    let patterns = known.filter { $0.contains("#") }.map { key in
      "^\(key.replacing(".", with: "\\.").replacing("#", with: "[1-9][0-9]*"))$"
    }
    #expect(parameters.patterns == patterns.sorted())
    #expect(parameters.isClosed)
  }

  /// Each schema is known to an editor that opens a file of a new site.
  @Test(arguments: ["example", "bare"])
  func newSitesNameTheirSchemas(kind: String) throws {
    let root = try Repository.root().appendingPathComponent("Templates")
    let folder = root.appendingPathComponent("starter/\(kind)")
    let files = DiskFileSystem(root: folder)
    for path in try files.files(under: "").filter({ $0.hasSuffix(".yml") }) {
      let text = String(decoding: try files.read(path), as: UTF8.self)
      let line = text.prefix { $0 != "\n" }
      let mark = "# yaml-language-server: $schema="
      try #require(line.hasPrefix(mark), "\(path)")
      let target = folder.appendingPathComponent(path).deletingLastPathComponent()
        .appendingPathComponent(String(line.dropFirst(mark.count))).standardizedFileURL
      #expect(
        target.deletingLastPathComponent().path == folder.appendingPathComponent("schemas").path)
      let schema = root.appendingPathComponent("schemas/\(target.lastPathComponent)")
      #expect(FileManager.default.fileExists(atPath: schema.path), "\(path)")
    }
  }
}
