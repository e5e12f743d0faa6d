import Dispatch
import Synchronization

/// Applies a function to every element on up to `jobs` threads and keeps the order.
///
/// The result does not depend on `jobs`; of several errors the first element's is thrown. Work is
/// handed out in small runs so that one slow page does not hold up a thread's whole share.
///
/// - Throws: the error of the first element whose transformation failed.
public func parallelMap<Element: Sendable, Result: Sendable>(
  _ elements: [Element], jobs: Int, _ transform: @escaping @Sendable (Element) throws -> Result
) throws -> [Result] {
  guard jobs > 1, elements.count > 1 else { return try elements.map(transform) }
  let run = max(1, min(32, elements.count / (jobs * 4)))
  let next = Atomic<Int>(0)
  let finished = Mutex<[(start: Int, results: [Result])]>([])
  let failure = Mutex<(start: Int, error: any Error)?>(nil)
  DispatchQueue.concurrentPerform(iterations: jobs) { _ in
    var own: [(start: Int, results: [Result])] = []
    while true {
      let start = next.add(run, ordering: .relaxed).oldValue
      guard start < elements.count else { break }
      do {
        own.append((start, try elements[start..<min(start + run, elements.count)].map(transform)))
      } catch {
        // Runs are handed out in order, so the one that holds the first error is always worked on.
        failure.withLock { if start < $0?.start ?? .max { $0 = (start, error) } }
        break
      }
    }
    let done = own
    finished.withLock { $0 += done }
  }
  if let error = failure.withLock({ $0?.error }) { throw error }
  return finished.withLock { $0 }.sorted { $0.start < $1.start }.flatMap(\.results)
}
