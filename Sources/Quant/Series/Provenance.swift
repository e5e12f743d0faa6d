/// Where a shown number comes from, from best to worst (methodology §0).
///
/// A derived number inherits the worst tag of its inputs: combine tags with `max`.
public enum Provenance: Int, Sendable, Codable, CaseIterable, Comparable {
  /// Published or quoted by its source.
  case quoted
  /// Computed from quoted values by a deterministic formula.
  case derived
  /// Needs a model's output as an input.
  case modelled
  /// A parameter chosen by this project or by the user.
  case assumed

  /// The word shown to readers.
  public var label: String {
    switch self {
    case .quoted: "quoted"
    case .derived: "derived"
    case .modelled: "modelled"
    case .assumed: "assumed"
    }
  }

  /// Orders from best (`quoted`) to worst (`assumed`).
  public static func < (lhs: Provenance, rhs: Provenance) -> Bool { lhs.rawValue < rhs.rawValue }
}
