#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// How long work takes of the processor, whatever else the machine does meanwhile.
public enum ProcessorTime {
  /// The result of `work` and the seconds of processor that the calling thread spent on it.
  ///
  /// Waiting for other threads and programs does not count; nor does what `work` leaves to other
  /// threads, so it must run in one.
  public static func measure<Result>(
    _ work: () throws -> Result
  ) rethrows -> (result: Result, seconds: Double) {
    let start = now()
    let result = try work()
    return (result, now() - start)
  }

  private static func now() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
