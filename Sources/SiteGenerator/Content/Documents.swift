import MarketData
import ProseChecks
import Quant

/// A source that a page cites.
struct Citation: Hashable, Sendable {
  var title: String
  var url: String?

  static func read(_ fields: inout YAMLFields, into problems: inout [Diagnostic]) -> [Citation] {
    fields.list("sources", into: &problems).map { entry in
      var entry = entry
      let citation = Citation(
        title: entry.requiredText("title", example: "Name of the source", into: &problems),
        url: entry.webAddress("url", into: &problems))
      entry.finish(into: &problems)
      return citation
    }
  }
}

/// Text of a page with where it stands, for diagnostics about links and values in it.
struct Prose: Hashable, Sendable {
  var markdown: String
  var file: String
  var line: Int
  /// Whether first uses of glossary terms become links.
  var linksTerms = true

  init(_ document: ContentDocument) {
    self.init(markdown: document.body, file: document.path, line: document.bodyLine)
  }

  /// The text of a page whose front matter may say `glossary: off`.
  init(_ document: ContentDocument, _ fields: inout YAMLFields, into problems: inout [Diagnostic]) {
    self.init(document)
    linksTerms =
      fields.value("glossary", "one of on, off", into: &problems) { text in
        ["on": true, "off": false][text]
      } ?? true
  }

  init(markdown: String, file: String, line: Int) {
    self.markdown = markdown
    self.file = file
    self.line = line
  }
}

/// The author's part of a daily write-up (`Content/reports/<date>.md`).
struct Report: Sendable {
  var date: CalendarDate
  var title: String
  var prose: Prose
  var decision: String?
  var alternatives: String?
  var falsifier: String?
  var review: CalendarDate?
  var loyaltyOrMotion: String?
  var stewardOrPromoter: String?
  var sources: [Citation]
  var tags: [String]
  /// What was changed since the write-up was published, the earliest first.
  var corrections: [Correction]
  /// Where the short texts of the front matter stand, in the order of `shortTexts`.
  private var places: [TextPlace] = []

  init?(_ document: ContentDocument, into problems: inout [Diagnostic]) {
    var fields = document.fields
    title = fields.requiredText("title", example: "What happened, in one line", into: &problems)
    let date = fields.requiredValue(
      "date", "a date of the form YYYY-MM-DD", example: "2016-01-04", into: &problems
    ) { CalendarDate($0) }
    decision = fields.text("decision", into: &problems)
    alternatives = fields.text("alternatives", into: &problems)
    falsifier = fields.text("falsifier", into: &problems)
    review = fields.date("review", into: &problems)
    loyaltyOrMotion = fields.text("loyaltyOrMotion", into: &problems)
    stewardOrPromoter = fields.text("stewardOrPromoter", into: &problems)
    sources = Citation.read(&fields, into: &problems)
    tags = PageTags.read(&fields, into: &problems)
    corrections = Correction.read(&fields, of: date, into: &problems)
    prose = Prose(document, &fields, into: &problems)
    fields.finish(into: &problems)
    guard let date else { return nil }
    if document.slug != date.description {
      problems.append(
        .error(
          fields.location(of: "date"), "the date \(date) differs from the file name",
          "Rename the file to \(date).md or correct the date."))
    }
    self.date = date
    places = Self.shortTexts.map { fields.place(ofText: $0.key) }
  }
}

extension Report {
  private static var shortTexts: [(key: String, path: WritableKeyPath<Report, String?>)] {
    [
      ("decision", \.decision), ("alternatives", \.alternatives), ("falsifier", \.falsifier),
      ("loyaltyOrMotion", \.loyaltyOrMotion), ("stewardOrPromoter", \.stewardOrPromoter),
    ]
  }

  /// Prints the day's values in the short texts of the front matter.
  ///
  /// The title stays as written, because lists on other pages show it too.
  mutating func expandValues(_ values: ValueCatalogue, into problems: inout [Diagnostic]) {
    for ((_, path), place) in zip(Self.shortTexts, places) {
      guard let text = self[keyPath: path] else { continue }
      var found: [Diagnostic] = []
      let prose = Prose(markdown: text, file: prose.file, line: 1)
      self[keyPath: path] = ValueReferences.substitute(in: prose, values: values, into: &found)
      problems += found.map { problem in
        var problem = problem
        let (line, column) = place.place(
          line: problem.location.line ?? 1, column: problem.location.column ?? 1)
        problem.location = SourceLocation(file: prose.file, line: line, column: column)
        return problem
      }
    }
  }
}

/// A lesson (`Content/lessons/NN-slug.md`).
struct Lesson: Sendable {
  struct Check: Hashable, Sendable {
    var question: String
    var answer: String
  }

