import Foundation
import MarketData
import Quant

/// `Content/data/sources.yml`: every input file with publisher, licence, kind and units.
enum SourcesFile {
  static let path = "Content/data/sources.yml"

  static func read(_ bytes: [UInt8], into problems: inout [Diagnostic]) -> [SourceEntry] {
    guard var fields = YAMLFields(file: path, bytes: bytes, into: &problems) else { return [] }
    let entries = fields.list("sources", into: &problems).compactMap { entry in
      var entry = entry
      return Self.entry(&entry, into: &problems)
    }
    fields.finish(into: &problems)
    return entries
  }

  private static func entry(
    _ fields: inout YAMLFields, into problems: inout [Diagnostic]
  ) -> SourceEntry? {
    let id = fields.requiredText("id", example: "spx", into: &problems)
    let file = fields.text("file", into: &problems)
    let formats = SourceFormat.allCases.map(\.rawValue).joined(separator: ", ")
    let format = fields.value("format", "one of \(formats)", into: &problems) {
      SourceFormat(rawValue: $0)
    }
    let kinds = SourceKind.allCases.map(\.rawValue).joined(separator: ", ")
    let kind = fields.requiredValue(
      "kind", "one of \(kinds)", example: "published", into: &problems
    ) { SourceKind(rawValue: $0) }
    let location = fields.location(of: file == nil ? "id" : "file")
    let result = SourceEntry(
      id: id, file: file, format: format, kind: kind ?? .published,
      units: fields.text("units", into: &problems) ?? "",
      title: fields.requiredText("title", example: "What the file holds", into: &problems),
      publisher: fields.requiredText("publisher", example: "Who publishes it", into: &problems),
      licence: fields.requiredText("licence", example: "Terms of use", into: &problems),
      url: fields.webAddress("url", into: &problems),
      retrieved: fields.date("retrieved", into: &problems),
      note: fields.text("note", into: &problems),
      isReference: fields.value("reference", "true or false", into: &problems, Bool.init) ?? false,
      imports: imports(&fields, into: &problems), location: location)
    fields.finish(into: &problems)
    return kind == nil ? nil : result
  }

  private static func imports(
    _ fields: inout YAMLFields, into problems: inout [Diagnostic]
  ) -> [ImportRecord] {
    fields.list("imports", into: &problems).map { item in
      var item = item
      let record = ImportRecord(
        name: item.requiredText("name", example: "VIX_History.csv", into: &problems),
        sha256: item.requiredText("sha256", example: "64 hexadecimal digits", into: &problems),
        rows: item.value("rows", "a count of rows", into: &problems, Int.init) ?? 0,
        first: item.date("first", into: &problems), last: item.date("last", into: &problems),
        problems: item.text("problems", into: &problems).map { $0.components(separatedBy: "; ") }
          ?? [])
      item.finish(into: &problems)
      return record
    }
  }
}
