import MarketData
public import Quant
import SVGCharts

/// A new file of content, not yet written.
public struct ScaffoldedFile: Sendable, Equatable {
  /// Where it goes, relative to the site's folder.
  public var path: String
  /// What it holds.
  public var bytes: [UInt8]
  /// The address of its page, such as `/daily/2016/01/05/`.
  public var address: String
}

/// Makes new files of content from archetypes (`Templates/archetypes/<kind>.md`, the site's or the product's).
///
/// Every new file is a draft, and builds as it is. Nothing is written here.
public struct ContentScaffold {
  private let source: any FileSystem
  private let product: (any FileSystem)?

  /// Creates a scaffold for a site's folder.
  public init(source: any FileSystem, product: (any FileSystem)?) {
    self.source = source
    self.product = product
  }

  /// The write-up of a session.
  ///
  /// - Throws: `DiagnosticList` when the site has faults, the file exists, or the date has no
  ///   session, lies outside the site's range or has no data.
  public func report(on date: CalendarDate) throws -> ScaffoldedFile {
    let path = "Content/reports/\(date).md"
    try refuseExisting(path)
    var problems: [Diagnostic] = []
    let content = try ContentReader(fileSystem: source, product: product, jobs: 1)
      .read(into: &problems)
    try DiagnosticList(problems).throwIfErrors()
    guard let content else { throw DiagnosticList(problems) }
    try DiagnosticList(ReportSession(date: date, content: content).problems()).throwIfErrors()
    let values = try NamedSessionValues(content: content, source: source, product: product)
      .values(of: date)
    let text = try filled(
      "report",
      [
        "title": "Write-up of \(NumberText.full(date))", "date": "\(date)",
        "review": "\(ExchangeCalendar.nyse.adding(sessions: 5, to: date))",
        "values": Self.comment(values),
      ])
    return file(path, ArchetypeText.keepingParagraphs(of: text, printing: Set(values.keys)))
  }

  /// A lesson, numbered after the last one.
  ///
  /// - Throws: `DiagnosticList` when the slug is none or a lesson of that name exists.
  public func lesson(_ slug: String) throws -> ScaffoldedFile {
    try refuseBadSlug(slug)
    let lessons = try source.files(under: "Content/lessons").filter { $0.hasSuffix(".md") }
    let names = lessons.map { String($0.dropFirst("Content/lessons/".count).dropLast(".md".count)) }
    for (path, name) in zip(lessons, names) where Self.unnumbered(name) == slug {
      throw Self.exists(path)
    }
    let order = (names.compactMap(Self.number).max() ?? 0) + 1
    let path = "Content/lessons/\(order < 10 ? "0" : "")\(order)-\(slug).md"
    return file(
      path, try filled("lesson", ["title": ContentSlug.title(of: slug), "order": "\(order)"]))
  }

  /// A term of the glossary.
  ///
  /// - Throws: `DiagnosticList` when the slug is none or the term exists.
  public func term(_ slug: String) throws -> ScaffoldedFile {
    try refuseBadSlug(slug)
    let path = "Content/glossary/\(slug).md"
    try refuseExisting(path)
    return file(path, try filled("term", ["title": ContentSlug.title(of: slug)]))
  }

  private func file(_ path: String, _ text: String) -> ScaffoldedFile {
    ScaffoldedFile(
      path: path, bytes: Array(text.utf8), address: "/\(PagePath(ofContent: path)?.text ?? "")")
  }

  private func filled(_ kind: String, _ values: [String: String]) throws -> String {
    let path = "Templates/archetypes/\(kind).md"
    guard let home = [source, product].compactMap({ $0 }).first(where: { $0.exists(path) }) else {
      throw DiagnosticList([
        .error(
          SourceLocation(file: path), "the archetype is missing",
          "Install Hedgebook again with make install, or name the product’s folder with --product.")
      ])
    }
    var problems: [Diagnostic] = []
    let text = ArchetypeText(file: path, text: String(decoding: try home.read(path), as: UTF8.self))
      .filled(with: values, into: &problems)
    try DiagnosticList(problems).throwIfErrors()
    return text
  }

  private func refuseExisting(_ path: String) throws {
    if source.exists(path) { throw Self.exists(path) }
  }

  private static func exists(_ path: String) -> DiagnosticList {
    DiagnosticList([
      .error(
        SourceLocation(file: path), "the file is there already, and is left as it is",
        "Edit it, or remove it first.")
    ])
  }

  private func refuseBadSlug(_ slug: String) throws {
    guard let fault = ContentSlug.fault(of: slug) else { return }
    throw DiagnosticList([.error(SourceLocation(file: "SLUG"), fault.what, fault.remedy)])
  }

  /// The values as comments of the front matter, one a line.
  private static func comment(_ values: [String: String]) -> String {
    let width = values.keys.map(\.count).max() ?? 0
    return values.sorted { $0.key < $1.key }.map { name, value in
      let padding = String(repeating: " ", count: width - name.count)
      return "#   {{ \(name) }}\(padding)  \(value)"
    }.joined(separator: "\n")
  }

  private static func number(_ name: String) -> Int? {
    name.split(separator: "-").first.flatMap { Int($0) }
  }

  /// The name of a lesson without the number before it.
  private static func unnumbered(_ name: String) -> String {
    number(name) == nil ? name : String(name.drop { $0 != "-" }.dropFirst())
  }
}
