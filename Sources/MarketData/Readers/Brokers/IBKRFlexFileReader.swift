import Quant

/// An Interactive Brokers Flex statement: the `OpenPosition` elements of one or more accounts
/// (methodology 6, row 7).
///
/// Summary rows and lots of one position would count twice: where there is a summary, it is used and
/// its lots are skipped; lots alone are each a holding. A summary without a day of opening takes the
/// earliest of its lots, when they add up to it. Empty attributes are absent, unknown ones ignored,
/// dates are `YYYY-MM-DD` or `YYYYMMDD`. The XML is read by `XMLScanner`: no DOCTYPE, no entities, no
/// network.
enum IBKRFlexFileReader: FileReader {
  static let kind = FileKind.ibkrFlex
  static let shape = "<FlexQueryResponse>"

  private static let elements: Set = [
    "FlexStatementResponse", "FlexStatement", "OpenPositions", "OpenPosition",
  ]

  static func recognises(_ sample: FileSample) -> Bool {
    sample.isMarkup
      && sample.lines.contains {
        $0.contains("<FlexQueryResponse") || $0.contains("<FlexStatementResponse")
      }
  }

  static func read(_ bytes: [UInt8], file: String, context: ReadingContext) -> FileReading {
    var problems: [Diagnostic] = []
    let tags = XMLScanner.startTags(in: bytes, named: elements, file: file, into: &problems)
    if problems.isEmpty { problems += faults(of: tags, file: file) }
    var positions = FlexPositions()
    var statement: XMLStartTag?
    let isRefused = problems.contains { $0.severity == .error }
    for tag in tags where !isRefused {
      if tag.name == "FlexStatement" { statement = tag }
      if tag.name == "OpenPosition" {
        positions.add(FlexPosition(tag, statement: statement, contracts: context.contracts))
      }
    }
    let holdings = positions.holdings(&problems)
    return OwnFileReaders.reading(
      kind, .holdings(holdings), file: file, dates: holdings.map(\.date),
      symbols: holdings.map(\.symbol), problems: problems.map(coded))
  }

  /// What is wrong with the document as a whole, and statements without a section of positions.
  private static func faults(of tags: [XMLStartTag], file: String) -> [Diagnostic] {
    if let answer = tags.first(where: { $0.name == "FlexStatementResponse" }) {
      return [
        BrokerFault(
          message: "the document is the answer to a request for a statement, not the statement",
          remedy: "Download the statement itself.", code: .notData
        ).diagnostic(at: answer.location)
      ]
    }
    guard tags.count <= BrokerFault.rowLimit else {
      return [BrokerFault.tooManyRows.diagnostic(at: SourceLocation(file: file))]
    }
    let statements = tags.indices.filter { tags[$0].name == "FlexStatement" }
    guard !statements.isEmpty else {
      return [
        BrokerFault(
          message: "the document has no FlexStatement", remedy: "Run the Flex query again.",
          code: .emptyFile
        ).diagnostic(at: SourceLocation(file: file))
      ]
    }
    return statements.filter { index in
      let next = tags.index(after: index)
      return next == tags.endIndex || tags[next].name == "FlexStatement"
    }.map { withoutPositions.diagnostic(at: tags[$0].location) }
  }

  private static let withoutPositions = BrokerFault(
    message: "the statement has no section OpenPositions",
    remedy: "Add the section Open Positions to the Flex query if the account holds anything.",
    code: .emptyFile, action: .kept)

  /// Faults of text that come without a code get the one of markup that is refused.
  private static func coded(_ problem: Diagnostic) -> Diagnostic {
    var problem = problem
    problem.code = problem.code ?? .refusedMarkup
    problem.action = problem.action ?? .rejected
    return problem
  }
}
