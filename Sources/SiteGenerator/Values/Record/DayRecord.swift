import ALVH
import DecisionArchive
import Quant

/// A write-up for machines: `api/daily/<date>.json`, described by `api/schema/daily.json`.
///
/// It is made from the decision and the catalogue that the page is made from, so that the two cannot
/// disagree. Keys are sorted and numbers written with the shortest digits that give the same double
/// again: the same inputs give the same bytes.
struct DayRecord {
  /// The version of the layout; a change that breaks readers raises it.
  static let schemaVersion = 1

  let sections: DailySections
  let values: ValueCatalogue

  /// Where a session's record lies.
  static func path(of page: PagePath) -> PagePath {
    let parts = page.text.split(separator: "/")
    return PagePath("api/daily/\(parts.dropFirst().joined(separator: "-")).json")
  }

  /// The record as a file of the site.
  ///
  /// - Throws: when the decision holds a number that is not finite.
  func file() throws -> OutputFile {
    OutputFile(path: Self.path(of: sections.path).text, bytes: try bytes())
  }

  private func bytes() throws -> [UInt8] {
    let decision = sections.decision
    let site = sections.site
    let path = Self.path(of: sections.path)
    var record = JSONMembers()
    record.string("$schema", path.link(to: PagePath("api/schema/daily.json"), target: .web))
    record.string("asOf", Feed.timestamp(decision.date))
    record.json("book", book)
    record.string("date", decision.date.description)
    record.json("decision", try RecordEncoder.bytes(of: decision))
    record.string("notice", notice)
    record.string("page", path.link(to: sections.path, target: site.target))
    record.string("profile", decision.profile)
    record.number("schemaVersion", Double(Self.schemaVersion))
    record.string("snapshot", site.snapshots[decision.date]?.short)
    record.json("values", list)
    var file = record.closed()
    file.append("\n")
    return file.bytes
  }

  private var book: [UInt8]? {
    sections.site.content.book.map { book in
      var object = JSONMembers()
      object.string("badge", book.mode.rawValue)
      object.string("id", book.id)
      object.string("title", book.title)
      return object.closed().bytes
    }
  }

  /// What a reader of the numbers alone must know.
  private var notice: String {
    let mode = (sections.site.content.book?.mode ?? .example).rawValue
    return "For education, not advice. The book is \(mode)"
      + (sections.isModelled ? "; option and future prices are modelled." : ".")
      + " Scenarios are modelled and hypothetical; the page has the whole wording."
  }

  /// The values by name, one a line.
  private var list: [UInt8] {
    var buffer = JSONBuffer()
    buffer.reserve(48 * 1024)
    buffer.append("[")
    let sorted = values.values.sorted { $0.name < $1.name }
    for (index, value) in sorted.enumerated() {
      buffer.append(index == 0 ? "\n" : ",\n")
      var object = JSONMembers()
      Self.write(value, to: &object)
      buffer.append(object.closed().bytes[...])
    }
    buffer.append("\n]")
    return buffer.bytes
  }

  /// The members of one value, in the order of their keys.
  private static func write(_ value: NamedValue, to object: inout JSONMembers) {
    if case .date(let date) = value.quantity { object.string("date", date.description) }
    if value.number != nil { object.number("decimals", Double(value.decimals)) }
    object.string("formula", value.formula.rawValue)
    object.string("name", value.name)
    object.number("number", value.number)
    object.string("origin", value.origin.rawValue)
    switch value.previous {
    case .number(let number): object.number("previous", number)
    case .date(let date): object.string("previous", date.description)
    case .words(let words): object.string("previous", words)
    case nil: break
    }
    object.string("text", value.text)
    object.string("title", value.title)
    object.string("unit", value.unit.rawValue)
  }
}
