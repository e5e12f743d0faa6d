/// How far the layered hedge has been built (methodology 4.3).
///
/// Stages order from `none` to `layer3`; each layer replaces the one below it, so the bands of
/// methodology 4.4 are cumulative.
public enum HedgeStage: String, Sendable, Codable, CaseIterable, Comparable {
  /// No hedge and no divergence that waits for alignment.
  case none
  /// A divergence is active, but the first layer waits for alignment.
  case watch
  /// First layer: a divergence was detected.
  case layer1
  /// Second layer: momentum confirmed the divergence.
  case layer2
  /// Third layer: the confirmation was reinforced.
  case layer3

  /// The number of layers entered: 0 for `none` and `watch`, else 1, 2 or 3.
  public var layer: Int {
    switch self {
    case .none, .watch: 0
    case .layer1: 1
    case .layer2: 2
    case .layer3: 3
    }
  }

  /// Whether a hedge is held, that is, at least one layer has been entered.
  public var isHedged: Bool { layer > 0 }

  private var order: Int { self == .watch ? 1 : layer == 0 ? 0 : layer + 1 }

  /// Orders from `none` to `layer3`.
  public static func < (lhs: HedgeStage, rhs: HedgeStage) -> Bool { lhs.order < rhs.order }
}
