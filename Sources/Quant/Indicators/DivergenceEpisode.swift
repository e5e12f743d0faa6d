/// A bearish divergence with the time it stays active (methodology 1.6).
///
/// Active on the bars t with `known` ≤ t < `endedAt`. A divergence whose volume line is already
/// above the reference on the bar it becomes known ends there, without an active bar.
public struct DivergenceEpisode: Sendable, Hashable, Codable {
  /// Why a divergence stops being active; on one bar the first case that applies is recorded.
  public enum EndReason: String, Sendable, Hashable, Codable, CaseIterable {
    /// The volume line rose above its value at the reference: volume confirmed after all.
    case volumeConfirmed
    /// A later swing high above the divergence's own came with a volume line not below its reference.
    case higherHighConfirmed
    /// Nothing confirmed the high within the allowed number of sessions.
    case expired
  }

  /// The divergence.
  public var divergence: BearishDivergence
  /// The first bar on which it is no longer active; `nil` while it is.
  public var endedAt: Int?
  /// Why it ended; `nil` while it is active.
  public var endReason: EndReason?

  /// Creates an active episode.
  public init(divergence: BearishDivergence) {
    self.divergence = divergence
  }

  /// Whether the divergence is known and not over at the close of the bar.
  public func isActive(at bar: Int) -> Bool {
    divergence.known <= bar && bar < endedAt ?? Int.max
  }
}
