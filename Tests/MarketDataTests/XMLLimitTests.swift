import MarketData
import Testing

/// Documents made to exhaust a reader: each is refused, quickly, with one message.
@Suite struct XMLLimitTests {
  private func scan(_ bytes: [UInt8]) -> [Diagnostic] {
    var problems: [Diagnostic] = []
    let tags = XMLScanner.startTags(in: bytes, file: "a.xml", into: &problems)
    #expect(tags.isEmpty == !problems.isEmpty)
    return problems
  }

  private func scan(_ text: String) -> [Diagnostic] { scan(bytes(text)) }

  private func refusal(_ place: String, _ message: String) -> [String] {
    [
      "\(place): error: \(message). Export less at a time; a document of this shape is damaged or "
        + "hostile."
    ]
  }

  @Test func aDocumentOfAnySizeOverTheLimitIsRefusedUnread() {
    var large = bytes("<a b=\"")
    large += [UInt8](repeating: 0x78, count: 100 << 20)
    large += bytes("\"/>")
    let problems = scan(large)
    #expect(
      problems.map(\.description) == refusal("a.xml", "the document is larger than 64 MB"))
    #expect(problems.map(\.code) == [.limitExceeded])
    #expect(problems.map(\.action) == [.rejected])
  }

  @Test func anAttributeMayHaveOneMegabyte() {
    let longest = String(repeating: "x", count: 1 << 20)
    #expect(scan("<a b=\"\(longest)\"/>").isEmpty)
    #expect(
      scan("<a>\n<b c=\"\(longest)y\"/></a>").map(\.description)
        == refusal("a.xml:2:1", "an attribute is longer than 1 MB"))
  }

  @Test func theLibrarysOwnLimitOfLengthIsSaidInTheSameWords() throws {
    let problems = scan("<a b=\"" + String(repeating: "x", count: 12_000_000) + "\"/>")
    let problem = try #require(problems.first)
    #expect(problems.count == 1)
    #expect(problem.code == .limitExceeded)
    #expect(problem.message == "a name, value or text is longer than 10 MB")
  }

  @Test func elementsMayNest256Deep() {
    func nested(_ depth: Int) -> String {
      String(repeating: "<a>", count: depth) + String(repeating: "</a>", count: depth)
    }
    #expect(scan(nested(256)).isEmpty)
    let refused = refusal("a.xml:1:769", "elements are nested more than 256 deep")
    #expect(scan(nested(257)).map(\.description) == refused)
    #expect(scan(nested(10_000)).map(\.description) == refused)
    #expect(scan(String(repeating: "<a>", count: 10_000)).map(\.description) == refused)
    // Elements beside each other are not inside each other.
    #expect(scan("<r>" + String(repeating: "<a/>", count: 1_000) + "</r>").isEmpty)
  }

  @Test func anElementMayHave512Attributes() {
    func crowded(_ count: Int, separator: String = "=") -> String {
      "<r>\n<a" + (0..<count).map { " a\($0)\(separator)''" }.joined() + "/></r>"
    }
    #expect(scan(crowded(512)).isEmpty)
    let refused = refusal("a.xml:2:1", "an element has more than 512 attributes")
    #expect(scan(crowded(513)).map(\.description) == refused)
    #expect(scan(crowded(513, separator: " =\n")).map(\.description) == refused)
    // Damage before the element does not hide its attributes from the count.
    for start in ["<r a=\"", "<!-- \u{1} ", "<? ", "<r <"] {
      let problems = scan(start + crowded(200_000))
      #expect(problems.map(\.code) == [.limitExceeded], "\(start)")
    }
  }

  @Test func namespacesInScopeAreLimited() {
    func declared(_ depth: Int) -> String {
      let declarations = (0..<200).map { " xmlns:n\($0)='u'" }.joined()
      return String(repeating: "<a\(declarations)>", count: depth)
        + String(repeating: "</a>", count: depth)
    }
    #expect(scan(declared(2)).isEmpty)
    #expect(scan("<r>" + declared(2) + declared(2) + "</r>").isEmpty)
    #expect(
      scan(declared(3)).map(\.message) == ["more than 512 namespaces are declared in one place"])
  }

  @Test func aDocumentMayHaveAMillionElements() {
    var many = bytes("<r>")
    for _ in 0..<1_000_001 { many += [0x3C, 0x61, 0x2F, 0x3E] }
    many += bytes("</r>")
    var problems: [Diagnostic] = []
    _ = XMLScanner.startTags(in: many, named: ["none"], file: "a.xml", into: &problems)
    #expect(
      problems.map(\.description)
        == refusal("a.xml:1:4000000", "the document has more than 1000000 elements"))
  }

  @Test func quadraticBlowUpNeedsADoctypeAndIsRefused() {
    let entity = String(repeating: "x", count: 100_000)
    let uses = String(repeating: "&e;", count: 100_000)
    let problems = scan("<!DOCTYPE a [<!ENTITY e \"\(entity)\">]><a>\(uses)</a>")
    #expect(
      problems.map(\.message) == ["the document has a DOCTYPE, which could define entities"])
    #expect(problems.map(\.code) == [.refusedMarkup])
  }

  @Test func onlyTheElementsAskedForAreListed() {
    var problems: [Diagnostic] = []
    let tags = XMLScanner.startTags(
      in: bytes("<r>\n<a x='1'/><b/>\n<a/></r>"), named: ["a"], file: "a.xml", into: &problems)
    #expect(tags.map(\.location.description) == ["a.xml:2:1", "a.xml:3:1"])
    #expect(problems.isEmpty)
  }
}
