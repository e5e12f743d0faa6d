import MarketData
import Mustache
import Synchronization
import TextDistance

/// The site's Mustache templates, parsed once; names are paths below `Templates/` without extension.
struct TemplateLibrary: Sendable {
  /// What is learnt while pages are rendered.
  private final class Experience: Sendable {
    let audit: Mutex<TemplateAudit>
    let parts = Mutex<[String: String]>([:])
    let moulds = MouldStore()

    init(_ audit: TemplateAudit) {
      self.audit = Mutex(audit)
    }
  }

  private let library: MustacheLibrary
  private let files: [String: String]
  private let freshAudit: TemplateAudit
  private var experience: Experience
  private var trace: TemplateTrace?
  /// Whether every template only places texts, so that a page can be filled into a mould.
  private let placesTextsOnly: Bool

  /// Parses the templates of a site; those it lacks come from the product.
  ///
  /// Syntax errors and references to templates that do not exist are reported.
  init(
    site: any FileSystem, product: (any FileSystem)?, into problems: inout [Diagnostic]
  ) throws {
    var texts: [String: (file: String, text: String)] = [:]
    var trusted: Set<String> = []
    for (source, isProduct) in [(product, true), (site, false)] {
      guard let source else { continue }
      for path in try source.files(under: "Templates") where path.hasSuffix(".mustache") {
        let name = String(path.dropFirst("Templates/".count).dropLast(".mustache".count))
        guard texts[name] == nil || !isProduct else { continue }
        texts[name] = (path, String(decoding: try source.read(path), as: UTF8.self))
        if isProduct { trusted.insert(name) } else { trusted.remove(name) }
      }
    }
    var parsed: [String: MustacheTemplate] = [:]
    var trees: [String: [TemplateNode]] = [:]
    for (name, entry) in texts.sorted(by: { $0.key < $1.key }) {
      let tags = TemplateTag.scan(entry.text)
      for tag in tags where tag.kind == .partial || tag.kind == .parent {
        guard texts[tag.name] == nil else { continue }
        let nearest = Spelling.nearest(to: tag.name, among: texts.keys.sorted())
        problems.append(
          .error(
            SourceLocation(file: entry.file, line: tag.line, column: tag.column),
            "the template includes `\(tag.name)`, which does not exist",
            nearest.map { "Did you mean `\($0)`?" } ?? "Create Templates/\(tag.name).mustache."))
      }
      do {
        parsed[name] = try MustacheTemplate(string: Self.withoutPartialIndentation(entry.text))
        trees[name] = TemplateNode.tree(tags)
      } catch let error as MustacheTemplate.ParserError {
        problems.append(
          .error(
            SourceLocation(
              file: entry.file, line: error.context.lineNumber, column: error.context.columnNumber),
            "the template does not parse: \(Self.words(error.error))",
            Self.remedy(for: error.error)))
      }
    }
    problems += IncludeCycles.find(trees, files: texts.mapValues(\.file))
    library = MustacheLibrary(templates: parsed)
    placesTextsOnly = !texts.values.contains { Self.examinesTexts($0.text) }
    files = texts.mapValues(\.file)
    freshAudit = TemplateAudit(trees: trees, trusted: trusted)
    experience = Experience(freshAudit)
  }

  /// The same templates as if none had been rendered.
  func renewed() -> TemplateLibrary {
    var copy = self
    copy.experience = Experience(freshAudit)
    return copy
  }

  /// The same templates, sharing all that is learnt, with their use written down.
  func traced(by trace: TemplateTrace) -> TemplateLibrary {
    var copy = self
    copy.trace = trace
    return copy
  }

  private static func remedy(for error: any Error) -> String {
    if case .unfinishedName? = error as? MustacheTemplate.Error {
      return "Close the tag with `}}`, or `}}}` where it begins with three braces."
    }
    return "Close every section with the name it was opened with."
  }

