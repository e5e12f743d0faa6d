import Foundation
public import MarketData

/// The diagnostics of one run, to be printed in one of three formats.
///
/// The same diagnostics give the same bytes: order is that of the list, keys are sorted, and no time
/// or machine is named.
public struct DiagnosticReport: Sendable {
  let tool: String
  let version: String
  let rules: [ReportRule]
  let diagnostics: DiagnosticList

  /// Creates a report.
  ///
  /// - Parameters:
  ///   - tool: the program’s name.
  ///   - version: its version, such as `0.1.0`.
  ///   - rules: the rules that it knows; diagnostics may name others.
  ///   - diagnostics: what it found.
  public init(
    tool: String, version: String, rules: [ReportRule], diagnostics: DiagnosticList
  ) {
    self.tool = tool
    self.version = version
    self.rules = rules
    self.diagnostics = diagnostics
  }

  /// The report without a closing line feed; as text it is empty when there is nothing to report.
  ///
  /// Complexity: O(n).
  ///
  /// - Throws: an error of the JSON encoder, which only a lack of memory can cause.
  public func rendered(as format: ReportFormat) throws -> String {
    switch format {
    case .text: diagnostics.items.map(Self.line).joined(separator: "\n")
    case .json: try Self.json(JSONReport(self))
    case .sarif: try Self.json(SARIFLog(self))
    }
  }

  /// `file:line:column: error: message. remedy [rule, action]`.
  private static func line(_ diagnostic: Diagnostic) -> String {
    let kind = [diagnostic.identifier, diagnostic.action?.rawValue].compactMap { $0 }
    return kind.isEmpty ? "\(diagnostic)" : "\(diagnostic) [\(kind.joined(separator: ", "))]"
  }

  /// How often each rule was broken, the most frequent first: `2 broken-link, 1 missing-title`.
  ///
  /// Diagnostics that name no rule are not counted.
  public var countsByRule: String {
    Dictionary(grouping: diagnostics.items.compactMap(\.identifier)) { $0 }.mapValues(\.count)
      .sorted { ($1.value, $0.key) < ($0.value, $1.key) }
      .map { "\($0.value) \($0.key)" }.joined(separator: ", ")
  }

  private static func json(_ value: some Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(value), as: UTF8.self)
  }
}
