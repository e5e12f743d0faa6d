/// The declared sources of a site, in the order they are listed.
public struct SourceCatalogue: Sendable, Hashable, Codable {
  /// The entries in catalogue order.
  public var entries: [SourceEntry]

  /// Creates a catalogue.
  public init(entries: [SourceEntry]) {
    self.entries = entries
  }

  /// The first entry with this id.
  public subscript(id: String) -> SourceEntry? {
    entries.first { $0.id == id }
  }

  /// The faults of the catalogue itself, without reading any file.
  ///
  /// An id that appears twice, an entry that feeds no input (a warning), a file without a format or
  /// with one its input cannot have, and a path that leaves the data folder.
  public var diagnostics: [Diagnostic] {
    var problems: [Diagnostic] = []
    var seen: [String: SourceLocation] = [:]
    for entry in entries {
      if let earlier = seen[entry.id] {
        problems.append(
          Diagnostic(
            location: entry.location,
            message: "the source \"\(entry.id)\" is declared twice, first at \(earlier)",
            remedy: "Give each source its own id."))
      } else {
        seen[entry.id] = entry.location
      }
      problems += entry.diagnostics
    }
    return problems
  }
}

extension SourceEntry {
  /// The faults of the entry itself.
  var diagnostics: [Diagnostic] {
    [inputProblem, formatProblem, pathProblem].compactMap { $0 }
  }

  private var inputProblem: Diagnostic? {
    guard !isReference, MarketInput(feeding: self) == nil else { return nil }
    let known = MarketInput.allCases.map(\.rawValue)
    let remedy =
      NearestName.find(id, among: known).map { "Did you mean \"\($0)\"?" }
      ?? "Sources that are read are \(known.joined(separator: ", "))."
    return Diagnostic(
      severity: .warning, location: location,
      message: "the source \(ShownText.quoted(id)) feeds no input and is not read", remedy: remedy)
  }

  private var formatProblem: Diagnostic? {
    guard file != nil, let input = MarketInput(feeding: self) else { return nil }
    let accepted = input.formats.map(\.rawValue).joined(separator: ", ")
    guard let format else {
      return Diagnostic(
        location: location, message: "the source \"\(id)\" has a file but no format",
        remedy: "Add one of the formats \(accepted).")
    }
    guard !input.formats.contains(format) else { return nil }
    return Diagnostic(
      location: location,
      message: "the source \"\(id)\" cannot have the format \(format.rawValue)",
      remedy: "Use one of the formats \(accepted).")
  }

  private var pathProblem: Diagnostic? {
    guard let file else { return nil }
    let parts = file.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.contains(where: { ["", ".", ".."].contains($0) }) else { return nil }
    return Diagnostic(
      location: location,
      message:
        "the path \(ShownText.quoted(file)) of source \"\(id)\" is not inside the data folder",
      remedy: "Write a path relative to the data folder, such as market/spx.csv.")
  }
}
