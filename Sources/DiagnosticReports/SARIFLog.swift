import Foundation
import MarketData

/// The part of SARIF 2.1.0 that a report needs (OASIS standard of 27 March 2020, section 3).
struct SARIFLog: Encodable {
  struct Message: Encodable { var text: String }
  struct Descriptor: Encodable {
    var id: String
    var shortDescription: Message?
  }
  struct Driver: Encodable {
    var name: String
    var version: String
    var rules: [Descriptor]
  }
  struct Tool: Encodable { var driver: Driver }
  struct ArtifactLocation: Encodable { var uri: String }
  struct Region: Encodable {
    var startLine: Int
    var startColumn: Int?
  }
  struct PhysicalLocation: Encodable {
    var artifactLocation: ArtifactLocation
    var region: Region?
  }
  struct Location: Encodable { var physicalLocation: PhysicalLocation }
  struct Result: Encodable {
    var ruleId: String?
    var ruleIndex: Int?
    var level: String
    var message: Message
    var locations: [Location]
  }
  struct Run: Encodable {
    var tool: Tool
    /// Columns count Unicode scalars (3.14.17).
    var columnKind = "unicodeCodePoints"
    var results: [Result]
  }

  var schema = "https://json.schemastore.org/sarif-2.1.0.json"
  var version = "2.1.0"
  var runs: [Run]

  enum CodingKeys: String, CodingKey {
    case schema = "$schema"
    case version, runs
  }

  init(_ report: DiagnosticReport) {
    let known = Set(report.rules.map(\.code))
    // Codes that the tool does not describe, such as those of rows of data, are listed by name.
    let others = Set(report.diagnostics.items.compactMap(\.identifier)).subtracting(known).sorted()
    let rules =
      report.rules.map { Descriptor(id: $0.code, shortDescription: Message(text: $0.meaning)) }
      + others.map { Descriptor(id: $0) }
    let places = Dictionary(
      zip(rules.map(\.id), rules.indices), uniquingKeysWith: { first, _ in first })
    let driver = Driver(name: report.tool, version: report.version, rules: rules)
    runs = [
      Run(
        tool: Tool(driver: driver),
        results: report.diagnostics.items.map { Self.result($0, places: places) })
    ]
  }

  private static func result(_ diagnostic: Diagnostic, places: [String: Int]) -> Result {
    let place = diagnostic.location
    let text = diagnostic.message + "."
    return Result(
      ruleId: diagnostic.identifier, ruleIndex: diagnostic.identifier.flatMap { places[$0] },
      level: diagnostic.severity.rawValue,
      message: Message(text: diagnostic.remedy.isEmpty ? text : "\(text) \(diagnostic.remedy)"),
      locations: [
        Location(
          physicalLocation: PhysicalLocation(
            artifactLocation: ArtifactLocation(uri: uri(place.file)),
            region: place.line.map { Region(startLine: $0, startColumn: place.column) }))
      ])
  }

  /// A path as a relative reference (RFC 3986): what is not allowed in one is escaped.
  private static func uri(_ path: String) -> String {
    let escaped = path.utf8.map { byte -> String in
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x2F, 0x5F, 0x7E:
        return String(UnicodeScalar(byte))
      default:
        let digits = String(byte, radix: 16, uppercase: true)
        return digits.count == 1 ? "%0\(digits)" : "%\(digits)"
      }
    }
    return escaped.joined()
  }
}
