import Dispatch
import Foundation

/// The wish to stop, from Ctrl-C or from the system, without the program being torn down at once.
final class Interrupt {
  private let wish = DispatchSemaphore(value: 0)
  private let sources: [any DispatchSourceSignal]

  init() {
    let wish = wish
    sources = [SIGINT, SIGTERM].map { number in
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
      source.setEventHandler { wish.signal() }
      source.resume()
      return source
    }
  }

  /// Waits for the wish, for the given time at most.
  func comes(within milliseconds: Int) -> Bool {
    wish.wait(timeout: .now() + .milliseconds(milliseconds)) == .success
  }
}
