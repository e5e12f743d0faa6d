import Synchronization

/// The moulds of pages whose shape has been met before.
///
/// A shape met once is only remembered: pages with computed figures hardly ever share a shape, and
/// keeping a mould of each would hold the whole site in memory twice.
final class MouldStore: Sendable {
  private struct State {
    var met: Set<[UInt8]> = []
    var moulds: [[UInt8]: TemplateMould] = [:]
  }

  private let state = Mutex(State())

  /// Shapes remembered at most; pages of further shapes are rendered as they come.
  private static let capacity = 256

  /// The mould of a shape, when one is kept.
  func mould(_ key: [UInt8]) -> TemplateMould? { state.withLock { $0.moulds[key] } }

  /// Whether a page of the shape has been rendered.
  func hasMet(_ key: [UInt8]) -> Bool { state.withLock { $0.met.contains(key) } }

  /// Remembers the shape or, at its second page, keeps the mould.
  func remember(_ mould: TemplateMould, for key: [UInt8]) {
    state.withLock { state in
      if state.met.contains(key) {
        state.moulds[key] = mould
      } else if state.met.count < Self.capacity {
        state.met.insert(key)
      }
    }
  }
}
