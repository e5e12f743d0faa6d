import ALVH
import MarketData
import TextDistance

/// One file of `Content/profiles/`: a profile's parameters with the place of each.
struct ProfileFile: Sendable {
  let path: String
  var source: ProfileSource
  let base: String?
  /// Where each parameter's entry begins, by key.
  private var places: [String: SourceLocation] = [:]
  /// Parameters whose entry is itself at fault, which has been reported.
  private var faulty: Set<String> = []
  private let start: SourceLocation
  private let basePlace: SourceLocation

  static let folder = "Content/profiles"

  init?(bytes: [UInt8], path: String, into problems: inout [Diagnostic]) {
    guard var fields = YAMLFields(file: path, bytes: bytes, into: &problems) else { return nil }
    self.path = path
    let name = String(path.dropFirst(Self.folder.count + 1).dropLast(".yml".count))
    let id = fields.requiredText("id", example: name, into: &problems)
    if !id.isEmpty, id != name {
      problems.append(
        .error(
          fields.location(of: "id"), "the profile `\(id)` stands in a file named `\(name)`",
          "Give both the same name."))
    }
    let version =
      fields.requiredValue(
        "version", "a whole number from 1", example: "1", into: &problems
      ) { Int($0).flatMap { $0 > 0 ? $0 : nil } } ?? 1
    let kinds = ProfileSource.Kind.allCases.map(\.rawValue).joined(separator: ", ")
    let kind =
      fields.requiredValue(
        "kind", "one of \(kinds)", example: ProfileSource.Kind.ruleTable.rawValue, into: &problems
      ) { ProfileSource.Kind(rawValue: $0) }
    let summary = fields.requiredText("summary", example: "One sentence", into: &problems)
    let note = fields.text("note", into: &problems) ?? ""
    base = fields.text("base", into: &problems)
    basePlace = fields.location(of: "base")
    start = SourceLocation(file: path, line: 1, column: 1)
    var parameters: [ProfileParameter] = []
    if var group = fields.group("parameters", into: &problems) {
      for key in group.keys {
        guard var entry = group.group(key, into: &problems) else { continue }
        places[key] = group.location(of: key)
        let count = problems.count
        parameters.append(Self.parameter(key, &entry, into: &problems))
        if problems.count > count { faulty.insert(key) }
      }
    }
    fields.finish(into: &problems)
    guard let kind else { return nil }
    source = ProfileSource(
      id: id, version: version, kind: kind, summary: summary, note: note, parameters: parameters)
  }

  private static func parameter(
    _ key: String, _ entry: inout YAMLFields, into problems: inout [Diagnostic]
  ) -> ProfileParameter {
    let origins = ProfileParameter.Origin.allCases.map(\.rawValue).joined(separator: ", ")
    let parameter = ProfileParameter(
      key: key, value: entry.requiredText("value", example: "3", into: &problems),
      unit: entry.requiredText("unit", example: "sessions", into: &problems),
      denominator: entry.text("denominator", into: &problems) ?? "",
      source: entry.requiredText("source", example: "methodology 4.3", into: &problems),
      origin: entry.requiredValue(
        "origin", "one of \(origins)", example: "invented", into: &problems
      ) { ProfileParameter.Origin(rawValue: $0) } ?? .invented,
      note: entry.text("note", into: &problems) ?? "")
    entry.finish(into: &problems)
    return parameter
  }

  /// A fault of the parameters, at its place in this file; `nil` when the entry was reported before.
  func diagnostic(_ issue: ProfileIssue) -> Diagnostic? {
    if let key = issue.key, faulty.contains(key) { return nil }
    let place = issue.key.flatMap { places[$0] } ?? start
    return .error(place, issue.what, remedy(issue))
  }

  private func remedy(_ issue: ProfileIssue) -> String {
    guard issue.remedy.isEmpty, let key = issue.key else { return issue.remedy }
    let known = ProfileCompiler.keys(of: source.kind)
    return Spelling.nearest(to: key, among: known).map { "Did you mean `\($0)`?" }
      ?? "Known parameters: \(known.joined(separator: ", "))."
  }

  /// A `base` that does not exist, is of another kind, or leads back here.
  func baseProblem(_ what: String, _ remedy: String) -> Diagnostic {
    .error(basePlace, what, remedy)
  }
}
