import MarketData
import SiteGenerator
import TestSupport
import Testing

/// YAML of contributors that would grow, build objects or say two things at once.
@Suite struct HostileDirectiveTests {
  /// What the build says about a page with the given front matter and text.
  private func faults(_ text: String, frontMatter: String = "title: A\n") throws -> [String] {
    var files = InMemoryFileSystem(["Content/site.yml": "title: Notes\n"])
    files.contents["Content/pages/a.md"] = Array("---\n\(frontMatter)---\n\(text)".utf8)
    do {
      _ = try SiteBuilder(
        source: files, product: DiskFileSystem(root: Repository.root()), target: .offline, jobs: 1,
        version: "test"
      ).build(timings: BuildTimings { 0 })
      return []
    } catch let list as DiagnosticList {
      return list.items.map(\.description)
    }
  }

  private static let place = "Content/pages/a.md"
  private static let yaml =
    "Write `key: value` lines; quote a value that contains a colon or starts with a symbol."

  @Test func aTagMakesNoObject() throws {
    #expect(
      try faults("```note\ntext: !!python/object/apply:os.system [x]\n```\n") == [
        "\(Self.place):5:7: error: `text` is a list or mapping, not a text. "
          + "Write a text after `text:`."
      ])
    #expect(try faults("```note\ntext: !!python/name:os.system x\n```\n") == [])
  }

  @Test func aKeyTwiceIsReported() throws {
    #expect(
      try faults("```note\ntext: a\ntext: b\n```\n") == [
        "\(Self.place):5:1: error: bad YAML: the key `text` appears twice. \(Self.yaml)"
      ])
  }

  /// Nine levels of nine aliases would be 387 million texts if they were written out.
  @Test(.timeLimit(.minutes(1))) func aliasesOfAliasesAreNotWrittenOut() throws {
    var lines = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n"
    for level in 1...8 {
      let names = Array(repeating: "*a\(level - 1)", count: 9).joined(separator: ", ")
      lines += "a\(level): &a\(level) [\(names)]\n"
    }
    // An alias stands for the value it names, and is reported where that is.
    let directive = try faults("```note\n\(lines)text: *a8\n```\n")
    #expect(directive.count == 10)
    #expect(
      directive.last
        == "\(Self.place):13:5: error: `text` is a list or mapping, not a text. "
        + "Write a text after `text:`.")
    let header = try faults("", frontMatter: "title: A\n\(lines)")
    #expect(header.count == 9)
    #expect(header.allSatisfy { $0.contains("error: unknown key `a") })
  }

  @Test func anAliasOfAText() throws {
    #expect(try faults("```note\ntitle: &t Twice\ntext: *t\n```\n") == [])
    #expect(
      try faults("```note\ntext: *nobody\n```\n") == [
        "\(Self.place):5:7: error: bad YAML: found undefined alias. \(Self.yaml)"
      ])
  }

  @Test(.timeLimit(.minutes(1))) func aTextOfAMegabyteIsAText() throws {
    let long = String(repeating: "word ", count: 200_000)
    #expect(try faults("```note\ntext: \(long)\n```\n") == [])
    #expect(
      try faults("", frontMatter: "title: A\ndraft: \(String(repeating: "x", count: 1 << 20))\n")
        == [
          "\(Self.place):3:8: error: `draft` is `\(String(repeating: "x", count: 60))…`, "
            + "not true or false. Write true or false after `draft:`."
        ])
  }

  @Test(arguments: [
    (
      "slug: ../../x",
      "2:1: error: unknown key `slug`. Known keys: aliases, draft, glossary, publish, resolutions, "
        + "summary, template, title."
    ),
    (
      "publish: 2016-01-04T10:00:00+02:00",
      "2:10: error: `publish` is `2016-01-04T10:00:00+02:00`, not a date of the form YYYY-MM-DD. "
        + "Write a date of the form YYYY-MM-DD after `publish:`."
    ),
    (
      "draft: [true]",
      "2:8: error: `draft` is a list or mapping, not true or false. Write true or false after "
        + "`draft:`."
    ),
    (
      "aliases: [//example.com/x]",
      "2:11: error: the alias `//example.com/x` is an address of another site. "
        + "Write an address of this site, such as `/old/` or `/2015/old.html`."
    ),
    (
      "summary: \"a\\u202Egpj.exe\"",
      "2:10: error: `summary` holds U+202E, which turns the direction of text. "
        + "Remove it; words of right-to-left scripts are set in order without it."
    ),
  ])
  func frontMatterThatMeansSomethingElseIsReported(line: String, fault: String) throws {
    #expect(try faults("", frontMatter: "\(line)\ntitle: A\n") == ["\(Self.place):\(fault)"])
  }
}
