import Synchronization

/// Holds the state that is shown, and wakes who waits for another one.
final class StateBoard: Sendable {
  private struct Board {
    var state: PreviewState
    var changes = 0
    var waiting: [Int: @Sendable () -> Void] = [:]
    var nextTicket = 0
  }

  private let name: String
  private let board: Mutex<Board>

  /// Creates a board; `name` tells its states from those of an earlier run.
  init(name: String) {
    self.name = name
    board = Mutex(Board(state: PreviewState(shown: "\(name)-0")))
  }

  /// The state that is shown.
  var current: PreviewState { board.withLock { $0.state } }

  /// Changes the state and wakes everyone who waits.
  func change(_ change: (inout PreviewState) -> Void) {
    let woken = board.withLock { board -> [@Sendable () -> Void] in
      change(&board.state)
      board.changes += 1
      board.state.shown = "\(name)-\(board.changes)"
      defer { board.waiting = [:] }
      return Array(board.waiting.values)
    }
    for wake in woken { wake() }
  }

  /// Calls `wake` once another state is shown; at once, and without a ticket, when one is already.
  func wait(whileShown shown: String, wake: @escaping @Sendable () -> Void) -> Int? {
    let ticket = board.withLock { board -> Int? in
      guard board.state.shown == shown else { return nil }
      board.nextTicket += 1
      board.waiting[board.nextTicket] = wake
      return board.nextTicket
    }
    if ticket == nil { wake() }
    return ticket
  }

  /// Gives a ticket back: who held it is not woken any more.
  func stopWaiting(_ ticket: Int) {
    board.withLock { _ = $0.waiting.removeValue(forKey: ticket) }
  }
}