  var slug: String
  var title: String
  var summary: String
  var order: Int
  var question: String
  var session: CalendarDate?
  var prerequisites: [String]
  var checks: [Check]
  var couldBeWrong: String
  var sources: [Citation]
  var tags: [String]
  var prose: Prose

  init(_ document: ContentDocument, into problems: inout [Diagnostic]) {
    var fields = document.fields
    slug = document.slug
    title = fields.requiredText("title", example: "What the lesson shows", into: &problems)
    summary = fields.requiredText("summary", example: "One sentence", into: &problems)
    order =
      fields.requiredValue("order", "a whole number", example: "1", into: &problems) { Int($0) }
      ?? 0
    question = fields.requiredText("question", example: "What does it answer?", into: &problems)
    session = fields.date("session", into: &problems)
    prerequisites = fields.texts("prerequisites", into: &problems)
    couldBeWrong = fields.requiredText(
      "couldBeWrong", example: "What may not hold", into: &problems)
    checks = fields.list("checks", into: &problems).map { entry in
      var entry = entry
      let check = Check(
        question: entry.requiredText("question", example: "A question", into: &problems),
        answer: entry.requiredText("answer", example: "Its answer", into: &problems))
      entry.finish(into: &problems)
      return check
    }
    sources = Citation.read(&fields, into: &problems)
    tags = PageTags.read(&fields, into: &problems)
    prose = Prose(document, &fields, into: &problems)
    fields.finish(into: &problems)
  }
}

/// The role a seed term plays in the method.
enum TermRole: String, Sendable, CaseIterable {
  case working, annotation, metaphor, misused
}

/// A glossary entry (`Content/glossary/<slug>.md`).
struct GlossaryTerm: Sendable {
  var slug: String
  var title: String
  var summary: String
  var aka: [String]
  var role: TermRole
  var formula: String?
  /// Where the formula's characters stand.
  var formulaPlace: TextPlace
  var units: String?
  var see: [String]
  var sources: [Citation]
  var tags: [String]
  var prose: Prose

  init(_ document: ContentDocument, into problems: inout [Diagnostic]) {
    var fields = document.fields
    slug = document.slug
    title = fields.requiredText("title", example: "The term", into: &problems)
    summary = fields.requiredText("summary", example: "One sentence", into: &problems)
    aka = fields.texts("aka", into: &problems)
    role =
      fields.requiredValue(
        "role", "one of working, annotation, metaphor, misused", example: "working",
        into: &problems
      ) { TermRole(rawValue: $0) } ?? .working
    formula = fields.text("formula", into: &problems)
    formulaPlace = fields.place(ofText: "formula")
    units = fields.text("units", into: &problems)
    see = fields.texts("see", into: &problems)
    sources = Citation.read(&fields, into: &problems)
    tags = PageTags.read(&fields, into: &problems)
    prose = Prose(document, &fields, into: &problems)
    fields.finish(into: &problems)
  }
}

/// A page of its own (`Content/pages/about.md` → `/about/`).
struct StandalonePage: Sendable {
  /// What a page shows beside its text.
  enum Kind: String, Sendable, CaseIterable {
    case page, sources, disclaimers, corrections, method, profile, contradictions
  }

  var path: String
  var title: String
  var summary: String
  var kind: Kind
  /// What settles the contradictions that the page tells.
  var resolutions: [Resolution]
  var prose: Prose

  init(_ document: ContentDocument, into problems: inout [Diagnostic]) {
    var fields = document.fields
    title = fields.requiredText("title", example: "The page's title", into: &problems)
    summary = fields.text("summary", into: &problems) ?? ""
    kind =
      fields.value(
        "template", "one of \(Kind.allCases.map(\.rawValue).joined(separator: ", "))",
        into: &problems
      ) { Kind(rawValue: $0) } ?? .page
    resolutions = Resolution.read(&fields, into: &problems)
    if kind != .contradictions, !resolutions.isEmpty {
      problems.append(
        .error(
          fields.location(of: "resolutions"), "`resolutions` are not shown on this kind of page",
          "Add a line `template: contradictions`, or remove them."))
    }
    prose = Prose(document, &fields, into: &problems)
    fields.finish(into: &problems)
    path = String(document.path.dropFirst("Content/pages/".count).dropLast(".md".count))
  }
}

/// A disclaimer block: its wording is versioned and required by what a page contains.
struct DisclaimerBlock: Sendable {
  var id: String
  var version: Int
  var title: String
  var prose: Prose

  init(_ document: ContentDocument, into problems: inout [Diagnostic]) {
    var fields = document.fields
    id = fields.requiredText("id", example: "education", into: &problems)
    version =
      fields.requiredValue("version", "a whole number", example: "1", into: &problems) { Int($0) }
      ?? 0
    title = fields.requiredText("title", example: "Educational", into: &problems)
    fields.finish(into: &problems)
    prose = Prose(document)
  }
}