  private static func words(_ error: any Error) -> String {
    switch error as? MustacheTemplate.Error {
    case .sectionCloseNameIncorrect: "a section is closed with another name than it was opened with"
    case .expectedSectionEnd: "a section is not closed"
    case .unfinishedName: "a tag is not finished"
    default: String(describing: error)
    }
  }

  /// Renders one page as UTF-8; `nil` when there is no such template.
  ///
  /// From the third page of a shape on the page is filled from a mould, which takes a tenth of the
  /// time; all pages of a shape come out the same whichever is rendered first.
  func page(_ context: TemplateContext, template: String) -> [UInt8]? {
    let shape = TemplateShape(context, template: template)
    trace?.note(context, template: template)
    guard has(template), placesTextsOnly, shape.isPlain else {
      return renderUntraced(context, template: template).map { Array($0.utf8) }
    }
    if let mould = experience.moulds.mould(shape.key) { return mould.filled(with: shape.texts) }
    // The names that values provide depend on their shape only: one page of a shape tells all.
    if !experience.moulds.hasMet(shape.key) { audit(context, template: template) }
    guard
      let rendered = library.render(TemplateShape.marked(context), withTemplate: template),
      let mould = TemplateMould(rendered: rendered)
    else { return library.render(context, withTemplate: template).map { Array($0.utf8) } }
    experience.moulds.remember(mould, for: shape.key)
    return mould.filled(with: shape.texts)
  }

  /// Renders a template without a mould; `nil` when there is none of the name.
  func render(_ context: TemplateContext, template: String) -> String? {
    trace?.note(context, template: template)
    return renderUntraced(context, template: template)
  }

  private func renderUntraced(_ context: TemplateContext, template: String) -> String? {
    audit(context, template: template)
    return library.render(context, withTemplate: template)
  }

  private func audit(_ context: TemplateContext, template: String) {
    guard experience.audit.withLock({ $0.needs(template) }) else { return }
    nonisolated(unsafe) let values = context
    experience.audit.withLock { $0.record(values, template: template) }
  }

  /// A part that many pages share, rendered once for each key.
  func shared(
    _ template: String, key: String, context: () -> [String: Any]
  ) -> String? {
    let name = template + "|" + key
    trace?.note(part: name)
    if let part = experience.parts.withLock({ $0[name] }) { return part }
    let part = renderUntraced(context(), template: template)
    experience.parts.withLock { $0[name] = part }
    return part
  }

  /// Whether a template of this name exists.
  func has(_ template: String) -> Bool { files[template] != nil }

  /// Faults found while rendering: names that no page provided.
  func diagnostics() -> [Diagnostic] {
    let files = files
    return experience.audit.withLock { $0.diagnostics { files[$0] ?? $0 } }
  }

  /// Whether a template transforms a value, includes what a value names, or changes how tags read.
  ///
  /// The place in a list, `first()` and the like, says nothing about texts.
  private static func examinesTexts(_ text: String) -> Bool {
    let places = ["first()", "last()", "index()", "even()", "odd()"]
    if TemplateMould.isAmbiguous(text) { return true }
    return TemplateTag.bodies(text).contains { body in
      let name = body.drop { "#^/&{".contains($0) }.filter { !$0.isWhitespace && $0 != "}" }
      switch name.first {
      case "!": return false
      case ">", "<": return name.contains("*")
      case "=", "%": return true
      default: return name.hasSuffix(")") && !places.contains(name)
      }
    }
  }

  /// Takes the indentation off lines that hold only a partial, parent or block tag.
  ///
  /// Mustache would repeat it before every line of the included text, which changes preformatted
  /// text and makes rendering slow.
  private static func withoutPartialIndentation(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      let content = line.drop { $0 == " " || $0 == "\t" }
      let isInclude =
        content.hasPrefix("{{>") || content.hasPrefix("{{<") || content.hasPrefix("{{$")
      return isInclude && content.last == "}" ? content : line
    }.joined(separator: "\n")
  }
}
