import MarketData

/// The shape of a report in JSON.
struct JSONReport: Encodable {
  struct Item: Encodable {
    var severity: String
    var file: String
    var line: Int?
    var column: Int?
    var message: String
    var remedy: String
    var rule: String?
    var action: String?

    init(_ diagnostic: Diagnostic) {
      severity = diagnostic.severity.rawValue
      file = diagnostic.location.file
      line = diagnostic.location.line
      column = diagnostic.location.column
      message = diagnostic.message
      remedy = diagnostic.remedy
      rule = diagnostic.identifier
      action = diagnostic.action?.rawValue
    }
  }

  var tool: String
  var version: String
  var errors: Int
  var warnings: Int
  var diagnostics: [Item]

  init(_ report: DiagnosticReport) {
    tool = report.tool
    version = report.version
    errors = report.diagnostics.errors.count
    warnings = report.diagnostics.warnings.count
    diagnostics = report.diagnostics.items.map(Item.init)
  }
}
