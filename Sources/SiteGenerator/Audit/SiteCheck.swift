public import MarketData

/// Reads a built site as a browser would and reports what is broken in it.
///
/// Every HTML page must be well-formed, have unique ids, link only to files and anchors that exist,
/// request nothing from outside, carry a Content-Security-Policy and hold no inline style or script.
public struct SiteCheck: Sendable {
  private let files: any FileSystem
  private let jobs: Int

  /// Creates a check of the site below the root of a file system.
  public init(_ files: any FileSystem, jobs: Int) {
    self.files = files
    self.jobs = jobs
  }

  private struct ScannedPage: Sendable {
    var path: String
    var ids: Set<String> = []
    var links: [(target: String, location: SourceLocation)] = []
    var problems: [Diagnostic] = []
  }

  /// Everything that is wrong, sorted; empty for a good site.
  ///
  /// - Throws: when the folder cannot be read.
  public func run() throws -> (pages: Int, problems: DiagnosticList) {
    let paths = try files.files(under: "")
    let known = Set(paths)
    let source = files
    let pages = try parallelMap(paths.filter { $0.hasSuffix(".html") }, jobs: jobs) { path in
      Self.scan(try source.read(path), path: path)
    }
    var problems = pages.flatMap(\.problems)
    let ids = Dictionary(uniqueKeysWithValues: pages.map { ($0.path, $0.ids) })
    for page in pages {
      for link in page.links {
        if let problem = Self.check(link, from: page.path, files: known, ids: ids) {
          problems.append(problem)
        }
      }
    }
    for path in paths where path.hasSuffix(".css") {
      problems += ContrastCheck.problems(in: try files.read(path), file: path)
    }
    return (pages.count, DiagnosticList(problems))
  }

  private static func scan(_ bytes: [UInt8], path: String) -> ScannedPage {
    var page = ScannedPage(path: path)
    let tags = XMLScanner.startTags(
      in: withoutDoctype(bytes), textOf: FigureCheck.texts, file: path, into: &page.problems)
    page.problems += FigureCheck.problems(in: tags, bytes: bytes, file: path)
    var hasPolicy = false
    for tag in tags {
      if tag["http-equiv"] == "Content-Security-Policy" { hasPolicy = true }
      if let id = tag["id"], !page.ids.insert(id).inserted {
        page.problems.append(
          .error(
            tag.location, "the id `\(id)` appears twice", "Give every element an id of its own."))
      }
      let handler = tag.attributes.first { $0.name.lowercased().hasPrefix("on") }
      if Self.isInlineScript(tag) || tag.name == "style" || tag["style"] != nil || handler != nil {
        page.problems.append(
          .error(
            tag.location, "`\(handler?.name ?? tag.name)` is an inline style or script",
            "Move it to the stylesheet; the policy of the page forbids it."))
      }
      if tag.name == "img", tag["alt"] == nil {
        page.problems.append(
          .error(tag.location, "an image has no alternative text", "Add an `alt` attribute."))
      }
      guard let target = tag["href"] ?? tag["src"] else { continue }
      // Addresses that are told, not asked.
      if tag.name == "link", let relation = tag["rel"],
        relation == "canonical" || relation == "alternate" && isElsewhere(target)
      {
        continue
      }
      if tag.name != "a", isElsewhere(target) {
        page.problems.append(
          .error(tag.location, "the page requests `\(target)`", "Ship the file with the site."))
      }
      page.links.append((target, tag.location))
    }
    if !hasPolicy, !tags.isEmpty {
      page.problems.append(
        .error(
          SourceLocation(file: path, line: 1, column: 1), "the page has no Content-Security-Policy",
          "Add the <meta http-equiv> element to the layout."))
    }
    return page
  }

  /// Whether an element is a script in the page itself; blocks of data are none.
  private static func isInlineScript(_ tag: XMLStartTag) -> Bool {
    tag.name == "script" && tag["src"] == nil && tag["type"] != "application/ld+json"
  }

  /// Whether an address leads to another host.
  private static func isElsewhere(_ target: String) -> Bool {
    let lowered = target.lowercased()
    return ["http://", "https://", "//"].contains { lowered.hasPrefix($0) }
  }

  /// The bytes with the HTML doctype blanked: the XML scanner refuses any document type.
  private static func withoutDoctype(_ bytes: [UInt8]) -> [UInt8] {
    let doctype = Array("<!doctype html>".utf8)
    guard bytes.count > doctype.count,
      zip(bytes, doctype).allSatisfy({ $0 | 0x20 == $1 | 0x20 })
    else { return bytes }
    return Array(repeating: 0x20, count: doctype.count) + bytes[doctype.count...]
  }

  private static func check(
    _ link: (target: String, location: SourceLocation), from page: String, files: Set<String>,
    ids: [String: Set<String>]
  ) -> Diagnostic? {
    let target = link.target
    if isElsewhere(target) || target.hasPrefix("mailto:") || target.hasPrefix("data:") {
      return nil
    }
    let parts = target.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
    let file = parts[0].isEmpty ? page : resolve(String(parts[0]), from: page)
    guard let file, files.contains(file) else {
      return .error(
        link.location, "the link `\(target)` leads nowhere", "Correct it or add the page.")
    }
    guard parts.count > 1, let known = ids[file], !known.contains(String(parts[1])),
      !known.contains(PercentEncoding.decoded(parts[1]))
    else { return nil }
    return .error(
      link.location, "the link `\(target)` names an anchor that \(file) does not have",
      "Correct the part after #.")
  }

  /// The file that a relative link leads to; `nil` when it leaves the site.
  private static func resolve(_ link: String, from page: String) -> String? {
    var parts = page.split(separator: "/").dropLast().map(String.init)
    for part in link.split(separator: "/", omittingEmptySubsequences: true) {
      switch part {
      case ".": break
      case "..":
        guard !parts.isEmpty else { return nil }
        parts.removeLast()
      default: parts.append(String(part))
      }
    }
    let path = parts.joined(separator: "/")
    let isFolder = link.hasSuffix("/") || link.hasSuffix("..") || link == "."
    return isFolder ? (path.isEmpty ? "index.html" : path + "/index.html") : path
  }
}
