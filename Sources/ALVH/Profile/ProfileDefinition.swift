/// How a profile decides.
public enum ProfilePlan: Sendable, Hashable, Codable {
  /// By the rule table of methodology 4.3 on the day's signals.
  case ruleTable(Profile)
  /// By standing layers and gates that read no signal.
  case standing(StandingPlan)
}

/// A published profile: its plan, and every parameter with unit, denominator, source and origin.
public struct ProfileDefinition: Sendable, Hashable, Codable {
  /// Identifier, the name of its file.
  public let id: String
  /// Version; it changes whenever a value changes.
  public let version: Int
  /// One line for lists.
  public let summary: String
  /// What a reader must know before comparing it; empty when nothing.
  public let note: String
  /// What decides.
  public let plan: ProfilePlan
  /// Every parameter in reading order.
  public let parameters: [ProfileParameter]

  /// `id@version`, as printed on pages.
  public var reference: String { "\(id)@\(version)" }

  /// The rule table's parameters; `nil` for a standing profile.
  public var ruleTable: Profile? {
    if case .ruleTable(let profile) = plan { return profile }
    return nil
  }

  /// Where a parameter belongs on a page and what it is called; `nil` for an unknown key.
  public static func caption(of key: String) -> (group: String, name: String)? {
    for definition in ProfileSource.Kind.allCases.flatMap(\.definitions) {
      guard let index = definition.index(in: key) else { continue }
      let name = definition.name.split(separator: "#", omittingEmptySubsequences: false)
        .joined(separator: String(index))
      return (definition.group, name)
    }
    return nil
  }
}

/// A profile as its file has it, before anything is checked.
public struct ProfileSource: Sendable, Hashable {
  /// What kind of plan the file describes.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// The rule table.
    case ruleTable = "rule-table"
    /// Standing layers.
    case standing

    /// The parameters the kind knows.
    var definitions: [ParameterDefinition] {
      switch self {
      case .ruleTable: RuleTableSchema.entries.map(\.definition)
      case .standing: StandingSchema.definitions
      }
    }
  }

  /// Identifier.
  public var id: String
  /// Version.
  public var version: Int
  /// Kind of plan.
  public var kind: Kind
  /// One line for lists.
  public var summary: String
  /// A remark for readers.
  public var note: String
  /// The file's parameters, each key at most once.
  public var parameters: [ProfileParameter]

  /// Creates a source.
  public init(
    id: String, version: Int, kind: Kind, summary: String, note: String = "",
    parameters: [ProfileParameter]
  ) {
    self.id = id
    self.version = version
    self.kind = kind
    self.summary = summary
    self.note = note
    self.parameters = parameters
  }

  /// The source completed with what `base` sets and this one does not; the base says so.
  public func based(on base: ProfileSource) -> ProfileSource {
    let own = Set(parameters.map(\.key))
    var completed = self
    completed.parameters += base.parameters.filter { !own.contains($0.key) }.map { parameter in
      var parameter = parameter
      parameter.inheritedFrom = parameter.inheritedFrom ?? base.id
      return parameter
    }
    return completed
  }
}

/// A fault of a profile's parameters.
public struct ProfileIssue: Sendable, Hashable {
  /// The key at fault; `nil` when the fault is that something is missing.
  public var key: String?
  /// What is wrong, one sentence without a full stop.
  public var what: String
  /// What to do, a sentence with a full stop.
  public var remedy: String

  /// Creates an issue.
  public init(key: String?, what: String, remedy: String) {
    self.key = key
    self.what = what
    self.remedy = remedy
  }
}
