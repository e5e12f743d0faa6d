public import Quant

/// The Second Engine's checklist of one session (methodology 4.8).
///
/// Every rule counts once and unweighted, so there are no ties. The engine is on when all mandatory
/// rules pass and at least `quorum` of the optional ones; an unknown rule never counts as a pass.
/// The value is the record of the evaluation: with its inputs it can be computed again.
public struct SecondEngineEvaluation: Sendable, Hashable, Codable {
  /// Whether the engine may add futures.
  public enum Status: String, Sendable, Codable, CaseIterable {
    /// The quorum is reached.
    case on
    /// The quorum is not reached, and unknown rules could not change that.
    case off
    /// The quorum is not reached, but would be if unknown rules passed. Acts like `off`.
    case undetermined
  }

  /// The session.
  public let date: CalendarDate
  /// What was read.
  public let inputs: SecondEngineInputs
  /// The limits in force.
  public let parameters: SecondEngineParameters
  /// One finding per rule, in the order of ``SecondEngineRule``.
  public let findings: [RuleFinding]

  /// Evaluates a session.
  public init(
    date: CalendarDate, inputs: SecondEngineInputs,
    parameters: SecondEngineParameters = SecondEngineParameters()
  ) {
    self.date = date
    self.inputs = inputs
    self.parameters = parameters
    findings = SecondEngineRule.allCases.map { $0.finding(inputs, parameters) }
  }

  /// Optional rules that pass.
  public var optionalPasses: Int { count(mandatory: false, .pass) }

  /// Whether the quorum is reached.
  public var status: Status {
    let mandatory = findings.filter(\.rule.isMandatory)
    let possible = optionalPasses + count(mandatory: false, .unknown)
    if mandatory.contains(where: { $0.verdict == .fail }) || possible < parameters.quorum {
      return .off
    }
    let isReached =
      mandatory.allSatisfy { $0.verdict == .pass } && optionalPasses >= parameters.quorum
    return isReached ? .on : .undetermined
  }

  /// The future to add; `nil` unless the engine is on.
  public var addition: FutureChoice? { status == .on ? inputs.sizing?.choice : nil }

  private func count(mandatory: Bool, _ verdict: RuleVerdict) -> Int {
    findings.count { $0.rule.isMandatory == mandatory && $0.verdict == verdict }
  }
}

/// Every evaluation of the Second Engine, ascending by date.
public struct SecondEngineLog: Sendable, Hashable, Codable {
  /// The evaluations.
  public private(set) var evaluations: [SecondEngineEvaluation] = []

  /// Creates an empty log.
  public init() {}

  /// Adds the evaluation of a later session.
  ///
  /// - Throws: `SeriesError.duplicateDate` or `SeriesError.unsortedDates` with
  ///   the index the evaluation would have; the log is then unchanged.
  public mutating func append(_ evaluation: SecondEngineEvaluation) throws(SeriesError) {
    if let last = evaluations.last?.date {
      guard evaluation.date != last else { throw .duplicateDate(index: evaluations.count) }
      guard evaluation.date > last else { throw .unsortedDates(index: evaluations.count) }
    }
    evaluations.append(evaluation)
  }
}
