import ParallelMap
import Synchronization
import Testing

@Suite struct ParallelMapTests {
  private struct Failure: Error, Equatable {
    let number: Int
  }

  @Test(arguments: [0, 1, 2, 3, 31, 32, 33, 100, 1000], [1, 2, 3, 8, 64])
  func resultsAreInTheOrderOfTheElements(count: Int, jobs: Int) throws {
    let elements = Array(0..<count)
    #expect(try parallelMap(elements, jobs: jobs) { $0 * 2 } == elements.map { $0 * 2 })
  }

  @Test(arguments: [1, 4]) func everyElementIsMetOnce(jobs: Int) throws {
    let met = Mutex<[Int: Int]>([:])
    _ = try parallelMap(Array(0..<500), jobs: jobs) { number in
      met.withLock { $0[number, default: 0] += 1 }
    }
    let counts = met.withLock { $0 }
    #expect(counts.count == 500)
    #expect(counts.values.allSatisfy { $0 == 1 })
  }

  @Test(arguments: [1, 2, 8], [0, 250, 499])
  func anErrorIsThrown(jobs: Int, at place: Int) {
    #expect(throws: Failure(number: place)) {
      try parallelMap(Array(0..<500), jobs: jobs) { number in
        if number == place { throw Failure(number: number) }
        return number
      }
    }
  }

  /// Which of several errors a caller sees must not depend on the threads.
  @Test func ofSeveralErrorsTheFirstElementsIsThrown() {
    for _ in 0..<50 {
      #expect(throws: Failure(number: 3)) {
        try parallelMap(Array(0..<200), jobs: 8) { number in
          if number >= 3 { throw Failure(number: number) }
          return number
        }
      }
    }
  }
}
