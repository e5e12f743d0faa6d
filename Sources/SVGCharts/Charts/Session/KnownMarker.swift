/// A vertical line at the session at whose close something became known.
public struct KnownMarker: Sendable, Hashable {
  /// Index of the session in the figure's dates; outside of them nothing is drawn.
  public var index: Int

  /// The words beside the line, such as "known 4 Jan".
  public var label: ChartLabel

  /// Creates a marker.
  public init(index: Int, label: ChartLabel) {
    self.index = index
    self.label = label
  }
}
